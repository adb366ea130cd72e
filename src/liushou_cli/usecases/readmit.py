"""A child who left the class is back: a new stay begins, the old one stands as it was."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.form import CHILD
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import read_child
from liushou_cli.store.doubts import doubts
from liushou_cli.store.edit import Append
from liushou_cli.store.edited import edited, whole
from liushou_cli.store.finder import find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.saving import Saved, Waiting, save


class Readmitted(NamedTuple):
    id: str
    name: str
    since: date
    saved: Saved


def readmit(
    start: Path, query: str, since: date, came_from: str, today: date, on_wait: Waiting
) -> Readmitted:
    """Raises :class:`BadInput` with nothing written."""
    records = open_records(start, on_wait)
    found = find_one(records, query)
    if since > today:
        raise BadInput(f"日期 {since} 还没有到（今天是 {today}）", "到那天再记")
    file = found.folder.child_file(found.row.id)
    loaded = read_child(found.folder, file)
    child = whole(loaded)
    last = max(child.spells, key=lambda spell: spell.since)
    if last.until is None:
        raise BadInput(f"{child.name}从 {last.since} 起一直在班，没有离开过", "转到别的班用 liushou transfer")
    if since <= last.until:
        raise BadInput(f"{child.name}在班到 {last.until}，回来的日子要在那以后", "用 --since 换一个日期")
    spell = {"自": since.isoformat(), **({"来自": came_from} if came_from else {})}
    edits = [Append(("在班",), spell)]
    odd = doubts(found.folder, edited(loaded, edits), today, child)
    saved = save(
        records, lambda change: change.edit(file, edits, CHILD), f"回到班里：{child.id}（{since}）",
        commit=found.facts.auto_commit, on_wait=on_wait,
    )  # fmt: skip
    return Readmitted(child.id, child.name, since, saved._replace(warnings=(*odd, *saved.warnings)))
