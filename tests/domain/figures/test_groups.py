"""Groups counted by hand: who belongs to several, and who should be asked about."""

import pytest

from tests.builders import HOME, child, figures_of, roll, values

ORPHAN = {"父亲": None, "母亲": None, "其他类别": ["孤儿"]}


def test_groups_overlap_and_children_are_counted_once() -> None:
    found = values(
        roll(
            child(),
            child(其他类别=["单亲家庭", "低保", "其他"]),
            child(父亲=HOME, 其他类别=["单亲家庭"]),
            child(**ORPHAN),
            child(父亲=HOME),
        )
    )
    assert (found["留守儿童"], found["关爱对象"]) == (2, 4)
    assert (found["只属一类"], found["兼属两类"], found["兼属多类"]) == (3, 0, 1)
    assert (found["单亲家庭"], found["单亲家庭且留守"], found["单亲家庭非留守"]) == (2, 1, 1)
    assert (found["孤儿"], found["流动儿童"]) == (1, 0)


def test_other_is_no_group_of_its_own() -> None:
    assert values(roll(child(父亲=HOME, 其他类别=["其他"])))["关爱对象"] == 0


def test_a_group_is_met_whether_left_behind_or_not() -> None:
    met = {
        "家访": [{"日期": "2013-10-12"}, {"日期": "2013-11-12"}],
        "通话": [{"日期": "2013-10-01", "类型": "亲情通话"}],
        "结对": [{"姓名": "陈刚", "身份": "代理家长", "自": "2013-09"}],
    }
    found = values(roll(child(**ORPHAN, **met)))
    assert (found["孤儿家访到"], found["孤儿通话到"], found["孤儿结对"], found["家访次数"]) == (1, 0, 1, 0)


@pytest.mark.parametrize(
    ("changes", "doubtful"),
    [
        ({"父母婚姻": "离异"}, 1),
        ({"父母婚姻": "丧偶", "其他类别": ["单亲家庭"]}, 0),
        ({"父母婚姻": "分居"}, 0),
        ({"母亲": {"行踪": [{"自": "2012-01", "状况": "去世"}]}}, 1),
        ({"母亲": {"行踪": [{"自": "2014-03", "状况": "去世"}]}}, 0),
    ],
)
def test_perhaps_of_one_parent(changes: dict[str, object], doubtful: int) -> None:
    assert values(roll(child(**changes)))["单亲待核实"] == doubtful


def test_where_a_group_was_counted_from() -> None:
    (ref,) = figures_of(roll(child(其他类别=["低保"])))["低保"].refs
    assert ref.path == ("其他类别",)
