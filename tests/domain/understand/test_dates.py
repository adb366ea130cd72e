"""Days in every shape a roster has them, and those that could be two things."""

from datetime import date, datetime

import pytest

from liushou_cli.domain.grid import Value
from liushou_cli.domain.understand.dates import understand_day, understand_month_or_day

DAY = date(2012, 3, 5)


@pytest.mark.parametrize(
    "value",
    [
        DAY,
        datetime.fromisoformat("2012-03-05T08:30"),
        "2012-3-5", "2012-03-05", "2012.3.5", "2012/3/5", "2012年3月5日", "2012年03月05号", "2012 3 5", "2012. 3. 5",
        "20120305", 20120305.0, " 40973", 40973.0, 40973.5, "２０１２．３．５", "'2012-3-5", "2012-03-05 00:00:00",
        "二〇一二年三月五日", "二零一二年三月五日", "25/3/2012",
    ],
)  # fmt: skip
def test_a_whole_day(value: Value) -> None:
    expected = "2012-03-25" if value == "25/3/2012" else "2012-03-05"
    assert understand_day(value) == (expected, "")


def test_numerals_of_two_digits() -> None:
    assert understand_day("二〇一二年十二月二十一日").text == "2012-12-21"
    assert understand_day("二〇一二年十月三十日").text == "2012-10-30"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (2012.1, "“2012.1”是 2012-01还是2012-10，分不出"),
        (" 2012.1", "“2012.1”是 2012-01还是2012-10，分不出"),
        ("2012.10", "“2012.10”只有年月，缺日"),
        (2012.3, "“2012.3”只有年月，缺日"),
        ("201203", "“201203”只有年月，缺日"),
        ("2012年3月", "“2012年3月”只有年月，缺日"),
        (2012.0, "“2012”只有年份"),
        ("3/5/2012", "“3/5/2012”是 2012-03-05还是2012-05-03，分不出"),
        ("12.3.5", "“12.3.5”的年份只有两位"),
        ("98年5月", "“98年5月”的年份只有两位"),
        ("农历三月初五", "“农历三月初五”是农历，没有换算"),
        ("2012-13-1", "没有“2012-13-1”这一天"),
        ("2012-2-30", "没有“2012-2-30”这一天"),
        ("20121301", "没有“20121301”这一天"),
        ("待查", "“待查”看不出是哪天"),
        (True, "“是”看不出是哪天"),
        (3.0, "“3”看不出是哪天"),
    ],
)
def test_no_day_and_why(value: Value, reason: str) -> None:
    assert understand_day(value) == ("", reason)


@pytest.mark.parametrize("value", [2012.3, "2012年3月", "201203", "2012", "3/5/2012"])
def test_the_birthday_in_the_id_number_decides(value: Value) -> None:
    assert understand_day(value, DAY).text == "2012-03-05"


@pytest.mark.parametrize(("decides", "text"), [("2012-01-09", "2012-01-09"), ("2012-10-09", "2012-10-09")])
def test_of_two_months_too(decides: str, text: str) -> None:
    assert understand_day(2012.1, date.fromisoformat(decides)).text == text


def test_it_does_not_overrule_what_was_written() -> None:
    assert understand_day("2012-3-6", DAY).text == "2012-03-06"
    assert understand_day("2012年4月", DAY).text == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2010年3月", "2010-03"),
        ("2010.3", "2010-03"),
        ("201003", "2010-03"),
        ("2010-3-1", "2010-03-01"),
        (2010.1, ""),
    ],
)
def test_a_month_is_enough_since_when(value: Value, text: str) -> None:
    assert understand_month_or_day(value).text == text
    assert understand_month_or_day("2010").reason == "“2010”只有年份"
