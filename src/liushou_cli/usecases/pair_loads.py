"""Say who is paired with how many children, and who with nobody."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.definition import DEFINITIONS, status_on
from liushou_cli.domain.pairs import Load, loads
from liushou_cli.store.class_records import must_be_whole, read_class
from liushou_cli.store.opening import open_records


class Loads(NamedTuple):
    """``without`` are left-behind children in class who are paired with nobody: (class, name)."""

    people: list[Load]
    without: list[tuple[str, str]]
    limit: int | None


def pair_loads(start: Path, today: date) -> Loads:
    """Who is paired with how many, and who has nobody, in the classes *start* stands in."""
    classes = [read_class(folder) for folder in open_records(start).classes]
    must_be_whole([problem for one in classes for problem in one.problems()])
    children: list[Child] = []
    without: list[tuple[str, str]] = []
    limit: int | None = None
    for one in classes:
        rule = DEFINITIONS[one.settings.definition]
        limit = one.settings.pairs_each
        here = [file.value for file in one.children if file.value and file.value.enrolled_on(today)]
        children += here
        without += [
            (one.settings.own.code, child.name)
            for child in here
            if not in_force(child.pairings, today)
            and today >= rule.since
            and status_on(child, rule, today).left_behind
        ]
    return Loads(loads(children, today), without, limit)
