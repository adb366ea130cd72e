"""The whole class leaves: at graduation, every stay that still lasts is closed at once."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import LeavingReason
from liushou_cli.domain.form import CHILD
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import must_be_whole, read_class
from liushou_cli.store.doubts import doubts
from liushou_cli.store.edit import Edit, Put
from liushou_cli.store.edited import edited
from liushou_cli.store.layout import ClassFolder
from liushou_cli.store.opening import open_records
from liushou_cli.store.record import Loaded
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction


class AllLeft(NamedTuple):
    ids: tuple[str, ...]
    last_day: date
    saved: Saved


def leave_all(start: Path, on: date, reason: str, to: str, today: date, on_wait: Waiting) -> AllLeft:
    """All or none. Raises :class:`BadInput` with nothing written, :class:`liushou_cli.errors.Damaged`."""
    if on > today:
        raise BadInput(f"日期 {on} 还没有到（今天是 {today}）", "到那天再记")
    if reason not in LeavingReason.words() or reason == LeavingReason.OTHER_CLASS:
        words = "、".join(word for word in LeavingReason.words() if word != LeavingReason.OTHER_CLASS)
        raise BadInput(f"原因写的是“{reason}”", f"全班一起离开只能写：{words}")
    records = open_records(start, on_wait)
    folder = records.only_class
    found = read_class(folder)
    must_be_whole(found.problems())
    planned = [
        (one, edits) for one in found.children if one.value and (edits := _edits(one.value, on, reason, to))
    ]
    if not planned:
        raise BadInput(f"{on} 那天这个班没有在班的孩子", "用 liushou list --all 看在班的日期")
    odd = [said for one, edits in planned for said in _doubts(folder, one, edits, today)]

    def stage(change: Transaction) -> None:
        for one, edits in planned:
            change.edit(folder.root / one.file, edits, CHILD)

    saved = save(
        records, stage, f"离班：全班 {len(planned)} 名（{on}）",
        commit=found.settings.auto_commit, on_wait=on_wait,
    )  # fmt: skip
    ids = tuple(one.value.id for one, _ in planned if one.value)
    return AllLeft(ids, on, saved._replace(warnings=(*odd, *saved.warnings)))


def _edits(child: Child, on: date, reason: str, to: str) -> list[Edit]:
    place = next((n for n, one in enumerate(child.spells) if one.since <= on and one.until is None), None)
    written = {"至": on.isoformat(), "原因": reason, **({"去向": to} if to else {})}
    return [] if place is None else [Put(("在班", place, key), value) for key, value in written.items()]


def _doubts(folder: ClassFolder, one: Loaded[Child], edits: list[Edit], today: date) -> tuple[str, ...]:
    assert one.value is not None  # noqa: S101  # only whole files were planned
    return tuple(f"{one.file}：{said}" for said in doubts(folder, edited(one, edits), today, one.value))
