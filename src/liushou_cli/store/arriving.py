"""Where the files of a sealed class belong among the records that are here, and what stands there now."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.errors import Refused
from liushou_cli.store import text_file
from liushou_cli.store.change import inside
from liushou_cli.store.class_records import read_settings
from liushou_cli.store.layout import HOMES_FILE, SCHOOL_FILE, Records, classes_below
from liushou_cli.store.sealed_class import Bundle, Came, of_school


class Arrival(NamedTuple):
    """``folders``: the class folder in the sealed file -> here, both "" for the root; ``fresh``: nothing is here yet.

    ``taken``: 编号 -> where that child's file, or what is left of it, lies here.
    """

    root: Path
    fresh: bool
    folders: dict[str, str]
    auto_commit: bool
    taken: dict[str, Path]


class Compared(NamedTuple):
    """One file: ``state`` is 新, 同, 不同, or 在别处 for a child whose file lies in another place here."""

    path: Path
    file: str
    content: bytes
    state: str
    child: str = ""


def arrival(root: Path, here: Records | None, bundle: Bundle) -> Arrival:
    """Raises :class:`Refused` for another school's class, or one that has no room here."""
    packed = bundle.classes()
    if here is None:
        return Arrival(root, True, {folder: folder for folder in packed}, False, {})
    every = classes_below(root, root) or here.classes
    settings = {folder: read_settings(folder) for folder in every}
    schools = {one.school_name for one in settings.values() if one.school_name}
    theirs = {one.school_name for one in packed.values() if one.school_name}
    if schools and theirs and not schools & theirs:
        raise Refused(
            f"里面是{'、'.join(sorted(theirs))}的档案，这里是{'、'.join(sorted(schools))}的，没有收",
            "收到一个新的文件夹里",
        )
    alone = every[0].path == root if every else False
    mine = {one.own.code: "" if folder.path == root else folder.name for folder, one in settings.items()}
    folders = {}
    for folder, one in packed.items():
        if alone and one.own.code not in mine:
            raise Refused(
                f"里面是 {one.own.code} 班，这里是 {'、'.join(mine)} 班，没有收", "收到一个新的文件夹里"
            )
        folders[folder] = mine.get(one.own.code, folder or one.own.code)
    taken = {file.stem: file for one in every for file in one.stub_files()}
    taken |= {file.stem: file for one in every for file in one.child_files()}
    commit = any(one.auto_commit for one in settings.values())
    return Arrival(root, False, folders, commit, taken)


def compared(goal: Arrival, bundle: Bundle) -> list[Compared]:
    """Each file of the sealed class. Raises :class:`Refused` where a link leads out of the folder."""
    return [one for place, came in bundle.records.items() for one in _one(goal, place, came)]


def _one(goal: Arrival, place: str, came: Came) -> Iterator[Compared]:
    shared = of_school(place, goal.folders)
    if shared and not goal.fresh and (place in (SCHOOL_FILE, HOMES_FILE) or "" in goal.folders.values()):
        return  # what the classes here share is not the packed class's to change
    folder = "" if shared else goal.folders[came.named.folder]
    path = goal.root / folder / came.named.name
    if not inside(goal.root, path):
        raise Refused(f"{path.name} 的位置由符号链接指到别处，没有收", "换成真正的文件夹")
    name = path.relative_to(goal.root).as_posix()
    child = came.value.name if isinstance(came.value, Child) else ""
    elsewhere = goal.taken.get(came.named.id) if came.named.id else None
    if elsewhere and elsewhere != path:
        yield Compared(path, elsewhere.relative_to(goal.root).as_posix(), came.content, "在别处", child)
    elif not path.exists():
        yield Compared(path, name, came.content, "新", child)
    else:
        same = _plain_ends(text_file.read_bytes(path)) == _plain_ends(came.content)
        yield Compared(path, name, came.content, "同" if same else "不同", child)


def _plain_ends(content: bytes) -> bytes:
    """As git keeps it: a folder on Windows may hold other line ends."""
    return content.replace(b"\r\n", b"\n")
