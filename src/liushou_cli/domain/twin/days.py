"""Days moved so that none need be a real one, and yet each stays in its term, before or after today, and in order."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import groupby

from liushou_cli.domain.days import add_months
from liushou_cli.domain.term import Span
from liushou_cli.domain.twin.corpus import Draw

_FAR = 6  # days that a day is moved by at most: months stay the months they were, more or less
_DAY = timedelta(days=1)


class Days:
    """Of one folder: a day that stands in several files is moved alike in all of them.

    What lies before *start*, births above all, goes back by one number of days; the first and the last day of a
    term, and the first of a month that is written without a day, stay.
    """

    def __init__(
        self, days: Iterable[date], months: Iterable[date], start: date, today: date, span: Callable[[date], Span],
        draw: Draw,
    ) -> None:  # fmt: skip
        self._start = start
        self._back = timedelta(days=5 + draw(16))
        self._draw = draw
        fixed = set(months)
        self._moved: dict[date, date] = {}
        recent = sorted(day for day in {*days, *fixed} if day >= start)
        for (first, last, past), group in groupby(recent, key=lambda day: (*span(day), day <= today)):
            low, high = (first, min(last, today)) if past else (max(first, today + _DAY), last)
            inner = [day for day in group if day not in (first, last)]
            self._spread(
                inner, fixed, low if low == first else low - _DAY, high + _DAY if high != last else last
            )

    def moved(self, day: date) -> date:
        return day - self._back if day < self._start else self._moved.get(day, day)

    def month(self, day: date) -> date:
        """Where the month of *day* is moved; *day* is its first."""
        return add_months(day, -1) if day < self._start else day

    def _spread(self, days: list[date], fixed: set[date], low: date, high: date) -> None:
        """Each of *days* somewhere near, strictly in order, between *low* and *high*, neither of them included."""
        before = low
        for place, day in enumerate(days):
            if day in fixed:
                before = self._moved[day] = day
                continue
            ahead = next(
                ((i, one) for i, one in enumerate(days[place:]) if one in fixed), (len(days) - place, high)
            )
            least = max(before + _DAY, day - _FAR * _DAY)
            most = min(day + _FAR * _DAY, ahead[1] - ahead[0] * _DAY)
            choice = [least + step * _DAY for step in range(max(0, (most - least).days) + 1)]
            others = [one for one in choice if one != day] or choice
            before = self._moved[day] = others[self._draw(len(others))]
