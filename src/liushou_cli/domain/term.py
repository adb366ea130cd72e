"""School terms. ``2013-2`` is the second term of calendar year 2013, the autumn one.

上学期/下学期 mean opposite things under calendar-year and school-year
counting, so they are never printed; 秋季 and 春季 cannot be misread.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

_YEAR = "([12][0-9]{3})"
_SHORT = re.compile(f"{_YEAR}-([12])")
_SEASON = re.compile(f"{_YEAR}年?(春|秋|上|下)(?:季|半年|期)?(?:学期)?")
_SCHOOL_YEAR = re.compile(f"{_YEAR}[-—–]{_YEAR}(?:-([12])|学年度?第([一二])学期)")
_TWICE = re.compile("(.+)（(.+)）", re.ASCII)  # as printed in full: 2013年秋季学期（2013—2014学年度第一学期）


class Term(NamedTuple):
    """Calendar year and half: 1 = spring, 2 = autumn. Orders by time."""

    year: int
    half: int

    def __str__(self) -> str:
        return f"{self.year}-{self.half}"

    @property
    def season(self) -> str:
        return "秋季" if self.half == 2 else "春季"

    @property
    def short(self) -> str:
        """2013年秋季学期"""
        return f"{self.year}年{self.season}学期"

    @property
    def school_year(self) -> int:
        """The calendar year in which the term's school year began."""
        return self.year if self.half == 2 else self.year - 1

    @property
    def long(self) -> str:
        """2013年秋季学期（2013—2014学年度第一学期）"""
        ordinal = "一" if self.half == 2 else "二"
        return f"{self.short}（{self.school_year}—{self.school_year + 1}学年度第{ordinal}学期）"

    @property
    def next(self) -> "Term":
        return Term(self.year + 1, 1) if self.half == 2 else Term(self.year, 2)

    @property
    def previous(self) -> "Term":
        return Term(self.year, 1) if self.half == 2 else Term(self.year - 1, 2)


class Span(NamedTuple):
    """Days from ``first`` to ``last``, both counted."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def until(self, day: date) -> "Span":
        """The part not after *day*; empty (last < first) when it lies wholly after."""
        return Span(self.first, min(self.last, day))


def parse(text: str) -> Term:
    """A term from any accepted spelling. Raises ``ValueError`` with a Chinese sentence."""
    plain = text.strip().replace(" ", "")
    twice = _TWICE.fullmatch(plain)
    said = {_parse(part) for part in (twice.groups() if twice else (plain,))}
    term = said.pop()
    if term is None or said:
        raise ValueError(f"“{text}”不是学期，写成 2013-2（2013年秋季学期）或 2014-1（2014年春季学期）")
    return term


def _parse(text: str) -> Term | None:
    if found := _SHORT.fullmatch(text):
        return Term(int(found[1]), int(found[2]))
    if found := _SEASON.fullmatch(text):
        return Term(int(found[1]), 1 if found[2] in "春上" else 2)
    if (found := _SCHOOL_YEAR.fullmatch(text)) and int(found[2]) == int(found[1]) + 1:
        first = "1" in (found[3] or "") or found[4] == "一"
        return Term(int(found[1]), 2) if first else Term(int(found[2]), 1)
    return None


def default_span(term: Term) -> Span:
    """Autumn 1 September–31 January, spring 1 February–31 August: holidays belong to a term."""
    if term.half == 2:
        return Span(date(term.year, 9, 1), date(term.year + 1, 1, 31))
    return Span(date(term.year, 2, 1), date(term.year, 8, 31))


def containing(day: date, spans: dict[Term, Span] | None = None) -> Term:
    """The term *day* belongs to; between two set spans, the one that ended last."""
    guess = (
        Term(day.year, 2)
        if day.month >= 9
        else Term(day.year, 1)
        if day.month >= 2
        else Term(day.year - 1, 2)
    )
    known = spans or {}
    for term in (guess.previous, guess, guess.next):
        if term in known and day in known[term]:
            return term
    following = guess.next
    if following in known and known[following].first <= day:
        return following
    if guess in known and day < known[guess].first:
        return guess.previous
    return guess


def day_before(day: date) -> date:
    return day - timedelta(days=1)
