"""Everything one class has on disk, as values; broken files come along as problems."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.activity import Activities
from liushou_cli.domain.base import Record
from liushou_cli.domain.child import Child
from liushou_cli.domain.population import ActivityOnRoll, ChildOnRoll, ClassRoll
from liushou_cli.domain.problem import Problem
from liushou_cli.domain.settings import ClassSettings, SchoolSettings, Settings
from liushou_cli.errors import Damaged
from liushou_cli.store.layout import ClassFolder
from liushou_cli.store.record import Loaded, load


class ClassRecords(NamedTuple):
    folder: ClassFolder
    own: Loaded[ClassSettings]
    school: Loaded[SchoolSettings] | None
    children: tuple[Loaded[Child], ...]
    activities: tuple[Loaded[Activities], ...]

    def files(self) -> Iterator[Loaded[Record]]:
        """Every file of the class: settings, children, activities."""
        if self.school:
            yield self.school  # type: ignore[misc]
        yield self.own  # type: ignore[misc]
        yield from self.children  # type: ignore[misc]
        yield from self.activities  # type: ignore[misc]

    def problems(self) -> list[Problem]:
        return [problem for file in self.files() for problem in file.problems]

    def roll(self) -> ClassRoll:
        """The class as the domain sees it; files that could not be understood are not in it."""
        children = tuple(ChildOnRoll(file.file, file.value) for file in self.children if file.value)
        held = [
            ActivityOnRoll(file.file, place, activity)
            for file in self.activities if file.value
            for place, activity in enumerate(file.value.activities)
        ]  # fmt: skip
        return ClassRoll(
            self.own.file, self.settings, children, tuple(held), self.school.file if self.school else ""
        )

    @property
    def settings(self) -> Settings:
        """Raises :class:`Damaged` where class.yaml or school.yaml cannot be understood."""
        return _settings(self.own, self.school)


def read_class(folder: ClassFolder) -> ClassRecords:
    """All files of one class, read once."""
    own, school = _read_settings(folder)
    children = tuple(load(path, folder.relative(path), Child) for path in folder.child_files())
    activities = tuple(load(path, folder.relative(path), Activities) for path in folder.activity_files())
    return ClassRecords(folder, own, school, children, activities)


def read_settings(folder: ClassFolder) -> Settings:
    """Only what the class and its school say of themselves. Raises :class:`Damaged`."""
    return _settings(*_read_settings(folder))


def must_be_whole(problems: list[Problem]) -> None:
    """Raise :class:`Damaged` naming the first of *problems*: a count without a file would be wrong."""
    if problems:
        first = problems[0]
        more = f"（共 {len(problems)} 处）" if len(problems) > 1 else ""
        place = f"{first.file}:{first.line}" if first.line else first.file
        raise Damaged(f"{place}：{first.message}{more}", first.hint or "运行 liushou check 看全部问题")


def read_child(folder: ClassFolder, path: Path) -> Loaded[Child]:
    return load(path, folder.relative(path), Child)


def _read_settings(folder: ClassFolder) -> tuple[Loaded[ClassSettings], Loaded[SchoolSettings] | None]:
    own = load(folder.settings_file, folder.relative(folder.settings_file), ClassSettings)
    file = folder.school_file
    return own, load(file, folder.relative(file), SchoolSettings) if file else None


def _settings(own: Loaded[ClassSettings], school: Loaded[SchoolSettings] | None) -> Settings:
    must_be_whole([*own.problems, *(school.problems if school else ())])
    assert own.value is not None  # noqa: S101  # no problems: it was read
    return Settings.model_construct(own=own.value, school=school.value if school else None)
