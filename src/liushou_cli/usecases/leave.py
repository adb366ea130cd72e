"""Close a child's stay in the class: the file stays, and so do the reports of the time before."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.choices import LeavingReason
from liushou_cli.domain.form import CHILD
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import must_be_whole, read_child
from liushou_cli.store.doubts import doubts
from liushou_cli.store.edit import Edit, Put
from liushou_cli.store.finder import find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.saving import Saved, Waiting, save


class Left(NamedTuple):
    name: str
    last_day: date
    saved: Saved


def leave(start: Path, query: str, on: date, reason: str, to: str, today: date, on_wait: Waiting) -> Left:
    """Write the last day in class, why and where to. Raises :class:`BadInput` with nothing written."""
    records = open_records(start, on_wait)
    found = find_one(records, query)
    if on > today:
        raise BadInput(f"日期 {on} 还没有到（今天是 {today}）", "到那天再记")
    if reason == LeavingReason.OTHER_CLASS:
        raise BadInput("转班要连档案一起转", "用 liushou transfer 孩子 班级")
    if reason not in LeavingReason.words():
        raise BadInput(f"原因写的是“{reason}”", f"只能写：{'、'.join(LeavingReason.words())}")
    file = found.folder.child_file(found.row.id)
    loaded = read_child(found.folder, file)
    must_be_whole(list(loaded.problems))
    child = loaded.value
    assert child is not None  # noqa: S101  # no problems: it was read
    place = next((n for n, one in enumerate(child.spells) if one.since <= on and one.until is None), None)
    if place is None:
        raise BadInput(f"{on} 那天{child.name}不在这个班，或已经记过离开", "用 liushou show 看在班的日期")
    written = {"至": on.isoformat(), "原因": reason, **({"去向": to} if to else {})}
    edits: list[Edit] = [Put(("在班", place, key), value) for key, value in written.items()]
    spell = child.spells[place].model_copy(
        update={"until": on, "reason": LeavingReason(reason), "went_to": to}
    )
    spells = (*child.spells[:place], spell, *child.spells[place + 1 :])
    odd = doubts(found.folder, child.model_copy(update={"spells": spells}), today, child)
    saved = save(
        records, lambda change: change.edit(file, edits, CHILD), f"离班：{found.row.id}（{on}）",
        commit=found.facts.auto_commit, on_wait=on_wait,
    )  # fmt: skip
    return Left(child.name, on, saved._replace(warnings=(*odd, *saved.warnings)))
