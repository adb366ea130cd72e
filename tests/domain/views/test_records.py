from typing import Any

from liushou_cli.domain.masking import Mask
from liushou_cli.domain.views.records import calls, visits
from tests.builders import child, roll, scene

VISIT = {
    "日期": "2013-10-12",
    "性质": "定期",
    "家访人": ["张敏", "李伟"],
    "对象": ["奶奶"],
    "目的": "看屋顶",
    "情况": "李小花在喂鸡",
    "家教指导": "少看电视",
    "跟进": [
        {"事项": "配眼镜", "期限": "2013-11-01", "完成": "2013-10-28"},
        {"事项": "修屋顶", "完成": "2014-01-05"},
    ],
}


def child_of(part: Any, mask: Mask = Mask.NONE, **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = part(scene(roll(child(**changes)), mask=mask))["孩子们"][0]
    return found


def test_a_visit_and_what_was_promised() -> None:
    assert child_of(visits, 家访=[VISIT])["家访"] == [
        {
            "日期": "2013年10月12日",
            "性质": "定期",
            "家访人": "张敏、李伟",
            "对象": "奶奶",
            "目的": "看屋顶",
            "情况": "李小花在喂鸡",
            "家教指导": "少看电视",
            "跟进": "配眼镜（期限2013年11月1日，2013年10月28日办好）；修屋顶（还没有办好）",
        }
    ]


def test_only_this_terms_in_order_of_days() -> None:
    days = ("2013-11-02", "2013-10-12", "2013-08-31", "2013-12-31")
    found = child_of(visits, 家访=[{"日期": on} for on in days])["家访"]
    assert [one["日期"] for one in found] == ["2013年10月12日", "2013年11月2日"]


def test_calls() -> None:
    family = {"日期": "2013-10-01", "类型": "亲情通话", "对象": ["父亲", "母亲"], "通话人": ["自己"]}
    missed = {"日期": "2013-10-18", "类型": "教师联系家长", "对象": ["李强"], "通话人": ["张敏"]}
    found = child_of(
        calls,
        通话=[
            {**family, "方式": "视频", "情况": "唱歌"},
            {**missed, "方式": "电话", "结果": "未接通", "跟进": [{"事项": "再打"}]},
        ],
    )
    assert [tuple(one.values()) for one in found["通话"]] == [
        ("10月1日", "亲情通话", "视频", "孩子本人", "父亲、母亲", "唱歌"),
        ("10月18日", "教师联系家长", "电话（未接通）", "张敏", "李强", "跟进：再打（还没有办好）"),
    ]


def test_masked_the_teacher_stays_and_the_family_goes() -> None:
    found = child_of(visits, Mask.INITIAL, 家访=[{**VISIT, "对象": ["李强", "奶奶"]}])["家访"][0]
    assert (found["家访人"], found["对象"], found["情况"]) == ("张敏、李伟", "李某、奶奶", "李某某在喂鸡")
