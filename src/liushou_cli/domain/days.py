"""Calendar days as people write them, and arithmetic in months.

A record holds ``2013-10-12``; hands also write ``2013-9-1``, ``2013.9.1``,
``2013/9/1`` and ``2013年9月1日``. Anything else is refused: ``2013`` or
``20131012`` could be many things.
"""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import MAXYEAR, date, timedelta

_DAY = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)",
    re.ASCII,
)
_MONTH = re.compile(r"(\d{4})(?:-(\d{1,2})|年(\d{1,2})月)", re.ASCII)


def parse_day(text: str) -> date:
    """A whole day. Raises ``ValueError`` whose text is a Chinese sentence."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise ValueError(f"“{text}”不是日期，写成 2013-10-12 的样子")
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"没有“{text}”这一天") from None


def parse_month_or_day(text: str) -> date:
    """A day, or a month meaning its first day. Raises ``ValueError`` as :func:`parse_day`."""
    found = _MONTH.fullmatch(text.strip())
    if not found:
        return parse_day(text)
    year, month = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, 1)
    except ValueError:
        raise ValueError(f"没有“{text}”这个月") from None


def add_months(day: date, months: int) -> date:
    """The same day of month, *months* later; the last day where the month is shorter, or the calendar ends."""
    year, month = divmod(_month_index(day) + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    return add_months(day, 12 * years)


def age_on(born: date, day: date) -> int:
    """Full years (周岁); someone born on 29 February turns on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def whole_months(first: date, last: date) -> list[tuple[date, date]]:
    """The calendar months that lie wholly within ``first..last``, as (first day, last day)."""
    starts = [
        date(index // 12, index % 12 + 1, 1) for index in range(_month_index(first), _month_index(last) + 1)
    ]
    months = [(start, start.replace(day=monthrange(start.year, start.month)[1])) for start in starts]
    return [(start, end) for start, end in months if first <= start and end <= last]


def chinese(day: date) -> str:
    """2013年12月30日: Arabic digits, no leading zero (GB/T 9704-2012)."""
    return f"{day.year}年{day.month}月{day.day}日"


def month_and_day(day: date) -> str:
    """12月30日: where the term has said the year."""
    return f"{day.month}月{day.day}日"


def _month_index(day: date) -> int:
    return day.year * 12 + day.month - 1


_SOON = timedelta(days=31)
_SPOKEN = {"今天": 0, "昨天": 1, "前天": 2}
_MONTH_AND_DAY = re.compile(r"(\d{1,2})(?:-(\d{1,2})|\.(\d{1,2})|/(\d{1,2})|月(\d{1,2})日?)", re.ASCII)


def parse_spoken(text: str, today: date) -> date:
    """A day as typed at a prompt: 今天, 昨天, 前天, ``10-12``, or a whole day.

    ``10-12`` is the last one up to *today*; but one in the next few weeks is meant as that,
    for the caller to refuse: nobody writes 10-13 on the 12th for a day of last year.
    """
    text = text.strip()
    if text in _SPOKEN:
        return today - timedelta(days=_SPOKEN[text])
    guesses = _in_years(text, (today.year, today.year - 1))
    if guesses is None:
        return parse_day(text)
    for guess in guesses:
        if guess <= today + _SOON:
            return guess
    raise ValueError(f"没有“{text}”这一天")


def parse_promised(text: str, today: date) -> date:
    """The day something is to be done by, as typed at a prompt: ``12-5`` is the one nearest to *today*."""
    text = text.strip()
    if text in _SPOKEN:
        return today - timedelta(days=_SPOKEN[text])
    guesses = _in_years(text, (today.year, today.year + 1, today.year - 1))
    if guesses is None:
        return parse_day(text)
    if not guesses:
        raise ValueError(f"没有“{text}”这一天")
    return min(guesses, key=lambda guess: abs(guess - today))


def _in_years(text: str, years: tuple[int, ...]) -> list[date] | None:
    """``10-12`` in each of *years* that has it; None for what is not a month and a day."""
    found = _MONTH_AND_DAY.fullmatch(text)
    if not found:
        return None
    month, day = (int(part) for part in found.groups() if part is not None)
    guesses = []
    for year in years:
        with suppress(ValueError):  # 2-29, or no day at all
            guesses.append(date(year, month, day))
    return guesses
