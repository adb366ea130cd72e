"""Who must be visited or called, by when, and why."""

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.definition import DEFINITIONS
from liushou_cli.domain.owed import Owed, owed
from liushou_cli.domain.population import population
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import ClassRecords, must_be_whole, read_class
from liushou_cli.store.opening import open_records


class Line(NamedTuple):
    """One thing owed to one child; days as 2013-12-30, "" where there is none."""

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


def due(start: Path, today: date, within: int | None) -> list[Line]:
    """What is owed in today's term, soonest first; *within* leaves out what is more than so many days off.

    Raises :class:`liushou_cli.errors.Damaged` where a file cannot be understood: a child must not be
    forgotten because her file is broken.
    """
    classes = [read_class(folder) for folder in open_records(start).classes]
    must_be_whole([problem for one in classes for problem in one.problems()])
    found = [line for one in classes for line in _of_class(one, today)]
    if within is not None:
        horizon = (today + timedelta(days=within)).isoformat()
        found = [line for line in found if line.by <= horizon]
    return sorted(found, key=lambda line: line.by or "9999")


def _of_class(one: ClassRecords, today: date) -> list[Line]:
    rule = DEFINITIONS[one.settings.definition]
    if today < rule.since:
        raise BadInput(
            f"口径“{rule.name}”从 {rule.since} 起才有，不能用于 {today}", "在 class.yaml 里换一种口径"
        )
    people = population([one.roll()], one.settings.term_of(today), today, rule)
    files = {file.file: file for file in one.files()}
    return [_line(one, entry, files[entry.ref.file].line(entry.ref.path), today) for entry in owed(people)]


def _line(one: ClassRecords, entry: Owed, line: int, today: date) -> Line:
    return Line(
        one.folder.name,
        entry.member.child.id,
        entry.member.child.name,
        entry.what,
        entry.by.isoformat() if entry.by else "",
        entry.overdue(today),
        entry.why,
        entry.last.isoformat() if entry.last else "",
        entry.ref.file,
        line,
    )
