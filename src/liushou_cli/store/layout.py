"""Where things lie: school, classes, children, activities, and our own folder.

新溪中学/school.yaml, homes.yaml, mappings.yaml
新溪中学/2012-2/class.yaml, activities/2013-2.yaml, children/4kx7qm.yaml
新溪中学/2012-2/moved/k7m2qx.yaml  a stub: that child's file went to another class or school
新溪中学/templates/summary.md.j2, handed-in/2013-2/summary-2013-12-30.yaml: of the school, or of a class
新溪中学/ledger/2013-12.yaml: what left the house in a month
新溪中学/.liushou/           lock, journal, index: never a record
"""

from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.ids import is_id
from liushou_cli.domain.term import Term
from liushou_cli.errors import BadInput

SCHOOL_FILE = "school.yaml"
CLASS_FILE = "class.yaml"
HOMES_FILE = "homes.yaml"
MAPPINGS_FILE = "mappings.yaml"
OWN = ".liushou"
TEMPORARY = ".liushou-"


class ClassFolder(NamedTuple):
    """One class; ``root`` is the school's folder, or the class's own where it stands alone."""

    path: Path
    root: Path

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def settings_file(self) -> Path:
        return self.path / CLASS_FILE

    @property
    def school_file(self) -> Path | None:
        file = self.root / SCHOOL_FILE
        return file if self.root != self.path and is_plain_file(file) else None

    def child_file(self, child_id: str) -> Path:
        if not is_id(child_id):
            raise BadInput(f"“{child_id}”不是编号")
        return self.path / "children" / f"{child_id}.yaml"

    def child_files(self) -> list[Path]:
        return yaml_files(self.path / "children")

    def stub_file(self, child_id: str) -> Path:
        return self.path / "moved" / self.child_file(child_id).name

    def stub_files(self) -> list[Path]:
        return yaml_files(self.path / "moved")

    def activities_file(self, term: Term) -> Path:
        return self.path / "activities" / f"{term}.yaml"

    def activity_files(self) -> list[Path]:
        return yaml_files(self.path / "activities")

    def relative(self, file: Path) -> str:
        """The name of *file* in messages: from the root, with forward slashes."""
        return file.relative_to(self.root).as_posix()


class Records(NamedTuple):
    """What a command works on: one class, or all classes below a school."""

    root: Path
    classes: tuple[ClassFolder, ...]
    whole_school: bool

    @property
    def here(self) -> Path:
        """The folder a document of these records belongs to: the school's, or the one class's."""
        return self.root if self.whole_school or not self.classes else self.classes[0].path

    @property
    def handed_in(self) -> Path:
        """``handed-in/2013-2/summary-2013-12-30.yaml`` and ``.md``: what was handed in."""
        return self.here / "handed-in"

    @property
    def only_class(self) -> ClassFolder:
        """The class the command stands in. Raises :class:`BadInput` in a folder of several."""
        if not self.classes:
            raise BadInput("这个学校还没有班级", "用 liushou init 新建一个班")
        if len(self.classes) > 1:
            names = "、".join(folder.name for folder in self.classes)
            raise BadInput("这里有几个班，不知道是哪一个", f"用 -C 指明一个班：{names}")
        return self.classes[0]


def locate(start: Path) -> Records:
    """The records *start* lies in: the nearest class above, else the classes below."""
    start = start.resolve()
    if not start.is_dir():
        raise BadInput(f"没有文件夹 {start.name}", "检查 -C 后面的路径")
    for folder in (start, *start.parents):
        if is_plain_file(folder / CLASS_FILE):
            return _one_class(folder)
        if is_plain_file(folder / SCHOOL_FILE):
            return _school(folder)
    if found := classes_below(start, start):
        return Records(start, found, whole_school=True)
    raise BadInput("这里没有班级档案（class.yaml）", "先进到班级文件夹，或用 liushou init 新建一个")


def classes_below(folder: Path, root: Path) -> tuple[ClassFolder, ...]:
    places = sorted(
        place for place in folder.iterdir() if not place.name.startswith(".") and not place.is_symlink()
    )
    return tuple(ClassFolder(place, root) for place in places if is_plain_file(place / CLASS_FILE))


def is_plain_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def beside(file: Path) -> Path:
    """Where the new *file* is written in full before it takes the old one's place."""
    return file.with_name(f"{TEMPORARY}{file.name}.tmp")


def is_temporary(name: str) -> bool:
    return name.startswith(TEMPORARY) and name.endswith(".tmp")


def yaml_files(folder: Path) -> list[Path]:
    """Record files of *folder* in the order of their names; ours and other hidden ones left out."""
    if not folder.is_dir() or folder.is_symlink():
        return []
    return sorted(
        file
        for file in folder.iterdir()
        if file.suffix in (".yaml", ".yml") and not file.name.startswith(".")
    )


def _one_class(folder: Path) -> Records:
    root = folder.parent if is_plain_file(folder.parent / SCHOOL_FILE) else folder
    return Records(root, (ClassFolder(folder, root),), whole_school=False)


def _school(folder: Path) -> Records:
    return Records(folder, classes_below(folder, folder), whole_school=True)
