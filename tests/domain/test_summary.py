import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.population import ClassRoll
from liushou_cli.domain.summary import summarise
from tests.builders import FIRST, LAST, child, counted, roll
from tests.domain.strategies import rolls


@given(rolls(), rolls(name="2012-1"), st.dates(FIRST, LAST).map(str))
def test_what_is_told_beside_the_figures_agrees_with_them(one: ClassRoll, other: ClassRoll, on: str) -> None:
    told = summarise(counted(one, other, on=on))
    for what, months in (
        ("家访次数", [month.visits for month in told.months]),
        ("通话次数", [month.calls for month in told.months]),
        ("谈心次数", [month.talks for month in told.months]),
    ):
        assert sum(months) == told.figures[what].value
    assert sum(len(held) for _, held in told.activities) == told.figures["活动次数"].value
    assert len(told.unmet) == told.figures["未达标人数"].value
    assert all(duties and not any(duty.met for duty in duties) for _, duties in told.unmet)


@pytest.mark.parametrize(
    ("on", "months"),
    [
        ("2013-12-30", ["9月", "10月", "11月", "12月"]),
        ("2014-01-31", ["9月", "10月", "11月", "12月", "1月"]),
        ("2013-09-01", ["9月"]),
        ("2013-08-31", []),
    ],
)
def test_the_months_of_the_term_so_far(on: str, months: list[str]) -> None:
    assert [month.label for month in summarise(counted(roll(child()), on=on)).months] == months


def test_the_months_begin_with_the_class_that_began_first() -> None:
    early = roll(name="2012-1", 学期={"2013-2": {"起": "2013-08-26", "止": "2014-01-10"}})
    told = summarise(counted(early, roll(child()), on="2014-01-31"))
    assert [month.label for month in told.months] == ["8月", "9月", "10月", "11月", "12月", "1月"]


def test_one_event_under_two_dates_is_told_once() -> None:
    one = child(家访=[{"号": "aaaaa1", "日期": "2013-10-31"}])
    other = child(家访=[{"号": "aaaaa1", "日期": "2013-11-01"}])
    assert [month.visits for month in summarise(counted(roll(one, other))).months] == [0, 1, 0, 0, 0]


def test_of_no_class_nothing_is_told() -> None:
    told = summarise(counted())
    assert (told.months, told.activities, told.unmet) == ((), (), ())


def test_activities_by_kind_in_the_order_of_the_form() -> None:
    held = [
        {"号": number, "日期": on, "类别": kind, "参加": "全体", "主题": title}
        for number, on, kind, title in (
            ("aaaaa1", "2013-11-15", "心理辅导", "丙"), ("aaaaa2", "2013-10-15", "班会", "乙"),
            ("aaaaa3", "2013-09-27", "班会", "甲"), ("aaaaa2", "2013-10-16", "班会", "又是乙"),
        )
    ]  # fmt: skip
    told = summarise(counted(roll(child(), activities=held)))
    assert [(kind.value, [one.title for one in held]) for kind, held in told.activities] == [
        ("班会", ["甲", "乙"]), ("心理辅导", ["丙"]),
    ]  # fmt: skip
