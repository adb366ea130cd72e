"""Where am I: the class, the term, what is not reached yet, what is broken."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.definition import DEFINITIONS
from liushou_cli.domain.due import shortfalls
from liushou_cli.domain.figures import figures
from liushou_cli.domain.grade import GRADUATED, class_code, grade
from liushou_cli.domain.policy import LABELS
from liushou_cli.domain.population import population
from liushou_cli.domain.problem import Problem
from liushou_cli.domain.term import Term
from liushou_cli.store.class_records import ClassRecords, read_class
from liushou_cli.store.opening import open_records


class Lacking(NamedTuple):
    """The children one rule is not met for."""

    label: str
    rhythm: str
    names: tuple[str, ...]


class ClassStatus(NamedTuple):
    """``counts`` are figures by name; empty where the definition did not exist or files are broken.

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
    graduated: int = 0


def status(start: Path, today: date) -> list[ClassStatus]:
    """One entry a class. Files that cannot be read are counted as problems, not left out in silence."""
    return [_status(read_class(folder), today) for folder in open_records(start).classes]


def _status(one: ClassRecords, today: date) -> ClassStatus:
    settings = one.settings
    term = settings.term_of(today)
    counts, lacking = _owed(one, term, today)
    return ClassStatus(
        settings.class_name(term), settings.school_name, settings.own.teacher, term.long, len(one.children), counts,
        lacking, tuple(one.problems()), _graduated(one, term),
    )  # fmt: skip


def _graduated(one: ClassRecords, term: Term) -> int:
    own = one.settings.own
    if grade(own.stage, class_code(own.code)[0], term) != GRADUATED:
        return 0
    children = [file.value for file in one.children if file.value]
    return sum(any(spell.until is None for spell in child.spells) for child in children)


def _owed(one: ClassRecords, term: Term, today: date) -> tuple[dict[str, int], tuple[Lacking, ...]]:
    settings = one.settings
    rule = DEFINITIONS[settings.definition]
    if today < rule.since:
        return {}, ()
    people = population([one.roll()], term, today, rule)
    numbers = figures(people)
    unmet = shortfalls(people)
    lacking = [
        Lacking(label, str(getattr(settings.policy, name)), tuple(
            member.child.name for member, duties in unmet if any(duty.label == label for duty in duties)
        ))
        for name, label in LABELS.items()
    ]  # fmt: skip
    counts = {name: len(numbers[name].refs) for name in ("留守儿童", "双亲留守", "单亲留守", "跟进逾期")}
    return counts, tuple(entry for entry in lacking if entry.names)
