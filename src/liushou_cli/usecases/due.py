"""Who must be visited or called, by when, and why; who has been silent longest; whom to ring tonight."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.ahead import RETURN, chances, seasons
from liushou_cli.domain.definition import DEFINITIONS
from liushou_cli.domain.gaps import Gap, gaps
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.owed import Owed, in_order, owed
from liushou_cli.domain.population import Population, Ref, population
from liushou_cli.domain.tonight import Ring, rings
from liushou_cli.domain.views.covered import covered
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import ClassRecords, must_be_whole, read_class
from liushou_cli.store.opening import open_records

NEAR = 14  # days ahead that birthdays and parents' returns are told
SEASON = 30  # days ahead that feasts are told


class Line(NamedTuple):
    """One thing owed to one child; days as 2013-12-30, "" where there is none.

    ``kind`` is the label of the rule, 跟进, 帮扶计划, 生日 or 返乡; ``since`` the first day it is owed.
    """

    class_name: str
    id: str
    name: str
    what: str
    by: str
    overdue: bool
    why: str
    last: str
    file: str
    line: int
    kind: str
    since: str
    hamlet: str


class Silence(NamedTuple):
    """How long nobody has been in touch: ``days`` and ``last`` are None and "" where nobody ever was."""

    class_name: str
    id: str
    name: str
    days: int | None
    last: str
    what: str
    next: str
    by: str
    overdue: bool


class Season(NamedTuple):
    name: str
    day: str
    children: int


class Tonight(NamedTuple):
    """``numbers`` are (奶奶, name, number); ``missed`` (day, who) of tries that did not get through."""

    class_name: str
    id: str
    name: str
    why: tuple[Line, ...]
    numbers: tuple[tuple[str, str, str], ...]
    missed: tuple[tuple[str, str], ...]
    withheld: bool


class Event(NamedTuple):
    """One line as a calendar may show it, names hidden; ``uid`` stays while the duty stays."""

    uid: str
    first: date
    last: date
    overdue: bool
    title: str
    note: str


class Due(NamedTuple):
    lines: list[Line]
    gaps: list[Silence]
    seasons: list[Season]
    tonight: list[Tonight]
    events: list[Event]


def due(
    start: Path, today: date, within: int | None, kinds: tuple[str, ...] = (), mask: Mask = Mask.INITIAL
) -> Due:
    """What is owed in today's term, soonest first; *within* leaves out what is more than so many days off,
    *kinds* all but those. *mask* is for the events.

    Raises :class:`liushou_cli.errors.Damaged` where a file cannot be understood: a child must not be
    forgotten because her file is broken.
    """
    classes = [read_class(folder) for folder in open_records(start).classes]
    must_be_whole([problem for one in classes for problem in one.problems()])
    found = [_of_class(one, today, within, kinds, mask) for one in classes]
    return Due(
        sorted((line for one in found for line in one.lines), key=lambda line: line.by or "9999"),
        sorted((gap for one in found for gap in one.gaps), key=lambda gap: gap.last),
        _together(season for one in found for season in one.seasons),
        sorted((ring for one in found for ring in one.tonight), key=lambda ring: ring.why[0].by or "9999"),
        sorted((event for one in found for event in one.events), key=lambda event: (event.last, event.uid)),
    )


def _of_class(one: ClassRecords, today: date, within: int | None, kinds: tuple[str, ...], mask: Mask) -> Due:
    people = _people(one, today)
    duties = owed(people)
    near, far = (NEAR, SEASON) if within is None else (within, within)
    found = [
        entry
        for entry in in_order([*duties, *chances(people, near)])
        if (not kinds or entry.kind in kinds) and _near(entry, today, within)
    ]
    return Due(
        [_line(one, entry, today) for entry in found],
        [_silence(one, gap, today) for gap in gaps(people, duties)],
        [Season(season.name, season.day.isoformat(), season.children) for season in seasons(people, far)],
        [_tonight(one, ring, today) for ring in rings(duties, today)],
        [_event(entry, entry.by, today, mask) for entry in found if entry.by],
    )


def _people(one: ClassRecords, today: date) -> Population:
    rule = DEFINITIONS[one.settings.definition]
    if today < rule.since:
        raise BadInput(
            f"口径“{rule.name}”从 {rule.since} 起才有，不能用于 {today}", "在 class.yaml 里换一种口径"
        )
    return population([one.roll()], one.settings.term_of(today), today, rule)


def _near(entry: Owed, today: date, within: int | None) -> bool:
    return within is None or entry.by is None or entry.by <= today + timedelta(days=within)


def _line(one: ClassRecords, entry: Owed, today: date) -> Line:
    child = entry.member.child
    return Line(
        one.folder.name, child.id, child.name, entry.what, _iso(entry.by), entry.overdue(today), entry.why,
        _iso(entry.last), entry.ref.file, _line_of(one, entry.ref), entry.kind, _iso(entry.since), child.hamlet,
    )  # fmt: skip


def _line_of(one: ClassRecords, ref: Ref) -> int:
    return next((file.line(ref.path) for file in one.children if file.file == ref.file), 0)


def _silence(one: ClassRecords, gap: Gap, today: date) -> Silence:
    child, following = gap.member.child, gap.next
    return Silence(
        one.folder.name, child.id, child.name, gap.days(today), _iso(gap.last), gap.what,
        following.what if following else "", _iso(following.by) if following else "",
        following.overdue(today) if following else False,
    )  # fmt: skip


def _tonight(one: ClassRecords, ring: Ring, today: date) -> Tonight:
    child = ring.member.child
    return Tonight(
        one.folder.name, child.id, child.name, tuple(_line(one, entry, today) for entry in ring.why),
        tuple((to.relation, to.name, to.phone) for to in ring.numbers),
        tuple((call.on.isoformat(), "、".join(call.with_whom)) for call in ring.missed),
        bool(child.withheld),
    )  # fmt: skip


def _event(entry: Owed, by: date, today: date, mask: Mask) -> Event:
    """A calendar travels to telephones: what it says is :func:`liushou_cli.domain.views.covered.covered`."""
    key = "|".join((entry.member.child.id, entry.kind, entry.key or by.isoformat()))
    first = entry.since if entry.kind == RETURN and entry.since else by
    title, note = covered(entry, mask)
    return Event(key, first, by, entry.overdue(today), title, note)


def _together(found: Iterable[Season]) -> list[Season]:
    """One line for a day, however many classes it is told of."""
    sums: dict[tuple[str, str], int] = {}
    for season in found:
        sums[season.day, season.name] = sums.get((season.day, season.name), 0) + season.children
    return [Season(name, day, children) for (day, name), children in sorted(sums.items())]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
