"""Move a child's file to another class of the school, with its whole history; a stub without a name stays."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.child import Child, Spell
from liushou_cli.domain.choices import LeavingReason
from liushou_cli.domain.form import CHILD, FORMAT
from liushou_cli.errors import BadInput
from liushou_cli.store import emit
from liushou_cli.store.class_records import read_child, read_settings
from liushou_cli.store.doubts import doubts
from liushou_cli.store.edit import Append, Edit, Put
from liushou_cli.store.edited import edited, whole
from liushou_cli.store.finder import find_one
from liushou_cli.store.layout import ClassFolder, Records, classes_below
from liushou_cli.store.opening import open_records
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction


class Transferred(NamedTuple):
    """``last_day`` is the last one in the class ``left``, and the day after the first one in ``came``."""

    id: str
    name: str
    left: str
    came: str
    last_day: date
    saved: Saved


def transfer(start: Path, query: str, to: str, on: date | None, today: date, on_wait: Waiting) -> Transferred:
    """The file goes to the class folder *to*; *on* is the last day in the old one (default: yesterday).

    Raises :class:`BadInput` with nothing written.
    """
    records = open_records(start, on_wait)
    found = find_one(records, query)
    target = _target(records, found.folder, to)
    last = on or today - timedelta(days=1)
    if last > today:
        raise BadInput(f"日期 {last} 还没有到（今天是 {today}）", "到那天再转")
    old, new = found.folder.child_file(found.row.id), target.child_file(found.row.id)
    loaded = read_child(found.folder, old)
    child = whole(loaded)
    codes = found.facts.code, read_settings(target).own.code
    place = _open_spell(child, codes[0], last)
    edits = list(_edits(child, place, codes, last))
    odd = doubts(target, edited(loaded, edits), today, child)
    stub = _stub(child, child.spells[place], last, codes[1])

    def stage(change: Transaction) -> None:
        change.move(old, new, edits, CHILD)
        change.write(found.folder.stub_file(found.row.id), stub)
        if (back := target.stub_file(found.row.id)).exists():
            change.remove(back)

    saved = save(
        records, stage, f"转班：{found.row.id}（{last}，到 {target.name}）",
        commit=found.facts.auto_commit, on_wait=on_wait,
    )  # fmt: skip
    return Transferred(
        child.id, child.name, found.folder.name, target.name, last,
        saved._replace(warnings=(*odd, *saved.warnings)),
    )  # fmt: skip


def _target(records: Records, source: ClassFolder, to: str) -> ClassFolder:
    """The class folder called *to*, in the same school."""
    others = classes_below(records.root, records.root) if source.path != records.root else ()
    if not others:
        raise BadInput(
            "这个班的档案单独放着，没有别的班可转", "转到别处用 liushou transfer --sealed 封一个文件"
        )
    if to == source.name:
        raise BadInput(f"本来就在 {to}", "写要转去的班")
    found = next((folder for folder in others if folder.name == to), None)
    if found is None:
        names = "、".join(folder.name for folder in others if folder != source)
        raise BadInput(f"没有 {to} 这个班", f"可以转到：{names}；转到外校用 --sealed")
    return found


def _open_spell(child: Child, code: str, last: date) -> int:
    for place, spell in enumerate(child.spells):
        if spell.until is None and spell.of(code, here=True):
            if spell.since > last:
                raise BadInput(
                    f"{child.name}从 {spell.since} 起才在这个班，{last} 还不在", "用 --on 换一个日期"
                )
            return place
    raise BadInput(f"{child.name}已经离开这个班", "先用 liushou readmit 记他回来，再转")


def _edits(child: Child, place: int, codes: tuple[str, str], last: date) -> Iterator[Edit]:
    """Close the spell, say of each whose class it was, open the new one."""
    left, came = codes
    for key, value in {"至": last.isoformat(), "原因": LeavingReason.OTHER_CLASS.value, "去向": came}.items():
        yield Put(("在班", place, key), value)
    for index, spell in enumerate(child.spells):
        if not spell.class_code:
            yield Put(("在班", index, "班级"), left)
    yield Append(("在班",), {"自": (last + timedelta(days=1)).isoformat(), "来自": left})


def _stub(child: Child, spell: Spell, last: date, came: str) -> str:
    lines = {
        "格式": FORMAT, "编号": child.id, "自": spell.since.isoformat(), "转出日期": last.isoformat(),
        "去向班级": came,
    }  # fmt: skip
    return "\n".join(emit.block(lines)) + "\n"
