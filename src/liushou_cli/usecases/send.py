"""A child goes to another school: the file leaves in a sealed file, and a stub without a name stays."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.child import Child, Spell
from liushou_cli.domain.choices import LeavingReason
from liushou_cli.domain.form import CHILD, FORMAT
from liushou_cli.errors import BadInput, Damaged, DiskTrouble, LiushouError
from liushou_cli.store import child_past, durable, emit, past, sealed, sealed_child, text_file
from liushou_cli.store.class_records import read_child, read_settings
from liushou_cli.store.edit import Edit, Put, apply
from liushou_cli.store.edited import edited, whole
from liushou_cli.store.finder import Found, find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.record import Loaded
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction


class Sent(NamedTuple):
    """``code`` is to be compared with what the other side reads out; ``with_past`` says the history went along."""

    id: str
    name: str
    last_day: date
    code: str
    with_past: bool
    saved: Saved


class Parcel(NamedTuple):
    """Where the sealed file goes (``place``), ``to`` which school, under what passphrase, with the history or not."""

    place: Path
    to: str
    passphrase: str
    history: bool


def send(start: Path, query: str, parcel: Parcel, on: date, today: date, on_wait: Waiting) -> Sent:
    """The sealed file is written, synced and opened again before the child's file goes.

    Raises :class:`BadInput` and others of the family: then nothing was changed and no sealed file is left.
    """
    records = open_records(start, on_wait)
    found = find_one(records, query)
    file = found.folder.child_file(found.row.id)
    loaded = read_child(found.folder, file)
    child = whole(loaded)
    spell = _open_spell(child, found.facts.code, on, today)
    if parcel.place.exists():
        raise BadInput(f"{parcel.place.name} 已经有了", "换一个文件名")
    entries = _entries(found, loaded, spell, on, parcel)
    code = _sealed(found, entries, parcel, today)
    stub = _stub(child, child.spells[spell], on, parcel.to, code)

    def stage(change: Transaction) -> None:
        change.remove(file)
        if loaded.source is None or change.changes[file].before != loaded.source.digest:
            raise Damaged(f"{file.name} 刚才被别的程序改过，没有转走", "再运行一次这条命令")
        change.write(found.folder.stub_file(child.id), stub)

    try:
        saved = save(
            records, stage, f"转学：{child.id}（{on}）", commit=found.facts.auto_commit, on_wait=on_wait
        )
    except LiushouError:
        durable.forget(parcel.place)
        raise
    return Sent(child.id, child.name, on, code, sealed_child.PAST in entries, saved)


def _open_spell(child: Child, code: str, on: date, today: date) -> int:
    if on > today:
        raise BadInput(f"日期 {on} 还没有到（今天是 {today}）", "到那天再转")
    for place, spell in enumerate(child.spells):
        if spell.until is None and spell.of(code, here=True) and spell.since <= on:
            return place
    raise BadInput(f"{on} 那天{child.name}不在这个班，或已经记过离开", "用 liushou show 看在班的日期")


def _entries(found: Found, loaded: Loaded[Child], spell: int, on: date, parcel: Parcel) -> dict[str, bytes]:
    child = whole(loaded)
    closed = {"至": on.isoformat(), "原因": LeavingReason.TRANSFER.value, "去向": parcel.to}
    edits: list[Edit] = [Put(("在班", spell, key), value) for key, value in closed.items()]
    edits += sealed_child.named_apart(child, read_settings(found.folder).school_name, found.facts.code)
    edited(loaded, edits)
    assert loaded.source is not None  # noqa: S101  # it was read whole
    text = apply(loaded.source.text, edits, CHILD, loaded.file)
    entries = {sealed_child.FILE: loaded.source.encoded(text)}
    top = past.top_of(found.folder.root) if parcel.history else None
    if top is not None:
        told = child_past.changes(top, child.id, found.folder.child_file(child.id), full=False)
        entries[sealed_child.PAST] = sealed_child.in_words(told).encode("utf-8")
    return entries


def _sealed(found: Found, entries: dict[str, bytes], parcel: Parcel, today: date) -> str:
    """Write the sealed file and make sure of it: its code."""
    school = read_settings(found.folder).school_name
    about = {"学校": school, "班级": found.facts.code, "去向": parcel.to, "日期": today.isoformat()}
    content = sealed.seal(sealed_child.KIND, about, entries, parcel.passphrase)
    durable.write_document(parcel.place, content)
    try:
        back = text_file.read_bytes(parcel.place, sealed.Limits().sealed)
        opened = sealed.unseal(sealed_child.KIND, back, parcel.passphrase)
        if opened.entries != entries or not durable.settle_folder(parcel.place.parent):
            raise DiskTrouble(f"{parcel.place.name} 没有写好，孩子的档案没有动", "换一个磁盘再试")
    except LiushouError:
        durable.forget(parcel.place)
        raise
    return sealed.code(content)


def _stub(child: Child, spell: Spell, last: date, to: str, code: str) -> str:
    lines = {
        "格式": FORMAT, "编号": child.id, "自": spell.since.isoformat(), "转出日期": last.isoformat(),
        "去向学校": to, "核对码": code,
    }  # fmt: skip
    return "\n".join(emit.block(lines)) + "\n"
