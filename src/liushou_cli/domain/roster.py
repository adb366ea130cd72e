"""One line a child: what lists, look-ups and completion need, without the whole file.

Rows are drawn from files by :mod:`liushou_cli.domain.roster_row` and kept in
an index; this module knows neither, so a list is quick.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.choices import Registered, Stage
from liushou_cli.domain.grade import class_name
from liushou_cli.domain.term import Span, Term, containing, default_span


class Row(NamedTuple):
    """Everything that changes over time is dated: ``(since, value)`` pairs in order, or days.

    ``spells`` are those in the class whose folder holds the file, ``elsewhere`` those in other classes.
    """

    id: str
    name: str
    gender: str
    born: date
    pinyin: str
    initials: str
    spells: tuple[tuple[date, date | None], ...]
    statuses: tuple[tuple[date, str], ...]
    caregivers: tuple[tuple[date, str], ...]
    levels: tuple[tuple[date, str], ...]
    visits: tuple[date, ...]
    calls: tuple[date, ...]
    surveys: tuple[date, ...]
    elsewhere: tuple[tuple[date, date | None], ...] = ()

    def enrolled_on(self, day: date) -> bool:
        return _within(self.spells, day)

    def on_file_on(self, day: date) -> bool:
        """Whether she was in this class or another of the school."""
        return _within((*self.spells, *self.elsewhere), day)

    def status_on(self, day: date) -> str:
        """双亲留守, 单亲留守 or 非留守 under the class's definition; "" before it existed."""
        return _at(self.statuses, day)

    def left_behind_on(self, day: date) -> bool:
        return self.status_on(day) in (Registered.BOTH, Registered.ONE)

    def caregiver_on(self, day: date) -> str:
        return _at(self.caregivers, day)

    def level_on(self, day: date) -> str:
        return _at(self.levels, day)


class ClassFacts(NamedTuple):
    """What class.yaml and school.yaml say that quick commands need."""

    code: str
    stage: str
    teacher: str
    school: str
    signer: str
    definition: str
    auto_commit: bool
    spans: tuple[tuple[Term, Span], ...]
    pupils: tuple[tuple[str, int], ...]

    def span(self, term: Term) -> Span:
        return dict(self.spans).get(term) or default_span(term)

    def term_of(self, day: date) -> Term:
        return containing(day, dict(self.spans))

    def class_name(self, term: Term) -> str:
        return class_name(Stage(self.stage), self.code, term)


class Roster(NamedTuple):
    """One class at a glance; ``unreadable`` names the files that could not be understood."""

    facts: ClassFacts
    rows: tuple[Row, ...]
    unreadable: tuple[str, ...]


def count_within(days: Iterable[date], span: Span) -> int:
    return sum(day in span for day in days)


def match(rows: Iterable[Row], query: str) -> list[Row]:
    """The children *query* may mean: the exact 编号 or name alone, else pinyin, initials, or a part of the name."""
    rows = list(rows)
    wanted = _closed_up(query)
    if not wanted:
        return []
    ways: tuple[Callable[[Row], bool], ...] = (
        lambda row: wanted in (row.id, _closed_up(row.name)),
        lambda row: wanted in (row.pinyin, row.initials),
        lambda row: row.pinyin.startswith(wanted) or wanted in _closed_up(row.name),
    )
    for same in ways:
        if found := [row for row in rows if same(row)]:
            return found
    return []


def _within(spells: Iterable[tuple[date, date | None]], day: date) -> bool:
    return any(since <= day and (until is None or day <= until) for since, until in spells)


def _closed_up(text: str) -> str:
    """Without blanks of any width: rosters often space names of two characters out."""
    return "".join(text.split()).lower()


def _at(pairs: tuple[tuple[date, str], ...], day: date) -> str:
    return next((value for since, value in reversed(pairs) if since <= day), "")
