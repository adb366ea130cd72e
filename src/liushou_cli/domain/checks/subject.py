"""What the checks are asked about: a file's value with what one must know besides."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.activity import Activities
from liushou_cli.domain.checks.finding import Path
from liushou_cli.domain.child import Child
from liushou_cli.domain.followup import Contact
from liushou_cli.domain.form import RECORDS
from liushou_cli.domain.homes import Homes
from liushou_cli.domain.moved import Moved
from liushou_cli.domain.settings import ClassSettings, SchoolSettings, Settings
from liushou_cli.domain.survey import Survey


class ChildFile(NamedTuple):
    """``name`` is the file's own name; ``settings`` is None where class.yaml cannot be read."""

    file: str
    name: str
    child: Child
    settings: Settings | None
    today: date

    @property
    def value(self) -> Child:
        return self.child


class ActivitiesFile(NamedTuple):
    """``children`` are those of the school, by 编号; None where only the 编号 is known."""

    file: str
    name: str
    value: Activities
    settings: Settings | None
    children: dict[str, Child | None]
    today: date


class ClassFile(NamedTuple):
    """class.yaml of the folder called ``folder``; "" where that name need not tell the class."""

    file: str
    folder: str
    own: ClassSettings
    settings: Settings
    children: tuple[Child, ...]
    today: date


class SchoolFile(NamedTuple):
    file: str
    value: SchoolSettings
    today: date


class StubFile(NamedTuple):
    """``returned`` says that the child's file lies in the class again."""

    file: str
    name: str
    value: Moved
    returned: bool


class HomesFile(NamedTuple):
    file: str
    value: Homes
    today: date


def contacts(child: Child) -> Iterator[tuple[Path, Contact | Survey]]:
    """Every dated record with its path, list by list."""
    for name, field in RECORDS.items():
        for index, record in enumerate(getattr(child, field)):
            yield (name, index), record
