"""Lunar days in our calendar: the one door to lunardate, whose tables run from 1900 to 2099."""

from datetime import date

from lunardate import LunarDate

from liushou_cli.domain.lunar_day import LunarDay

_YEARS = range(1900, 2100)


def day_in(year: int, lunar: LunarDay) -> date | None:
    """*lunar* of the lunar *year*. None beyond the tables.

    A leap month that year has not got is kept in the month of the same number, the 30th of a short
    month on its 29th: that is how families keep such a birthday.
    """
    if year not in _YEARS:
        return None
    leap = lunar.leap and LunarDate.leap_month_for_year(year) == lunar.month
    found: date
    try:
        found = LunarDate(year, lunar.month, lunar.day, leap).to_solar_date()
    except ValueError:
        found = LunarDate(year, lunar.month, lunar.day - 1, leap).to_solar_date()
    return found


def next_day(lunar: LunarDay, day: date) -> date | None:
    """The next *lunar* on or after *day*. None beyond the tables."""
    for year in (day.year - 1, day.year, day.year + 1):
        found = day_in(year, lunar)
        if found and found >= day:
            return found
    return None
