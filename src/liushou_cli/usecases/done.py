"""Tick off what was promised in a record, a plan of support, a quarrel or a concern."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.choices import Settlement, Watch
from liushou_cli.domain.form import CHILD
from liushou_cli.domain.unfinished import PLAN, Unfinished, unfinished
from liushou_cli.errors import BadInput
from liushou_cli.store.edit import Put
from liushou_cli.store.finder import Found, find_one
from liushou_cli.store.layout import Records
from liushou_cli.store.opening import open_records
from liushou_cli.store.same_record import holdings, whole_child
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction
from liushou_cli.store.yaml_text import Path as Place

_LEFT = {
    PLAN: "还没完成的帮扶计划",
    "矛盾调解": "在跟踪的矛盾",
    "关注事项": "在跟踪的关注事项",
}
_ENDS = {"矛盾调解": {"结果": Settlement.SETTLED.value}, "关注事项": {"结果": Watch.LIFTED.value}}


class Ticked(NamedTuple):
    """``what`` of an incident's promise is not its words; ``others``: in how many siblings' files too."""

    name: str
    what: str
    others: int
    saved: Saved


def done(
    start: Path,
    query: str,
    words: str,
    on: date,
    today: date,
    on_wait: Waiting,
    *,
    kind: str = "",
    result: str = "",
) -> Ticked:
    """Write *on* as the day on which what holds *words* was done; "" where there is just one.

    Promises come first; *kind* (帮扶计划, 矛盾调解, 关注事项) looks only among those, and a *result* is a
    plan's. What is shared by several children is ticked off in all their files, or in none.
    Raises :class:`BadInput` where nothing open, or more than one thing, is meant.
    """
    records = open_records(start, on_wait)
    found = find_one(records, query)
    meant = _meant(found, words, PLAN if result else kind)
    if on > today:
        raise BadInput(f"日期 {on} 还没有到（今天是 {today}）", "办好了再记")
    if on < meant.made_on:
        what = (
            "这个计划的学期" if meant.kind == PLAN else "答应的那天" if meant.kind == "跟进" else "记录的那天"
        )
        raise BadInput(f"日期 {on} 早于{what} {meant.made_on}", "检查日期")
    files = {found.folder.child_file(found.row.id): meant.place, **_shared(records, meant, found.row.id)}
    written = {**_ENDS.get(meant.kind, {}), "完成": on.isoformat(), **({"结果": result} if result else {})}

    def stage(change: Transaction) -> None:
        for file, place in files.items():
            change.edit(file, [Put((*place, key), value) for key, value in written.items()], CHILD)

    saved = save(
        records, stage, f"完成：{found.row.id}（{on}）", commit=found.facts.auto_commit, on_wait=on_wait
    )
    return Ticked(found.row.name, meant.said, len(files) - 1, saved)


def _meant(found: Found, words: str, kind: str) -> Unfinished:
    waiting = [one for one in unfinished(whole_child(found)) if kind in ("", one.kind)]
    if not words:  # "the one thing" is a promise, where there is any
        waiting = [one for one in waiting if one.kind == "跟进"] or waiting
    hits = [one for one in waiting if words in one.what or words in one.said]
    if len(hits) == 1:
        return hits[0]
    what = _LEFT.get(kind, "还没办的事")
    if not waiting:
        hint = "用 liushou due 看该做什么" if what == "还没办的事" else "用 liushou show 看记了什么"
        raise BadInput(f"{found.row.name}没有{what}", hint)
    there = "、".join(dict.fromkeys(one.said for one in hits or waiting))
    if not hits:
        raise BadInput(f"{found.row.name}没有“{words}”这件还没办的事", f"还没办的：{there}")
    raise BadInput(f"{found.row.name}{what}不止一件：{there}", "写出是哪一件，写几个字就行")


def _shared(records: Records, meant: Unfinished, skip: str) -> dict[Path, Place]:
    """The same thing, still open, in other children's files."""
    if meant.kind == PLAN:
        return {}
    label = str(meant.place[0])
    if meant.kind != "跟进":
        return {one.file: one.place for one in holdings(records, label, meant.record_id, skip)}
    return {
        one.file: (*one.place, "跟进", number)
        for one in holdings(records, label, meant.record_id, skip)
        for number, task in enumerate(one.record.tasks)
        if task.done_on is None and task.what == meant.what
    }
