"""Tick off something that was promised in a record."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.form import CHILD, CONTACTS
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import must_be_whole, read_child
from liushou_cli.store.edit import Put
from liushou_cli.store.finder import Found, find_one
from liushou_cli.store.layout import ClassFolder, classes_below
from liushou_cli.store.opening import open_records
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.text_file import read_bytes
from liushou_cli.store.transaction import Transaction
from liushou_cli.store.yaml_text import Path as Place


class Ticked(NamedTuple):
    """``others`` is in how many brothers' and sisters' files the same promise was ticked off too."""

    name: str
    what: str
    others: int
    saved: Saved


class _Open(NamedTuple):
    what: str
    record_id: str
    made_on: date
    place: Place


def done(start: Path, query: str, words: str, on: date, today: date, on_wait: Waiting) -> Ticked:
    """Write *on* as the day the promise that holds *words* was kept; "" where there is just one.

    A promise made in one visit to several children is ticked off in all their files, or in none.
    Raises :class:`BadInput` where no open promise, or more than one, is meant.
    """
    records = open_records(start, on_wait)
    found = find_one(records, query)
    meant = _meant(found, words)
    if on > today:
        raise BadInput(f"日期 {on} 还没有到（今天是 {today}）", "办好了再记")
    if on < meant.made_on:
        raise BadInput(f"日期 {on} 早于答应的那天 {meant.made_on}", "检查日期")
    files = {found.folder.child_file(found.row.id): meant.place}
    for folder in classes_below(records.root, records.root) or records.classes:
        files |= _same_promise(folder, meant, skip=found.row.id)

    def stage(change: Transaction) -> None:
        for file, place in files.items():
            change.edit(file, [Put((*place, "完成"), on.isoformat())], CHILD)

    saved = save(
        records, stage, f"完成：{found.row.id}（{on}）", commit=found.facts.auto_commit, on_wait=on_wait
    )
    return Ticked(found.row.name, meant.what, len(files) - 1, saved)


def _meant(found: Found, words: str) -> _Open:
    loaded = read_child(found.folder, found.folder.child_file(found.row.id))
    must_be_whole(list(loaded.problems))
    assert loaded.value is not None  # noqa: S101  # no problems: it was read
    waiting = list(_open_promises(loaded.value))
    hits = [one for one in waiting if words in one.what]
    if len(hits) == 1:
        return hits[0]
    if not waiting:
        raise BadInput(f"{found.row.name}没有还没办的事", "用 liushou due 看该做什么")
    there = "、".join(dict.fromkeys(one.what for one in hits or waiting))
    if not hits:
        raise BadInput(f"{found.row.name}没有“{words}”这件还没办的事", f"还没办的：{there}")
    raise BadInput(f"{found.row.name}还没办的事不止一件：{there}", "写出是哪一件，写几个字就行")


def _open_promises(child: Child) -> Iterator[_Open]:
    for label, field in CONTACTS.items():
        for place, record in enumerate(getattr(child, field)):
            for number, task in enumerate(record.tasks):
                if task.done_on is None:
                    yield _Open(task.what, record.id, record.on, (label, place, "跟进", number))


def _same_promise(folder: ClassFolder, meant: _Open, skip: str) -> dict[Path, Place]:
    """Where the record of *meant* stands in other children's files, with the same promise still open."""
    if not meant.record_id:
        return {}
    found: dict[Path, Place] = {}
    for file in folder.child_files():
        if file.stem != skip and meant.record_id.encode() in read_bytes(file):
            loaded = read_child(folder, file)
            must_be_whole(list(loaded.problems))
            for one in _open_promises(loaded.value) if loaded.value else ():
                if (one.record_id, one.what) == (meant.record_id, meant.what):
                    found[file] = one.place
    return found
