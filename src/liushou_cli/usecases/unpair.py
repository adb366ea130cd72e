"""End the pairing of children with a person."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.form import CHILD
from liushou_cli.errors import BadInput
from liushou_cli.store.edit import Put
from liushou_cli.store.finder import Found, find
from liushou_cli.store.opening import open_records
from liushou_cli.store.same_record import whole_child
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction


class Ended(NamedTuple):
    children: tuple[str, ...]
    saved: Saved


def unpair(
    start: Path, queries: Sequence[str], name: str, role: str, on: date, today: date, on_wait: Waiting
) -> Ended:
    """Write *on* as the last day of the pairing with *name*; *role* where there are two. All files or none."""
    records = open_records(start, on_wait)
    found = find(records, queries)
    if on > today:
        raise BadInput(f"--on 写的 {on} 还没有到（今天是 {today}）", "到那天再记")
    places = {one: _running(one, name, role, on) for one in found}

    def stage(change: Transaction) -> None:
        for one, place in places.items():
            change.edit(
                one.folder.child_file(one.row.id), [Put(("结对", place, "至"), on.isoformat())], CHILD
            )

    message = f"终止结对：{' '.join(one.row.id for one in found)}（{on}）"
    saved = save(records, stage, message, commit=found[0].facts.auto_commit, on_wait=on_wait)
    return Ended(tuple(one.row.name for one in found), saved)


def _running(found: Found, name: str, role: str, on: date) -> int:
    child = whole_child(found)
    there = [
        (place, one)
        for place, one in enumerate(child.pairings)
        if one.name == name and role in ("", one.role) and one.until is None
    ]
    if not there:
        with_whom = "、".join(one.name for one in child.pairings if one.until is None)
        hint = f"现在结对的是：{with_whom}" if with_whom else "用 liushou show 看结对的起止"
        raise BadInput(f"{child.name}没有与{name}结着对", hint)
    if len(there) > 1:
        roles = "、".join(one.role for _, one in there)
        raise BadInput(f"{name}与{child.name}有几种结对：{roles}", "用 --role 写明终止哪一种")
    place, one = there[0]
    if on < one.since:
        raise BadInput(f"--on 写的 {on} 早于结对的日子 {one.since}", "检查日期")
    return place
