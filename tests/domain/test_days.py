from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.days import (
    add_months,
    add_years,
    age_on,
    chinese,
    parse_day,
    parse_month_or_day,
    parse_promised,
    parse_spoken,
    whole_months,
)

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    "text", ["2013-09-01", "2013-9-1", "2013.9.1", "2013/9/1", "2013年9月1日", " 2013-9-1 "]
)
def test_the_ways_hands_write_a_day(text: str) -> None:
    assert parse_day(text) == date(2013, 9, 1)
    assert parse_month_or_day(text) == date(2013, 9, 1)


@pytest.mark.parametrize("text", ["2010-03", "2010-3", "2010年3月"])
def test_a_month_is_its_first_day(text: str) -> None:
    assert parse_month_or_day(text) == date(2010, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "", "2013", "20131012", "13-10-12", "2013-10", "2013-10-12-1", "2013.9-1", "2013-9.1", "2013/9.1",
        "2013年9月1", "10-12-2013", "2013-010-1", "昨天", "2013-10-12T08:00", "2013-10-12\n2013-10-13",
        "２０１３-１０-１２", "٢٠١٣-١٠-١٢",
    ],
)  # fmt: skip
def test_what_could_be_many_things_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="不是日期，写成 2013-10-12 的样子"):
        parse_day(text)


@pytest.mark.parametrize("text", ["2013-02-29", "2013-13-01", "2013-00-10", "2013-04-31", "0000-01-01"])
def test_a_day_that_never_was(text: str) -> None:
    with pytest.raises(ValueError, match=f"没有“{text}”这一天"):
        parse_day(text)


@pytest.mark.parametrize("text", ["2013-13", "2013-00", "0000-01"])
def test_a_month_that_never_was(text: str) -> None:
    with pytest.raises(ValueError, match=f"没有“{text}”这个月"):
        parse_month_or_day(text)


@pytest.mark.parametrize("text", ["2013", "3月", "２０１３-０３", "2013.3", "2013/3"])
def test_a_month_said_in_part_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="不是日期"):
        parse_month_or_day(text)


@given(days)
def test_every_printed_day_reads_back(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_day(chinese(day)) == day
    assert parse_month_or_day(f"{day:%Y-%m}") == day.replace(day=1)


def test_chinese_dates_have_no_leading_zeros() -> None:
    assert chinese(date(2013, 9, 1)) == "2013年9月1日"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2013-11-30", 3, "2014-02-28"),
        ("2011-11-30", 3, "2012-02-29"),
        ("2013-01-31", 1, "2013-02-28"),
        ("2013-12-31", 1, "2014-01-31"),
        ("2013-10-15", 0, "2013-10-15"),
        ("2013-03-31", 12, "2014-03-31"),
        ("2012-02-29", 48, "2016-02-29"),
    ],
)
def test_months_later(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(later)


@given(days, st.integers(0, 400), st.integers(0, 400))
def test_more_months_are_never_earlier(day: date, some: int, more: int) -> None:
    assert add_months(day, some) <= add_months(day, some + more)


@given(st.dates(date(9900, 1, 1), date.max), st.integers(0, 5000))
def test_beyond_the_calendar_is_its_last_day(day: date, months: int) -> None:
    """A file may say 9999-12-31 for "no end"; arithmetic on it must not break the program."""
    assert day <= add_months(day, months) <= date.max


def test_a_leap_day_has_a_birthday_in_every_year() -> None:
    assert add_years(date(2004, 2, 29), 16) == date(2020, 2, 29)
    assert add_years(date(2004, 2, 29), 18) == date(2022, 2, 28)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2001-05-12", "2013-05-11", 11),
        ("2001-05-12", "2013-05-12", 12),
        ("2000-02-29", "2013-02-28", 12),
        ("2000-02-29", "2013-03-01", 13),
        ("2000-02-29", "2016-02-29", 16),
        ("2001-05-12", "2001-05-12", 0),
    ],
)
def test_full_years(born: str, day: str, age: int) -> None:
    assert age_on(date.fromisoformat(born), date.fromisoformat(day)) == age


@given(st.dates(date(1990, 1, 1), date(2015, 1, 1)), st.integers(0, 20 * 366))
def test_an_age_is_years_full_by_that_day(born: date, lived: int) -> None:
    day = born + timedelta(days=lived)
    age = age_on(born, day)
    assert add_years(born, age) <= day
    assert day < add_years(born, age + 1) + timedelta(days=1)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2013-09-01", "2013-11-30", ["2013-09", "2013-10", "2013-11"]),
        ("2013-09-02", "2013-11-29", ["2013-10"]),
        ("2013-12-01", "2014-01-31", ["2013-12", "2014-01"]),
        ("2014-02-01", "2014-02-28", ["2014-02"]),
        ("2012-02-01", "2012-02-28", []),
        ("2013-09-15", "2013-09-20", []),
        ("2013-10-01", "2013-09-01", []),
    ],
)
def test_whole_months(first: str, last: str, months: list[str]) -> None:
    found = whole_months(date.fromisoformat(first), date.fromisoformat(last))
    assert [f"{start:%Y-%m}" for start, _ in found] == months


@given(days, st.integers(-40, 800))
def test_whole_months_are_whole_lie_within_and_leave_no_whole_one_out(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = whole_months(first, last)
    for start, end in found:
        assert start.day == 1
        assert (end + timedelta(days=1)).day == 1
        assert (start.year, start.month) == (end.year, end.month)
        assert first <= start <= end <= last
    starts = {start for start, _ in found}
    walk = first
    while walk <= last:
        whole = walk.day == 1 and add_months(walk, 1) - timedelta(days=1) <= last
        assert (walk in starts) == whole
        walk += timedelta(days=1)


def test_whole_months_end_with_the_calendar() -> None:
    assert whole_months(date(9999, 11, 1), date.max)[0] == (date(9999, 11, 1), date(9999, 11, 30))


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("今天", "2013-12-30", "2013-12-30"),
        ("昨天", "2014-01-01", "2013-12-31"),
        (" 前天 ", "2013-03-01", "2013-02-27"),
        ("10-12", "2013-12-30", "2013-10-12"),
        ("10.12", "2013-12-30", "2013-10-12"),
        ("10/12", "2013-12-30", "2013-10-12"),
        ("10月12日", "2013-12-30", "2013-10-12"),
        ("12-30", "2013-12-30", "2013-12-30"),
        ("12-31", "2013-12-30", "2013-12-31"),
        ("12-28", "2014-01-05", "2013-12-28"),
        ("12-15", "2013-10-12", "2012-12-15"),
        ("2-29", "2013-01-05", "2012-02-29"),
        ("2013-10-12", "2013-12-30", "2013-10-12"),
        ("2014-10-12", "2013-12-30", "2014-10-12"),
    ],
)
def test_days_as_typed_at_a_prompt(text: str, today: str, day: str) -> None:
    assert parse_spoken(text, date.fromisoformat(today)) == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["2-29", "13-01", "2-30", "0-1", "明天", "10", "10-12-13", ""])
def test_what_is_no_day_at_a_prompt(text: str) -> None:
    with pytest.raises(ValueError, match=r"没有|不是日期"):
        parse_spoken(text, date(2014, 12, 30))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2014-03-01", "2014-03-01"),
        ("1-10", "2014-01-10"),
        ("12-5", "2013-12-05"),
        ("3月1日", "2014-03-01"),
        ("2-28", "2014-02-28"),
    ],
)
def test_the_day_of_a_promise(text: str, day: str) -> None:
    assert parse_promised(text, date(2013, 12, 30)) == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["2-29", "2-30", "下周", ""])
def test_what_is_no_day_of_a_promise(text: str) -> None:
    with pytest.raises(ValueError, match=r"没有|不是日期"):
        parse_promised(text, date(2014, 12, 30))
