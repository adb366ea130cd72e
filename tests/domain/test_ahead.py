"""Days ahead that are a chance: birthdays, parents' returns, feasts, the first day of school."""

from datetime import date
from typing import Any

import pytest

from liushou_cli.domain.ahead import Season, chances, next_birthday, seasons
from tests.builders import AWAY, HOME, child, counted, day, roll


@pytest.mark.parametrize(
    ("born", "lunar", "today", "on"),
    [
        ("2001-05-12", None, "2013-05-12", "2013-05-12"),
        ("2001-05-12", None, "2013-05-13", "2014-05-12"),
        ("2000-02-29", None, "2013-12-30", "2014-03-01"),
        ("2000-02-29", None, "2016-01-01", "2016-02-29"),
        ("2001-05-12", "腊月二十八", "2013-12-30", "2014-01-28"),
        ("2001-05-12", "闰九月初九", "2014-10-03", "2014-11-01"),
    ],
)
def test_the_next_birthday(born: str, lunar: str | None, today: str, on: str) -> None:
    assert next_birthday(child(出生日期=born, 农历生日=lunar), day(today)) == day(on)


def told(one: Any, on: str, horizon: int = 14) -> list[tuple[str, date | None, str]]:
    return [(entry.what, entry.by, entry.why) for entry in chances(counted(roll(one), on=on), horizon)]


def test_a_birthday_within_the_horizon() -> None:
    one = child(出生日期="2001-01-10")
    assert told(one, "2013-12-27") == [("过13岁生日", day("2014-01-10"), "2001-01-10出生")]
    assert told(one, "2013-12-26") == []


@pytest.mark.parametrize(
    ("said", "on", "by"),
    [
        ({"自": "2014-01-20", "至": "2014-02-08"}, "2014-01-05", None),
        ({"自": "2014-01-20", "至": "2014-02-08"}, "2014-01-06", "2014-02-08"),
        ({"自": "2014-01-20", "至": "2014-02-08"}, "2014-01-31", "2014-02-08"),
        ({"自": "2014-01-02", "至": "2014-01-10"}, "2014-01-11", None),
        ({"自": "2014-01-20"}, "2014-01-10", "2014-01-20"),
        ({"自": "2014-01-20"}, "2014-01-25", "2014-01-25"),
        ({"自": "2014-01-10"}, "2014-01-25", None),
    ],
)
def test_a_parent_who_comes_back(said: dict[str, str], on: str, by: str | None) -> None:
    found = told(child(父亲={**AWAY, "返乡": [said]}), on)
    assert [(what, last) for what, last, _ in found] == ([("父亲回来，可以见面", day(by))] if by else [])


def test_days_at_home_change_nothing_in_whether_a_child_is_left_behind() -> None:
    people = counted(roll(child(父亲={**AWAY, "返乡": [{"自": "2014-01-20"}]})), on="2014-01-25")
    assert len(people.counted) == 1


TERMS = {
    "2013-2": {"起": "2013-09-02", "止": "2014-01-17"},
    "2014-1": {"起": "2014-02-17", "止": "2014-07-05"},
}


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2013-12-31", []),
        ("2014-01-01", [Season("春节", day("2014-01-31"), 1)]),
        ("2014-01-31", [Season("春节", day("2014-01-31"), 1), Season("开学", day("2014-02-17"), 1)]),
        ("2014-02-14", [Season("春节", day("2014-01-31"), 1), Season("开学", day("2014-02-17"), 1)]),
        ("2014-02-18", []),
        ("2013-09-02", [Season("开学", day("2013-09-02"), 1), Season("中秋", day("2013-09-19"), 1)]),
        ("2013-09-20", []),
    ],
)
def test_days_at_which_parents_can_be_met(on: str, found: list[Season]) -> None:
    term = "2014-1" if on >= "2014-02" else "2013-2"
    people = counted(roll(child(), child(父亲=HOME), 学期=TERMS), on=on, term=term)
    assert seasons(people, 30) == found


def test_a_class_without_left_behind_children_waits_for_nobody() -> None:
    assert seasons(counted(roll(child(父亲=HOME)), on="2014-01-20"), 30) == []
