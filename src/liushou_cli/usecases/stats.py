"""The figures of the documents, for the terminal: the class now, in groups, and term by term."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.choices import Breakdown
from liushou_cli.domain.figures import figures
from liushou_cli.domain.population import ClassRoll, Population, population
from liushou_cli.domain.stats import TERMLY, Line, broken_down, number, of
from liushou_cli.domain.term import Term
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import must_be_whole, read_class
from liushou_cli.store.counting import counted
from liushou_cli.store.opening import open_records

_MOST_TERMS = 12


class Stats(NamedTuple):
    """``figures`` by name (shares 0–1, None for a share of nobody); ``terms`` the oldest first."""

    place: str
    term: Term
    as_of: date
    definition: str
    figures: dict[str, int | float | None]
    groups: list[Line]
    terms: list[Line]


def stats(start: Path, term: Term | None, by: Breakdown | None, today: date) -> Stats:
    """*term* defaults to today's; its figures are up to today or its end, whichever is earlier.

    Raises :class:`BadInput` for a term that has not begun and where the definition was not in force,
    :class:`liushou_cli.errors.Damaged` where a file cannot be understood.
    """
    records = open_records(start)
    classes = [read_class(folder) for folder in records.classes]
    must_be_whole([problem for one in classes for problem in one.problems()])
    if not classes:
        raise BadInput("这里一个班也没有", "用 liushou init 新建")
    rolls = [one.roll() for one in classes]
    settings = classes[0].settings
    term = term or settings.term_of(today)
    people = _people(rolls, term, today)
    name = settings.school_name + ("" if records.whole_school else settings.class_name(term))
    return Stats(
        name, term, people.as_of, people.rule.name.value,
        {name: number(figure) for name, figure in figures(people).items()},
        broken_down(people, by) if by else [],
        [] if by else _by_term(rolls, people),
    )  # fmt: skip


def _people(rolls: Sequence[ClassRoll], term: Term, today: date) -> Population:
    first = min(roll.settings.span(term).first for roll in rolls)
    if first > today:
        raise BadInput(f"{term.short}从 {first} 开始，还没有到", "换一个学期")
    return counted(rolls, term, _until(rolls, term, today))


def _until(rolls: Sequence[ClassRoll], term: Term, today: date) -> date:
    return min(today, max(roll.settings.span(term).last for roll in rolls))


def _by_term(rolls: Sequence[ClassRoll], people: Population) -> list[Line]:
    """From the first term somebody was in class, to the one told of; terms before the definition are left out."""
    began = [spell.since for roll in rolls for _, child in roll.children for spell in child.spells]
    found: list[Line] = []
    term = people.term
    while began and len(found) < _MOST_TERMS:
        last = _until(rolls, term, people.as_of)
        if last < max(min(began), people.rule.since):
            break
        told = people if term == people.term else population(rolls, term, last, people.rule)
        found.append(Line(str(term), of(told, TERMLY)))
        term = term.previous
    return found[::-1]
