"""What the filters of a list ask of a file."""

import pytest

from liushou_cli.domain.choices import DefinitionName, Having
from liushou_cli.domain.having import Asked, belongs, has, late
from liushou_cli.domain.term import Span, Term
from tests.builders import AWAY, Tree, child, day, roll

DAY = day("2013-12-30")
TERM = Term(2013, 2)
RECORDED: dict[str, Tree] = {
    "家访": {"家访": [{"日期": "2013-10-12"}]},
    "通话": {"通话": [{"日期": "2013-10-12"}]},
    "亲情通话": {"通话": [{"日期": "2013-10-12", "类型": "亲情通话"}]},
    "普查": {"普查": [{"日期": "2013-10-12"}]},
    "谈心": {"谈心": [{"日期": "2013-10-12"}]},
    "帮扶": {"帮扶": [{"日期": "2013-10-12"}]},
    "结对": {"结对": [{"姓名": "李伟", "身份": "代理家长", "自": "2013-09"}]},
    "帮扶计划": {"帮扶计划": [{"学期": "2013-2", "目标": "及格"}]},
    "知情同意": {"知情同意": {"日期": "2013-09-05"}},
    "委托书": {"照护人": [{"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", "委托书": "有"}]},
    "电话": {"父亲": {**AWAY, "电话": "13800001234"}},
    "现住址": {"现住址": "上溪村"},
    "照护人": {"照护人": [{"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03"}]},
    "关注等级": {"关注等级": [{"自": "2013-09-01", "等级": "普通"}]},
    "身份证号": {"身份证号": "990101200105124104"},
}


def asked(**changes: object) -> Asked:
    return Asked(child(**changes), TERM, Span(day("2013-09-01"), DAY), DAY)


@pytest.mark.parametrize("what", Having)
def test_a_file_has_it_or_not(what: Having) -> None:
    assert (has(asked(), what), has(asked(**RECORDED[what]), what)) == (False, True)


@pytest.mark.parametrize(
    ("what", "changes"),
    [
        ("家访", {"家访": [{"日期": "2013-03-12"}]}),
        ("通话", {"通话": [{"日期": "2013-10-12", "结果": "未接通"}]}),
        ("通话", RECORDED["亲情通话"]),
        ("亲情通话", {"通话": [{"日期": "2013-10-12", "类型": "亲情通话", "结果": "未接通"}]}),
        ("结对", {"结对": [{"姓名": "李伟", "身份": "代理家长", "自": "2013-03", "至": "2013-06"}]}),
        ("帮扶计划", {"帮扶计划": [{"学期": "2013-1", "目标": "及格"}]}),
        ("知情同意", {"知情同意": {"日期": "2013-09-05", "撤回": "2013-10-01"}}),
        ("委托书", {"照护人": [{**RECORDED["委托书"]["照护人"][0], "委托至": "2013-12-01"}]}),
    ],
)
def test_what_does_not_count(what: str, changes: Tree) -> None:
    assert has(asked(**changes), Having(what)) is False


@pytest.mark.parametrize(
    ("groups", "village", "lodging", "fits"),
    [
        ((), "", "", True),
        (("单亲留守",), "", "", True),
        (("双亲留守", "孤儿"), "", "", False),
        (("双亲留守", "单亲家庭"), "", "", True),
        ((), "上溪村", "", True),
        ((), "下溪村", "", False),
        ((), "", "走读", True),
        ((), "", "寄宿", False),
    ],
)
def test_belongs(groups: tuple[str, ...], village: str, lodging: str, fits: bool) -> None:
    one = asked(其他类别=["单亲家庭"], 村组="上溪村三组", 就读方式="走读")
    assert belongs(one, groups, village, lodging, DefinitionName.REGISTER) is fits


def test_what_is_late_by_file() -> None:
    promise = [{"事项": "配眼镜", "期限": "2013-11-01"}]
    calls = [{"日期": f"2013-{month}-10"} for month in ("09", "10", "11", "12")]
    one = roll(child(家访=[{"日期": "2013-10-12", "跟进": promise}], 通话=calls))
    assert late(one, TERM, DAY) == {"2012-2/children/4kx7qm.yaml": ("配眼镜",)}
    assert late(one, Term(2012, 2), day("2012-12-30")) == {}
