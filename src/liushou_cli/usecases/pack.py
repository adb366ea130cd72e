"""Seal a class, a school or some children for who takes over; nothing here goes."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.errors import BadInput, DiskTrouble, LiushouError, reason
from liushou_cli.store import child_past, durable, past, sealed, sealed_child, sealed_class, text_file
from liushou_cli.store.class_records import ClassRecords, must_be_whole, read_class
from liushou_cli.store.finder import find
from liushou_cli.store.layout import ClassFolder, Records
from liushou_cli.store.opening import open_records
from liushou_cli.store.saving import Waiting

_MOST_HISTORY = 4 * 1024 * 1024 - 1024  # bytes: what one entry of a sealed file may hold


class Parcel(NamedTuple):
    """``children`` are named, none for all; ``papers`` by their names.

    ``since`` is the first day of the history that goes along, "" for all of it, None for none.
    """

    place: Path
    to: str
    purpose: str
    by: str
    passphrase: str
    children: Sequence[str]
    papers: Mapping[str, bytes]
    since: str | None


class Packed(NamedTuple):
    """Sealed, on the disk under a name of its own and opened again; :func:`put` gives it its name."""

    temporary: Path
    place: Path
    content: bytes
    manifest: str
    ids: tuple[str, ...]
    whole: bool
    files: int
    with_past: bool

    @property
    def code(self) -> str:
        return sealed.code(self.content)


def pack(start: Path, parcel: Parcel, today: date, on_wait: Waiting) -> Packed:
    """The sealed file, beside its place. Raises with nothing left behind, :class:`Damaged` for a broken record."""
    if parcel.place.exists():
        raise BadInput(f"{parcel.place.name} 已经有了", "换一个文件名")
    if not parcel.place.parent.is_dir():
        raise DiskTrouble(f"没有文件夹 {parcel.place.parent.name}", "先建好文件夹，或换一个地方")
    records = open_records(start, on_wait)
    chosen = [one.row.id for one in find(records, parcel.children)] if parcel.children else []
    classes = [read_class(folder) for folder in records.classes]
    must_be_whole([problem for one in classes for problem in one.problems()])
    here = dict.fromkeys(one.value.id for each in classes for one in each.children if one.value)
    ids = tuple(one for one in here if not chosen or one in chosen)
    entries = sealed_class.gathered(records, chosen) | dict(parcel.papers)
    if told := _history(records, ids, parcel.since):
        entries[sealed_class.PAST] = told
    about = _about(records, classes, parcel, ids, today)
    content = sealed.seal(sealed_class.KIND, about, entries, parcel.passphrase)
    temporary, manifest = _checked(parcel, content, entries)
    return Packed(
        temporary,
        parcel.place,
        content,
        manifest,
        ids,
        not chosen,
        len(entries),
        sealed_class.PAST in entries,
    )


def put(packed: Packed) -> None:
    """The sealed file under its own name, on the disk. Raises :class:`DiskTrouble`."""
    try:
        durable.put_new(packed.temporary, packed.place)
        if not durable.settle_folder(packed.place.parent):
            raise OSError(durable.NOT_CONFIRMED)
    except OSError as error:
        discard(packed)
        raise DiskTrouble(f"写不了 {packed.place.name}：{reason(error)}", "换一个地方再试") from None


def discard(packed: Packed) -> None:
    durable.forget(packed.temporary)


def _about(
    records: Records, classes: Sequence[ClassRecords], parcel: Parcel, ids: Sequence[str], today: date
) -> dict[str, str]:
    reach = "几个孩子" if parcel.children else "整校" if records.whole_school else "整班"
    mine = [
        one
        for one in classes
        if not parcel.children or any(file.value.id in ids for file in one.children if file.value)
    ]
    return {
        "学校": classes[0].settings.school_name if classes else "",
        "班级": "、".join(one.settings.own.code for one in mine),
        "给谁": parcel.to,
        "用途": parcel.purpose,
        "日期": today.isoformat(),
        "经手": parcel.by,
        "人数": str(len(ids)),
        "范围": reach,
    }


def _checked(parcel: Parcel, content: bytes, entries: dict[str, bytes]) -> tuple[Path, str]:
    """Write *content* beside its place, read it back and open it: (where, the digest of its list)."""
    temporary = parcel.place.with_name(f".liushou-{os.getpid()}.part")
    try:
        durable.write_beside(parcel.place, temporary, content)
        back = text_file.read_bytes(temporary, sealed_class.LIMITS.sealed)
        opened = sealed.unseal(sealed_class.KIND, back, parcel.passphrase, sealed_class.LIMITS)
        if opened.entries != entries:
            raise DiskTrouble(f"{parcel.place.name} 没有写好", "换一个磁盘再试")
        sealed_class.judged(opened)
    except OSError as error:
        durable.forget(temporary)
        raise DiskTrouble(f"写不了 {parcel.place.name}：{reason(error)}", "检查磁盘空间和权限") from None
    except LiushouError:
        durable.forget(temporary)
        raise
    return temporary, opened.manifest


def _history(records: Records, ids: Sequence[str], since: str | None) -> bytes:
    """The children's files' changes from the day *since* on, in words; nothing where there is no git."""
    top = past.top_of(records.root) if since is not None else None
    if top is None:
        return b""
    told = []
    for folder in records.classes:
        for file in folder.child_files():
            if file.stem in ids:
                told.append(_of_child(top, folder, file.stem, since or ""))
    text = "\n".join(one for one in told if one).encode("utf-8")
    if len(text) > _MOST_HISTORY:
        raise BadInput("历史太长，封不进去", "用 --history-since 从近一点的日期起，或加 --no-history")
    return text


def _of_child(top: Path, folder: ClassFolder, child: str, since: str) -> str:
    changes = child_past.changes(top, child, folder.child_file(child), full=False)
    words = sealed_child.in_words(one for one in changes if not one.when or one.when[:10] >= since)
    return f"{folder.relative(folder.child_file(child))}\n{words}" if words else ""
