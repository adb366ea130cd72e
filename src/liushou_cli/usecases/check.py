"""Read every file and say everything that is wrong."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from liushou_cli.domain import checks
from liushou_cli.domain.activity import Activities
from liushou_cli.domain.base import Record
from liushou_cli.domain.checks import (
    ActivitiesFile,
    ChildFile,
    ClassFile,
    Finding,
    HomesFile,
    SchoolFile,
    StubFile,
)
from liushou_cli.domain.child import Child
from liushou_cli.domain.form import newer_format
from liushou_cli.domain.grade import is_class_code
from liushou_cli.domain.homes import Homes
from liushou_cli.domain.ledger import Ledger
from liushou_cli.domain.mappings import Mappings
from liushou_cli.domain.moved import Moved
from liushou_cli.domain.problem import Problem
from liushou_cli.domain.settings import ClassSettings, SchoolSettings, Settings
from liushou_cli.errors import Damaged
from liushou_cli.store.class_records import ClassRecords, read_class
from liushou_cli.store.homes import read_homes
from liushou_cli.store.layout import SCHOOL_FILE, ClassFolder, Records, classes_below, is_plain_file
from liushou_cli.store.ledger import read_ledger
from liushou_cli.store.mappings import read_mappings
from liushou_cli.store.opening import open_records
from liushou_cli.store.record import Loaded, load
from liushou_cli.store.strays import strays
from liushou_cli.store.text_problems import of_text
from liushou_cli.store.yaml_text import plain

Progress = Callable[[int, int], None]
_Value = TypeVar("_Value", bound=Record)


class Checked(NamedTuple):
    """Every problem in the order of files and lines; ``files`` were read."""

    problems: list[Problem]
    files: int


def check(start: Path, today: date, progress: Progress | None = None) -> list[Problem]:
    """What :func:`examine` finds, alone."""
    return examine(start, today, progress).problems


def examine(start: Path, today: date, progress: Progress | None = None) -> Checked:
    """Read all records *start* lies in, broken ones too; *progress* is told (files done, all files)."""
    records = open_records(start)
    look = _Look(records, today, progress)
    if homes := read_homes(records):
        look.total += 1
        look.at_homes(homes)
    if mappings := read_mappings(records):
        look.total += 1
        look.at_mappings(mappings)
    school = records.root / SCHOOL_FILE
    if is_plain_file(school) and school.parent not in {folder.path for folder in records.classes}:
        look.at_school(load(school, SCHOOL_FILE, SchoolSettings))
    for month in read_ledger(records):
        look.total += 1
        look.at_ledger(month)
    for folder in records.classes:
        look.at_class(read_class(folder))
    look.across()
    return Checked(sorted(look.problems, key=lambda one: (one.file, one.line)), look.done)


def shown(checked: Checked) -> str:
    """The report as a person reads it, line by line."""
    lines = []
    for one in checked.problems:
        lines.append(f"{one.file}:{one.line}：{one.message}" if one.line else f"{one.file}：{one.message}")
        if one.hint:
            lines.append(f"  → {one.hint}")
    files = len({one.file for one in checked.problems})
    lines.append(
        f"共 {len(checked.problems)} 处问题，{files} 份文件。"
        if checked.problems
        else f"没有问题：{checked.files} 份文件都读过了。"
    )
    return "".join(f"{line}\n" for line in lines)


class _Look:
    """One walk over the records: what was found, and what is needed to lay files side by side."""

    def __init__(self, records: Records, today: date, progress: Progress | None) -> None:
        self.today = today
        self.progress = progress
        self.done = 0
        self.total = sum(
            1 + len(one.child_files()) + len(one.activity_files()) + len(one.stub_files())
            for one in records.classes
        )
        self.total += is_plain_file(records.root / SCHOOL_FILE)
        self.files: dict[str, Loaded[Any]] = {}
        self.children: list[ChildFile] = []
        self.activities: list[ActivitiesFile] = []
        self.homes = _homes(records)
        self.problems: list[Problem] = []
        self.problems += [
            Problem(one.file, 0, "stray-file", one.message, one.hint) for one in strays(records)
        ]

    def at_school(self, loaded: Loaded[SchoolSettings]) -> None:
        if value := self._read(loaded, SchoolSettings):
            self._add(checks.of_school(SchoolFile(loaded.file, value, self.today)))

    def at_homes(self, loaded: Loaded[Homes]) -> None:
        if value := self._read(loaded, Homes):
            self._add(checks.of_homes(HomesFile(loaded.file, value, self.today)))

    def at_ledger(self, loaded: Loaded[Ledger]) -> None:
        self._read(loaded, Ledger)

    def at_mappings(self, loaded: Loaded[Mappings]) -> None:
        self._read(loaded, Mappings)

    def at_class(self, found: ClassRecords) -> None:
        settings = _settings(found)
        own = self._read(found.own, ClassSettings)
        children = {_name(one): self._child(one, settings) for one in found.children}
        if own and settings:
            here = tuple(child for child in children.values() if child)
            self._add(
                checks.of_class(
                    ClassFile(found.own.file, _folder_code(found.folder), own, settings, here, self.today)
                )
            )
        by_id: dict[str, Child | None] = {name.split(".")[0]: child for name, child in children.items()}
        by_id.update({child.id: child for child in children.values() if child})
        for stub in found.stubs:
            if value := self._read(stub, Moved):
                self._add(checks.of_stub(StubFile(stub.file, _name(stub), value, value.id in by_id)))
                by_id.setdefault(value.id, None)
        for activities in found.activities:
            self._activities(activities, settings, by_id)

    def across(self) -> None:
        self._add(checks.across(self.children, self.activities))
        self._add(_in_other_classes(self.children, self.homes))

    def _child(self, loaded: Loaded[Child], settings: Settings | None) -> Child | None:
        child = self._read(loaded, Child)
        if child:
            asked = ChildFile(loaded.file, _name(loaded), child, settings, self.today)
            self.children.append(asked)
            self._add(checks.of_child(asked))
        return child

    def _activities(
        self, loaded: Loaded[Activities], settings: Settings | None, children: dict[str, Child | None]
    ) -> None:
        if value := self._read(loaded, Activities):
            known = {**dict.fromkeys(self.homes), **children}
            asked = ActivitiesFile(loaded.file, _name(loaded), value, settings, known, self.today)
            self.activities.append(asked)
            self._add(checks.of_activities(asked))

    def _read(self, loaded: Loaded[_Value], model: type[_Value]) -> _Value | None:
        """What one file holds, its problems noted; None where nothing more can be asked of it."""
        self.files[loaded.file] = loaded
        tree = plain(loaded.root) if loaded.root else None
        self.problems += loaded.problems
        if not newer_format(tree):  # of a newer format this program knows neither the keys nor the words
            self._add(checks.of_tree(loaded.file, model, tree))
            self.problems += of_text(loaded)
        self.done += 1
        if self.progress:
            self.progress(self.done, self.total)
        return loaded.value

    def _add(self, findings: Iterable[Finding]) -> None:
        for one in findings:
            line = self.files[one.file].line(one.path)
            self.problems.append(Problem(one.file, line if one.path else 0, one.check, one.message, one.hint))


def _settings(found: ClassRecords) -> Settings | None:
    try:
        return found.settings
    except Damaged:
        return None


def _homes(records: Records) -> dict[str, list[str]]:
    """Names of the children's files of the whole school without suffix, with the files that bear them."""
    classes = {folder.path: folder for folder in records.classes}
    if any(folder.root != folder.path for folder in records.classes):
        classes |= {folder.path: folder for folder in classes_below(records.root, records.root)}
    found: dict[str, list[str]] = {}
    for folder in classes.values():
        for file in folder.child_files():
            found.setdefault(file.stem, []).append(folder.relative(file))
    return found


def _in_other_classes(children: list[ChildFile], homes: dict[str, list[str]]) -> Iterator[Finding]:
    """A 编号 that a class not looked at now has too."""
    read = {child.file for child in children}
    for child in children:
        for file in homes.get(child.child.id, []):
            if file not in read and _folder(file) != _folder(child.file):
                message = f"编号 {child.child.id} 与 {file} 相同"
                yield Finding("duplicate-id", child.file, ("编号",), message, checks.DUPLICATE_HINT)


def _folder(file: str) -> str:
    return file.rpartition("/")[0]


def _name(loaded: Loaded[Any]) -> str:
    return loaded.file.rpartition("/")[2]


def _folder_code(folder: ClassFolder) -> str:
    """What the folder's name says the class is; the folder of a class that stands alone may be called anything."""
    in_school = folder.root != folder.path
    return folder.name if in_school or is_class_code(folder.name) else ""
