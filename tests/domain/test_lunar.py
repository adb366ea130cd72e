from datetime import date

import pytest

from liushou_cli.domain.lunar import day_in, next_day
from liushou_cli.domain.lunar_day import parse


@pytest.mark.parametrize(
    ("year", "lunar", "day"),
    [
        (2014, "正月初一", date(2014, 1, 31)),
        (2013, "八月十五", date(2013, 9, 19)),
        (2013, "腊月三十", date(2014, 1, 30)),
        (2014, "闰九月初九", date(2014, 11, 1)),
        (2013, "闰九月初九", date(2013, 10, 13)),  # no leap month that year: kept in the ninth
        (2015, "腊月三十", date(2016, 2, 7)),  # a short month: kept on its last day
        (2200, "正月初一", None),
    ],
)
def test_in_our_calendar(year: int, lunar: str, day: date | None) -> None:
    assert day_in(year, parse(lunar)) == day


@pytest.mark.parametrize(
    ("lunar", "today", "day"),
    [
        ("正月初一", date(2014, 1, 31), date(2014, 1, 31)),
        ("正月初一", date(2014, 2, 1), date(2015, 2, 19)),
        ("腊月初八", date(2014, 1, 1), date(2014, 1, 8)),  # of the lunar year that began in 2013
        ("正月初一", date(2200, 1, 1), None),
    ],
)
def test_the_next_one(lunar: str, today: date, day: date | None) -> None:
    assert next_day(parse(lunar), today) == day
