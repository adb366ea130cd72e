"""Files that lie where records lie and are none: copies, leftovers, folders, links."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from liushou_cli.store.layout import (
    CLASS_FILE,
    HOMES_FILE,
    MAPPINGS_FILE,
    SCHOOL_FILE,
    TEMPORARY,
    ClassFolder,
    Records,
)

_LEFT_BY_SYSTEMS = frozenset(
    {".ds_store", "thumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".gitattributes"}
)
_RECORD = re.compile(r"\.ya?ml(?:$|[^a-z])", re.IGNORECASE)
_MOVE = "是孩子的记录就照 编号.yaml 改名，移到 children 里；不是就移到别处"


class Stray(NamedTuple):
    file: str
    message: str
    hint: str


def strays(records: Records) -> Iterator[Stray]:
    """Everything in the folders of *records* that the program passes over and a person might miss."""
    if records.whole_school:
        yield from _in_school(records)
    for folder in records.classes:
        yield from _in_class(folder)
        for part, named in (("children", "编号.yaml"), ("activities", "学期.yaml"), ("moved", "编号.yaml")):
            yield from _in_part(folder, folder.path / part, named)


def _in_school(records: Records) -> Iterator[Stray]:
    known = {folder.path for folder in records.classes}
    for place in _entries(records.root):
        if place.is_dir() and place not in known and (place / "children").is_dir():
            said = "是符号链接，程序不读" if place.is_symlink() else f"没有 {CLASS_FILE}，里面的孩子都没有读"
            yield Stray(
                f"{place.name}/", f"文件夹 {place.name} {said}", f"找回 {CLASS_FILE}；不是班级就移到别处"
            )


def _in_class(folder: ClassFolder) -> Iterator[Stray]:
    target = CLASS_FILE if folder.root == folder.path else f"上一层的 {SCHOOL_FILE}"
    for place in _entries(folder.path):
        name = place.name
        if name in (HOMES_FILE, MAPPINGS_FILE):
            if folder.root != folder.path:
                said = f"{name} 在班级的文件夹里，程序不读"
                yield Stray(folder.relative(place), said, f"并进上一层的 {name}，没有就移到上一层")
        elif name == SCHOOL_FILE:
            yield Stray(folder.relative(place), f"{name} 在班级的文件夹里，程序不读", f"把内容并进 {target}")
        elif _RECORD.search(name) and name != CLASS_FILE:
            yield Stray(folder.relative(place), f"{name} 不在 children 里，程序不读", _MOVE)


def _in_part(folder: ClassFolder, part: Path, named: str) -> Iterator[Stray]:
    if part.is_symlink() or (part.exists() and not part.is_dir()):
        yield Stray(folder.relative(part), f"{part.name} 不是真正的文件夹，程序不读", "换成真正的文件夹")
        return
    for place in _entries(part):
        name = place.name
        if place.suffix in (".yaml", ".yml") and not name.startswith("."):
            continue  # read as a record, whatever it is
        if place.is_dir() and not place.is_symlink():
            yield Stray(
                f"{folder.relative(place)}/", f"{part.name} 里有文件夹 {name}，里面的文件程序不读", "移到别处"
            )
        else:
            yield Stray(
                folder.relative(place),
                f"{name} 的名字不是 {named}，程序不读",
                f"多余的副本删掉；是记录就改名为 {named}",
            )


def _entries(folder: Path) -> list[Path]:
    """What lies in *folder*, by name; what systems and a dead command leave is no stray."""
    try:
        names = sorted(os.listdir(folder)) if folder.is_dir() else []
    except OSError:
        return []
    return [folder / name for name in names if not _passed_over(folder, name)]


def _passed_over(folder: Path, name: str) -> bool:
    if name.lower() in _LEFT_BY_SYSTEMS or name.startswith(TEMPORARY):
        return True
    # A hidden file may be a child's record somebody's program set aside; a hidden folder is a program's own.
    return name.startswith(".") and (not _RECORD.search(name) or (folder / name).is_dir())
