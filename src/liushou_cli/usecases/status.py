"""The page to start the week with: the class, the term, what is late, what comes, what is broken."""

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.consents import CONSENT, lapses
from liushou_cli.domain.definition import DEFINITIONS
from liushou_cli.domain.due import shortfalls
from liushou_cli.domain.figures import figures
from liushou_cli.domain.grade import GRADUATED, class_code, grade
from liushou_cli.domain.owed import Owed, owed
from liushou_cli.domain.policy import LABELS
from liushou_cli.domain.population import Population, population
from liushou_cli.domain.problem import Problem
from liushou_cli.domain.screening import hints
from liushou_cli.domain.term import Term
from liushou_cli.store.class_records import ClassRecords, read_class
from liushou_cli.store.opening import open_records

_WEEK = timedelta(days=7)


class Lacking(NamedTuple):
    """The children one rule is not met for, the longest overdue first; ``open``: there is still time to."""

    label: str
    rhythm: str
    names: tuple[str, ...]
    open: bool


class Task(NamedTuple):
    """Something to be done for a child by a day."""

    name: str
    what: str
    by: str


class ClassStatus(NamedTuple):
    """``counts`` are figures by name; empty, as is the rest, where the definition did not exist.

    ``late`` are promises past their day, ``coming`` all that is due within seven days. ``lapsed`` are
    consents and entrustments that have run out or were withdrawn, ``unasked`` who never consented.
    ``reviews`` are levels to be judged again, ``hints`` the children whose level the records question.
    ``graduated`` are children still in a class that is past its last year.
    """

    name: str
    school: str
    teacher: str
    term: str
    files: int
    counts: dict[str, int]
    lacking: tuple[Lacking, ...]
    problems: tuple[Problem, ...]
    late: tuple[Task, ...] = ()
    coming: tuple[Task, ...] = ()
    lapsed: tuple[Task, ...] = ()
    unasked: tuple[str, ...] = ()
    reviews: tuple[Task, ...] = ()
    hints: tuple[str, ...] = ()
    graduated: int = 0


def status(start: Path, today: date) -> list[ClassStatus]:
    """One entry a class. Files that cannot be read are counted as problems, not left out in silence."""
    return [_status(read_class(folder), today) for folder in open_records(start).classes]


def _status(one: ClassRecords, today: date) -> ClassStatus:
    settings = one.settings
    term = settings.term_of(today)
    page = ClassStatus(
        settings.class_name(term), settings.school_name, settings.own.teacher, term.long, len(one.children), {},
        (), tuple(one.problems()), graduated=_graduated(one, term),
    )  # fmt: skip
    rule = DEFINITIONS[settings.definition]
    return page if today < rule.since else _filled(page, population([one.roll()], term, today, rule))


def _graduated(one: ClassRecords, term: Term) -> int:
    own = one.settings.own
    if grade(own.stage, class_code(own.code)[0], term) != GRADUATED:
        return 0
    children = [file.value for file in one.children if file.value]
    return sum(any(spell.until is None for spell in child.spells) for child in children)


def _filled(page: ClassStatus, people: Population) -> ClassStatus:
    numbers = figures(people)
    waiting = owed(people)
    weighed = hints(people, waiting)
    return page._replace(
        counts={name: len(numbers[name].refs) for name in ("留守儿童", "双亲留守", "单亲留守", "跟进逾期")},
        lacking=_lacking(people, waiting),
        late=tuple(_task(one) for one in waiting if one.overdue(people.as_of) and _promised(one)),
        coming=tuple(_task(one) for one in waiting if _within_a_week(one, people.as_of)),
        lapsed=_lapsed(people),
        unasked=_unasked(people),
        reviews=tuple(
            Task(one.member.child.name, "复评", one.review.isoformat()) for one in weighed if one.review
        ),
        hints=tuple(one.member.child.name for one in weighed if one.differs),
    )


def _lacking(people: Population, waiting: list[Owed]) -> tuple[Lacking, ...]:
    soonest = {(one.member.file, one.what): place for place, one in reversed(list(enumerate(waiting)))}
    settings = people.rolls[0].settings
    running = people.as_of <= settings.span(people.term).last
    unmet = shortfalls(people)
    found = []
    for label in LABELS.values():
        short = [member for member, duties in unmet if any(duty.label == label for duty in duties)]
        periods = {duty.rhythm.per for _, duties in unmet for duty in duties if duty.label == label}
        places = {member.file: soonest.get((member.file, label), len(waiting)) for member in short}
        short.sort(key=lambda member, places=places: places[member.file])  # type: ignore[misc]
        if short:
            names = tuple(member.child.name for member in short)
            found.append(Lacking(label, settings.asked[label], names, running and periods == {"学期"}))
    return tuple(found)


def _promised(one: Owed) -> bool:
    return "跟进" in one.ref.path


def _within_a_week(one: Owed, today: date) -> bool:
    return one.by is not None and today <= one.by <= today + _WEEK


def _task(one: Owed) -> Task:
    return Task(one.member.child.name, one.what, one.by.isoformat() if one.by else "")


def _lapsed(people: Population) -> tuple[Task, ...]:
    day = people.as_of
    return tuple(
        Task(member.child.name, one.what, one.on.isoformat())
        for member in people.counted
        for one in lapses(member.child, day, day)
        if one.on
    )


def _unasked(people: Population) -> tuple[str, ...]:
    day = people.as_of
    return tuple(
        member.child.name
        for member in people.counted
        if any(one.what == CONSENT and one.on is None for one in lapses(member.child, day, day))
    )
