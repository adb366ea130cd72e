"""Everything one class has on disk, as values; broken files come along as problems."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.activity import Activities
from liushou_cli.domain.base import Record
from liushou_cli.domain.child import Child
from liushou_cli.domain.ids import is_id
from liushou_cli.domain.moved import Moved
from liushou_cli.domain.population import ActivityOnRoll, ChildOnRoll, ClassRoll, MovedOnRoll
from liushou_cli.domain.problem import Problem
from liushou_cli.domain.settings import ClassSettings, SchoolSettings, Settings
from liushou_cli.errors import Damaged
from liushou_cli.store.layout import ClassFolder, classes_below, is_plain_file
from liushou_cli.store.record import Loaded, load


class ClassRecords(NamedTuple):
    """``followed`` are files that now lie in another class of the school, found by the ``stubs`` left here."""

    folder: ClassFolder
    own: Loaded[ClassSettings]
    school: Loaded[SchoolSettings] | None
    children: tuple[Loaded[Child], ...]
    activities: tuple[Loaded[Activities], ...]
    stubs: tuple[Loaded[Moved], ...] = ()
    followed: tuple[Loaded[Child], ...] = ()

    def files(self) -> Iterator[Loaded[Record]]:
        """Every file of the class: settings, children, activities."""
        if self.school:
            yield self.school  # type: ignore[misc]
        yield self.own  # type: ignore[misc]
        yield from self.children  # type: ignore[misc]
        yield from self.activities  # type: ignore[misc]
        yield from self.stubs  # type: ignore[misc]
        yield from self.followed  # type: ignore[misc]

    def problems(self) -> list[Problem]:
        return [problem for file in self.files() for problem in file.problems]

    def roll(self) -> ClassRoll:
        """The class as the domain sees it; files that could not be understood are not in it."""
        code = self.settings.own.code
        whole = [(file.file, file.value, True) for file in self.children if file.value]
        whole += [(file.file, file.value, False) for file in self.followed if file.value]
        whole.sort(key=lambda one: one[0].rpartition("/")[2])  # as if each still lay here
        children = [ChildOnRoll(file, child.within(code, here=here)) for file, child, here in whole]
        held = [
            ActivityOnRoll(file.file, place, activity)
            for file in self.activities if file.value
            for place, activity in enumerate(file.value.activities)
        ]  # fmt: skip
        return ClassRoll(
            self.own.file, self.settings, tuple(children), tuple(held), self.school.file if self.school else "",
            self._gone(),
            tuple(
                (file, child)
                for (file, child, _), one in zip(whole, children, strict=True)
                if one.child is not child
            ),
        )  # fmt: skip

    def _gone(self) -> tuple[MovedOnRoll, ...]:
        found = {file.value.id for file in (*self.children, *self.followed) if file.value}
        return tuple(
            MovedOnRoll(stub.file, stub.value)
            for stub in self.stubs
            if stub.value and stub.value.id not in found
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
    stubs = tuple(load(path, folder.relative(path), Moved) for path in folder.stub_files())
    followed = _followed(folder, stubs) if stubs else ()
    return ClassRecords(folder, own, school, children, activities, stubs, followed)


def _followed(folder: ClassFolder, stubs: tuple[Loaded[Moved], ...]) -> tuple[Loaded[Child], ...]:
    """The files the stubs speak of, wherever in the school they lie now."""
    others = classes_below(folder.root, folder.root) if folder.root != folder.path else ()
    own = {path.name for path in folder.child_files()}
    wanted = [stub.value.id for stub in stubs if stub.value and is_id(stub.value.id)]
    places = [(other, other.child_file(one)) for one in wanted for other in others if other != folder]
    return tuple(
        load(path, other.relative(path), Child)
        for other, path in places
        if path.name not in own and is_plain_file(path)
    )


def read_settings(folder: ClassFolder) -> Settings:
    """Only what the class and its school say of themselves. Raises :class:`Damaged`."""
    return _settings(*_read_settings(folder))


def must_be_whole(problems: list[Problem]) -> None:
    """Raise :class:`Damaged` naming the first of *problems*: a count without a file would be wrong."""
    problems = list(dict.fromkeys(problems))  # two classes may have read one file
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
