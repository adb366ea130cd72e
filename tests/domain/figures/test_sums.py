"""What must hold between figures whatever the class: splits sum, 次 ≤ 人次, 人数 ≤ 留守儿童."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.choices import (
    ActivityKind,
    Attention,
    CallKind,
    CareQuality,
    Lodging,
    SupportKind,
    VisitKind,
)
from liushou_cli.domain.figures.archive import ITEMS
from liushou_cli.domain.figures.groups import GROUPS
from liushou_cli.domain.population import ClassRoll
from tests.builders import FIRST, LAST, child, counted, figures_of, roll, values
from tests.domain.strategies import rolls

as_of = st.dates(FIRST, LAST).map(str)

SPLITS = {
    "留守儿童": [
        ["男", "女"],
        ["双亲留守", "单亲留守"],
        ["隔代照护", "父母照护", "其他照护", "照护人未注明"],
        [*Lodging.words(), "就读方式未注明"],
        [*(f"监护{word}" for word in CareQuality), "监护未注明"],
        [*(f"关注{word}" for word in Attention), "关注未注明"],
        ["结对人数", "未结对人数"],
        *(
            [f"{what}人数", f"未{what}人数"]
            for what in ("普查", "家访", "通话", "谈心", "帮扶", "教师通话", "亲情通话")
        ),
        ["代理家长结对人数", "未结代理家长人数"],
        ["齐全档案", "缺项档案"],
        ["本学期有记录档案", "本学期无记录档案"],
        *([f"有{item}", f"缺{item}"] for item in ITEMS),
        ["下学期对象", "毕业离校"],
    ],
    "代理家长结对人数": [["代理家长有联系人数", "代理家长无联系人数"]],
    "代理家长": [["结对一名的代理家长", "结对多名的代理家长"]],
    "档案份数": [["建档", "非留守档案", "离班档案"]],
    "关爱对象": [["只属一类", "兼属两类", "兼属多类"]],
    "跟进未办": [["跟进逾期", "跟进未到期"]],
    **{group.value: [[f"{group}且留守", f"{group}非留守"]] for group in GROUPS},
    "家访次数": [[*(f"{word}家访次数" for word in VisitKind), "家访未注明次数"]],
    "通话次数": [[*(f"{word}次数" for word in CallKind), "通话未注明次数"]],
    "帮扶次数": [[*(f"{word}帮扶次数" for word in SupportKind), "帮扶未注明次数"]],
    "活动次数": [[f"{word}活动次数" for word in ActivityKind]],
    "跟进事项": [["跟进完成", "跟进逾期", "跟进未到期"]],
}


@given(rolls(), rolls(name="2012-1"), as_of)
def test_every_split_sums_to_what_it_splits(one: ClassRoll, other: ClassRoll, on: str) -> None:
    found = values(one, other, on=on)
    for whole, splits in SPLITS.items():
        for parts in splits:
            assert sum(found[part] for part in parts) == found[whole], (whole, parts)


@given(rolls(1), as_of)
def test_events_are_no_more_than_child_events_and_children_no_more_than_all(one: ClassRoll, on: str) -> None:
    found = values(one, on=on)
    for what in ("家访", "通话", "谈心", "帮扶"):
        assert found[f"{what}次数"] <= found[f"{what}人次"]
        assert found[f"{what}人数"] <= min(found[f"{what}人次"], found["留守儿童"])
    assert found["普查人数"] <= found["普查人次"]
    assert found["活动人数"] <= min(found["活动人次"], found["留守儿童"])
    for name in found:
        if name.endswith("人数") and isinstance(found[name], int):
            assert found[name] <= found["留守儿童"], name
    assert found["建档"] == found["留守儿童"]
    assert found["未达标人数"] >= max(
        found[f"{what}未达标人数"] for what in ("家访", "通话", "普查", "亲情通话", "谈心")
    )


@given(rolls(), as_of)
def test_a_share_is_its_part_of_its_whole_and_nobody_has_no_share(one: ClassRoll, on: str) -> None:
    found = figures_of(one, on=on)
    for figure in found.values():
        if figure.of:
            whole = found[figure.of].value
            assert (figure.value is None) == (not whole), figure.name
            assert figure.value is None or figure.value * whole == len(figure.refs), figure.name  # type: ignore[operator]
            assert figure.value is None or figure.of == "在籍学生" or 0 <= figure.value <= 1


@given(rolls(), as_of)
def test_a_count_has_as_many_places_as_it_counts_and_each_exists(one: ClassRoll, on: str) -> None:
    last = date.fromisoformat(on)
    files = {it.file for it in one.children} | {it.file for it in one.activities} | {one.file}
    for figure in figures_of(one, on=on).values():
        if isinstance(figure.value, int) and figure.name not in ("在籍学生", "监护人到会人次", "帮扶金额"):
            assert len(figure.refs) == figure.value, figure.name
        assert all(ref.file in files for ref in figure.refs)
        assert all(
            FIRST <= ref.on <= last for ref in figure.refs if ref.on and "照护人" not in figure.name
        ), figure.name


@given(rolls(1), as_of)
def test_a_group_is_no_larger_than_all_groups_together_and_is_met_no_more_than_it_is(
    one: ClassRoll, on: str
) -> None:
    found = values(one, on=on)
    for group in GROUPS:
        assert found[group] <= found["关爱对象"]
        for what in ("家访到", "通话到", "谈心到", "受帮扶", "结对"):
            assert found[f"{group}{what}"] <= found[group], (group, what)
    assert max(found["留守儿童"], *(found[group] for group in GROUPS)) <= found["关爱对象"]


@pytest.mark.parametrize(
    "one", [roll(), roll(child(父亲=None, 母亲=None))], ids=["empty", "none left-behind"]
)
def test_nobody(one: ClassRoll) -> None:
    found = figures_of(one)
    shares = [figure for figure in found.values() if figure.of == "留守儿童"]
    assert len(shares) >= 9
    assert [figure.value for figure in shares] == [None] * len(shares)
    assert (found["留守儿童"].value, found["留守占比"].value) == (0, 0)


def test_no_class_at_all() -> None:
    found = values()
    assert (found["留守儿童"], found["在籍学生"] or None, found["留守占比"], found["家访覆盖率"]) == (
        0,
        None,
        None,
        None,
    )


NAMED = [
    "在籍学生",
    "留守儿童",
    "留守占比",
    "男",
    "女",
    "双亲留守",
    "单亲留守",
    "隔代照护",
    "寄宿",
    "建档",
    "普查人数",
    "家访次数",
    "家访人次",
    "家访人数",
    "家访覆盖率",
    "通话次数",
    "通话人次",
    "通话覆盖率",
    "谈心次数",
    "活动次数",
    "活动人次",
    "结对人数",
    "未达标人数",
]


def test_the_figures_that_outsiders_rely_on_are_all_there() -> None:
    assert set(NAMED) <= set(values(roll()))


@given(rolls(1), as_of)
def test_the_order_of_children_changes_no_figure(one: ClassRoll, on: str) -> None:
    turned = one._replace(children=one.children[::-1])
    assert values(turned, on=on) == values(one, on=on)


# One person may be proxy parent in several classes.
PERSONS = {"代理家长", "结对一名的代理家长", "结对多名的代理家长"}


@given(rolls(), rolls(name="2012-1"), as_of)
def test_classes_add_up_where_nothing_is_shared(one: ClassRoll, other: ClassRoll, on: str) -> None:
    """Counts of children add; counts of events may share a number across classes, and then are fewer."""
    both, first, second = values(one, other, on=on), values(one, on=on), values(other, on=on)
    for name, value in both.items():
        if not isinstance(value, int) or name.startswith("上学期末"):
            continue
        if name.endswith("次数") or name.startswith("跟进"):
            assert value <= first[name] + second[name], name
        elif "：" not in name and name not in PERSONS:
            assert value == first.get(name, 0) + second.get(name, 0), name


def test_counts_are_of_the_day_and_not_of_today() -> None:
    people: dict[str, Any] = {
        day: counted(roll(child(在班=[{"自": "2013-10-08"}])), on=day).counted
        for day in ("2013-10-07", "2013-10-08")
    }
    assert [len(them) for them in people.values()] == [0, 1]
