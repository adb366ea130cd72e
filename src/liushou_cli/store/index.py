"""A roster that is quick to read: rows drawn from the files, kept until a file changes.

``.liushou/index/<class>.json`` is never the truth: it can be deleted at any
time, is thrown away on any doubt, and is not in git. A row is trusted while
its file's time and size are the same; where the file was written in the same
moment as the index (git's rule for "racily clean" entries) the content decides.
"""

import json
import os
import time
import zlib
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from liushou_cli import __version__
from liushou_cli.domain.roster import Roster, Row
from liushou_cli.errors import DiskTrouble
from liushou_cli.store.durable import NEW_FILE, NEW_FOLDER, forget
from liushou_cli.store.index_rows import facts_of, row
from liushou_cli.store.layout import OWN, ClassFolder, beside
from liushou_cli.store.own_folder import own_folder

_SCHEMA = f"{__version__}/2"
_RACY_NS = 2_000_000_000
_LARGEST = 1 << 20
_ODD = (ValueError, KeyError, TypeError, IndexError, AttributeError)  # an index nobody of us wrote


def roster(folder: ClassFolder) -> Roster:
    """The class's roster, from the index where it is true and from the files where it is not.

    Raises :class:`liushou_cli.errors.Damaged` where class.yaml or school.yaml cannot be understood.
    """
    kept = _load(_index_file(folder))
    try:
        return _roster_from(folder, kept)
    except _ODD:
        if kept is None:
            raise
        return _roster_from(folder, None)  # what was kept is of another shape: all files are read


def _roster_from(folder: ClassFolder, kept: dict[str, Any] | None) -> Roster:
    files = folder.child_files()
    shared = [file for file in (folder.settings_file, folder.school_file) if file]
    true = kept is not None and len(kept["settings"]) == len(shared) and all(
        _trusted(entry, file, kept) for entry, file in zip(kept["settings"], shared, strict=True)
    )  # fmt: skip
    rows = kept["rows"] if kept and true else {}
    stale = [file for file in files if not _trusted(rows.get(file.name), file, kept)]
    if kept and true and not stale and len(rows) == len(files):
        return _roster(kept["facts"], rows, folder)
    marks = {file.name: _mark(file) for file in [*shared, *stale]}
    facts, drawn = _draw(folder, stale, _spellings(kept))
    fresh = {name: {**marks[name], "row": row} for name, row in drawn.items()}
    rows = {file.name: fresh.get(file.name) or rows[file.name] for file in files}
    settings = [marks[file.name] for file in shared]
    _save(_index_file(folder), {"schema": _SCHEMA, "settings": settings, "facts": facts, "rows": rows})
    return _roster(facts, rows, folder)


def entered(folder: ClassFolder, child_id: str, field: str, on: date, contents: tuple[bytes, bytes]) -> None:
    """Keep the index true after we ourselves added a record dated *on*.

    ``field`` is the row's list of days the record belongs to, "" for none; ``contents`` what the file
    held before and after. Any doubt leaves the index as it is: the file is then read again next time.
    """
    with suppress(*_ODD):
        _enter(folder, folder.child_file(child_id), field, on, contents)


def _enter(folder: ClassFolder, file: Path, field: str, on: date, contents: tuple[bytes, bytes]) -> None:
    before, after = contents
    kept = _load(_index_file(folder))
    mark = _mark(file)
    if kept is None or file.name not in kept["rows"] or mark["digest"] != _digest(after):
        return
    entry = kept["rows"][file.name]
    if not isinstance(entry["row"], list) or entry["digest"] != _digest(before):
        return  # the row is of a file that somebody changed before we did
    told = row(entry["row"])
    if field and (not told.elsewhere or told.enrolled_on(on)):
        place = Row._fields.index(field)
        entry["row"][place] = sorted([*entry["row"][place], on.isoformat()])
    kept["rows"][file.name] = {**mark, "row": entry["row"]}
    _save(_index_file(folder), kept)


def _draw(
    folder: ClassFolder, files: list[Path], spelled: dict[str, tuple[str, str]]
) -> tuple[list[Any], dict[str, Any]]:
    from liushou_cli.store.index_draw import draw  # the heavy reading this index is there to spare

    return draw(folder, files, spelled)


def _spellings(kept: dict[str, Any] | None) -> dict[str, tuple[str, str]]:
    """Names whose pinyin is known already: working it out is the slowest part of a row."""
    rows = [entry["row"] for entry in kept["rows"].values()] if kept else []
    return {row[1]: (row[4], row[5]) for row in rows if isinstance(row, list)}


def _roster(facts: list[Any], rows: dict[str, Any], folder: ClassFolder) -> Roster:
    good = tuple(row(entry["row"]) for entry in rows.values() if isinstance(entry["row"], list))
    children = folder.path / "children"
    bad = tuple(
        folder.relative(children / name) for name, entry in rows.items() if not isinstance(entry["row"], list)
    )
    return Roster(facts_of(facts), good, bad)


def _index_file(folder: ClassFolder) -> Path:
    return folder.root / OWN / "index" / f"{folder.name}.json"


def _mark(file: Path) -> dict[str, Any]:
    """Time and size of a file, and a digest of what it holds."""
    try:
        stamp = _stamp(file)
        return {"stamp": stamp, "digest": _digest(file.read_bytes()) if stamp[1] < _LARGEST else ""}
    except OSError:
        return {"stamp": [0, -1], "digest": ""}


def _stamp(file: Path) -> list[int]:
    status = file.stat(follow_symlinks=False)
    return [status.st_mtime_ns, status.st_size]


def _digest(content: bytes) -> str:
    return f"{zlib.crc32(content):08x}{zlib.adler32(content):08x}"


def _trusted(entry: dict[str, Any] | None, file: Path, kept: dict[str, Any] | None) -> bool:
    """Whether *entry* still tells of *file*: same time and size, and the same content where time cannot tell."""
    if not entry or not kept:
        return False
    try:
        stamp = _stamp(file)
    except OSError:
        return False
    racy = stamp[0] >= kept["written"] - _RACY_NS
    return bool(entry["stamp"] == stamp and (not racy or entry["digest"] == _mark(file)["digest"]))


def _load(file: Path) -> dict[str, Any] | None:
    try:
        kept = json.loads(file.read_bytes())
        return (
            kept if kept["schema"] == _SCHEMA and isinstance(kept["rows"], dict) and kept["written"] else None
        )
    except (OSError, RecursionError, *_ODD):
        return None


def _save(file: Path, content: dict[str, Any]) -> None:
    """Best effort: a folder that cannot be written is read again next time."""
    temporary = beside(file.with_name(f"{file.name}.{os.getpid()}"))
    text = json.dumps(
        {**content, "written": time.time_ns()}, ensure_ascii=False, default=str, separators=(",", ":")
    )
    try:
        own_folder(file.parent.parent.parent)
        file.parent.mkdir(mode=NEW_FOLDER, exist_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, NEW_FILE)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
        os.replace(temporary, file)
    except (OSError, DiskTrouble):
        forget(temporary)
