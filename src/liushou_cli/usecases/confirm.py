"""Write down that a telephone number or an address is right."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.facts import Fact, confirmed_at, facts
from liushou_cli.domain.form import CHILD
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import must_be_whole, read_child
from liushou_cli.store.doubts import doubts
from liushou_cli.store.edit import Put
from liushou_cli.store.finder import find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.saving import Saved, Waiting, save


class Confirmed(NamedTuple):
    """``value`` is what was confirmed: the number or the address."""

    name: str
    item: str
    value: str
    saved: Saved


def confirm(start: Path, query: str, item: str, on: date, today: date, on_wait: Waiting) -> Confirmed:
    """Write down that *item* (父亲.电话, 现住址) was right on *on*.

    Raises :class:`BadInput`, with nothing written, where the file has no such number.
    """
    records = open_records(start, on_wait)
    found = find_one(records, query)
    if on > today:
        raise BadInput(f"日期 {on} 还没有到（今天是 {today}）", "问过了再记")
    file = found.folder.child_file(found.row.id)
    loaded = read_child(found.folder, file)
    must_be_whole(list(loaded.problems))
    child = loaded.value
    assert child is not None  # noqa: S101  # no problems: it was read
    fact = _meant(child, item, today)
    if fact.on and fact.on >= on:
        raise BadInput(f"{child.name}的{fact.name} {fact.on} 已经核实过", "不用再记")
    edits = [Put(confirmed_at(fact.path), on.isoformat())]
    saved = save(
        records, lambda change: change.edit(file, edits, CHILD), f"核实：{found.row.id}（{on}）",
        commit=found.facts.auto_commit, on_wait=on_wait,
    )  # fmt: skip
    after = read_child(found.folder, file).value
    odd = doubts(found.folder, after, today, child) if after else ()
    return Confirmed(child.name, fact.name, fact.value, saved._replace(warnings=(*odd, *saved.warnings)))


def _meant(child: Child, item: str, today: date) -> Fact:
    known = facts(child, today)
    wanted = _bare(item)
    hits = [one for one in known if wanted in _spellings(one)] or [
        one for one in known if wanted == "电话" and one.name.endswith("电话")
    ]
    if len(hits) == 1:
        return hits[0]
    there = "、".join(one.name for one in hits or known)
    if not known:
        raise BadInput(f"{child.name}的档案里没有电话，也没有现住址", "先用 liushou set 写上")
    if not hits:
        raise BadInput(f"{child.name}没有“{item}”这一项", f"可以写：{there}")
    raise BadInput(f"{child.name}的电话不止一个：{there}", "写出是哪一个")


def _spellings(fact: Fact) -> Iterator[str]:
    """父亲.电话 is also 父亲电话 and 父亲; 现住址 also 住址."""
    bare = _bare(fact.name)
    yield from (bare, bare.removesuffix("电话"), bare.removeprefix("现"))


def _bare(item: str) -> str:
    return item.replace(".", "").replace("的", "").strip()
