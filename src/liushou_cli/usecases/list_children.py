"""The class at a glance, from the index alone."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.days import age_on
from liushou_cli.domain.roster import count_within
from liushou_cli.store import index
from liushou_cli.store.opening import open_records


class Line(NamedTuple):
    """One child; counts are of the term *today* lies in, up to today."""

    class_name: str
    id: str
    name: str
    gender: str
    age: int
    status: str
    caregiver: str
    level: str
    visits: int
    calls: int
    surveys: int


class Listing(NamedTuple):
    """``undecided`` children are in class, but the definition was not yet in force."""

    lines: list[Line]
    unreadable: list[str]
    undecided: int


def list_children(start: Path, today: date, *, everyone: bool) -> Listing:
    """The left-behind children in class today, or *everyone* with a file; by class, then name."""
    lines: list[Line] = []
    unreadable: list[str] = []
    undecided = 0
    for folder in open_records(start).classes:
        roster = index.roster(folder)
        span = roster.facts.span(roster.facts.term_of(today)).until(today)
        unreadable += roster.unreadable
        undecided += sum(row.enrolled_on(today) and not row.status_on(today) for row in roster.rows)
        for row in sorted(roster.rows, key=lambda row: (row.pinyin, row.id)):
            if everyone or (row.enrolled_on(today) and row.left_behind_on(today)):
                lines.append(
                    Line(
                        folder.name,
                        row.id,
                        row.name,
                        row.gender,
                        age_on(row.born, today),
                        row.status_on(today) if row.enrolled_on(today) else "已离班",
                        row.caregiver_on(today),
                        row.level_on(today),
                        count_within(row.visits, span),
                        count_within(row.calls, span),
                        count_within(row.surveys, span),
                    )
                )
    return Listing(lines, unreadable, undecided)
