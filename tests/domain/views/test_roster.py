from typing import Any

from liushou_cli.domain.masking import Mask
from liushou_cli.domain.views.roster import roster
from tests.builders import AWAY, HOME, child, roll, scene


def line_of(mask: Mask = Mask.NONE, **changes: Any) -> dict[str, str]:
    found: dict[str, str] = roster(scene(roll(child(**changes)), mask=mask))["名册"][0]["孩子"][0]
    return found


GRANDMA = {"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03"}


def test_a_line() -> None:
    father = {**AWAY, "电话": "13800001234"}
    shown = [line_of(mask, 父亲=father, 照护人=[GRANDMA]) for mask in Mask]
    common = {
        "性别": "女",
        "出生年月": "2001年5月",
        "留守": "单亲",
        "父亲": "广东省东莞市",
        "母亲": "在家",
        "关系": "奶奶",
    }
    assert shown == [
        {**common, "姓名": "某同学", "照护人": "某某", "电话": "138****1234"},
        {**common, "姓名": "李某某", "照护人": "王某某", "电话": "138****1234"},
        {**common, "姓名": "李小花", "照护人": "王桂兰", "电话": "13800001234"},
    ]


def test_a_list_that_passes_through_many_hands_does_not_say_prison() -> None:
    mother = {"姓名": "王芳", "行踪": [{"自": "2010-03", "状况": "服刑"}]}
    assert [line_of(mask, 母亲=mother)["母亲"] for mask in Mask] == ["其他"] * 3
    assert line_of(母亲={"行踪": [{"自": "2010-03", "状况": "去世"}]})["母亲"] == "去世"
    assert line_of(母亲=None)["母亲"] == "未登记"


def test_class_by_class_those_counted() -> None:
    home = child(姓名="王小明", 父亲=HOME)
    found = roster(scene(roll(child(), home), roll(home, name="2012-1", 班级="2012-1")))["名册"]
    assert [(one["班级"], [line["姓名"] for line in one["孩子"]]) for one in found] == [
        ("八年级（2）班", ["李小花"]),
        ("八年级（1）班", []),
    ]
