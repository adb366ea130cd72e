"""The card: what it says, and that it never asks for more than its sheet."""

from typing import Any

from liushou_cli.domain.masking import Mask
from liushou_cli.domain.views.card import card
from liushou_cli.domain.views.printed import width
from tests.builders import AWAY, child, full, roll, scene


def card_of(mask: Mask = Mask.NONE, **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = card(scene(roll(child(**changes)), mask=mask))["孩子们"][0]
    return found


def test_what_stands_on_it() -> None:
    found = card_of(
        身份证号="990101200105124104",
        现住址="云岭县新溪镇上溪村三组",
        父亲={**AWAY, "电话": "13800001234"},
        就读方式="走读",
        上下学方式="步行",
        监护情况=[{"日期": "2013-10-12", "评定": "较好"}],
        关注等级=[{"自": "2013-03", "等级": "重点", "原因": "常独自在家"}],
        结对=[{"姓名": "李伟", "身份": "帮扶教师", "自": "2013-09-16"}],
        普查=[{"日期": "2013-09-10", "学习": {"评定": "需关注", "情况": "数学弱", "需求": ["课外辅导"]}}],
        帮扶计划=[{"学期": "2013-2", "目标": "及格", "措施": ["补课", "谈心"], "期限": "2013-12-20"}],
    )
    wanted = {
        "身份证号": "990101200105124104",
        "现住址": "云岭县新溪镇上溪村三组",
        "就读方式": "走读（步行）",
        "父亲": {"姓名": "李强", "电话": "13800001234", "行踪": "2010年3月起外出务工，广东省东莞市"},
        "监护情况": "较好（2013年10月12日评定）",
        "关注等级": "重点（常独自在家）",
        "结对": "李伟（帮扶教师，2013年9月16日起）",
        "方面": [{"名称": "学习", "评定": "需关注", "情况": "数学弱；需要课外辅导", "需求": "课外辅导"}],
        "计划": "目标：及格。措施：补课；谈心。期限：2013年12月20日。",
    }
    assert {key: found[key] for key in wanted} == wanted


def test_the_latest_records_come_first_and_none_of_tomorrow() -> None:
    found = card_of(
        家访=[{"日期": "2013-10-12", "情况": "喂鸡"}, {"日期": "2013-12-31", "情况": "明天的"}],
        通话=[
            {"日期": "2013-11-15", "类型": "亲情通话", "情况": "唱歌"},
            {"日期": "2013-11-20", "结果": "未接通"},
        ],
        谈心=[{"日期": "2013-10-01", "主题": "期中", "情况": "不怕了"}],
        帮扶=[{"日期": "2013-12-13", "类别": "物资", "内容": "棉衣"}],
    )
    assert [(one["日期"], one["类别"], one["情况"]) for one in found["记录"]] == [
        ("2013年12月13日", "物资", "棉衣"),
        ("2013年11月20日", "通话", "没有打通"),
        ("2013年11月15日", "亲情通话", "唱歌"),
        ("2013年10月12日", "家访", "喂鸡"),
        ("2013年10月1日", "谈心", "期中：不怕了"),
    ]


def test_a_full_file_leaves_room_for_fewer_records() -> None:
    short = [{"日期": "2013-10-12", "情况": "好"}] * 30
    assert len(card_of(家访=short)["记录"]) == 8
    found = card_of(**full(30))
    assert 1 <= len(found["记录"]) < 4
    assert max(width(one["情况"]) for one in found["记录"]) <= 40
    assert len(found["照护"]) == 1
    assert len(card_of(照护人=full(1)["照护人"])["照护"]) == 2


def test_nothing_known_is_a_card_too() -> None:
    found = card_of(父亲=None, 母亲=None, 学籍登记="双亲留守")
    assert found["父亲"] == {"姓名": "", "电话": "", "行踪": "行踪没有登记"}
    assert (found["照护"], found["方面"], found["记录"], found["计划"]) == ([], [], [], "")


def test_masked_it_names_nobody() -> None:
    shown = str(
        card_of(
            Mask.INITIAL,
            身份证号="990101200105124104",
            现住址="云岭县新溪镇上溪村三组",
            父亲={**AWAY, "电话": "13800001234"},
            家访=[{"日期": "2013-10-12", "情况": "李强说小花懂事，电话13800001234"}],
        )
    )
    assert [word for word in ("小花", "李强", "13800001234", "990101", "上溪村") if word in shown] == []
    assert "李某说某某懂事，电话***********" in shown
