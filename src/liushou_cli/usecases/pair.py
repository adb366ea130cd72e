"""Pair children with a proxy parent or a teacher."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import Pairer
from liushou_cli.domain.entry import why_not
from liushou_cli.domain.form import CHILD
from liushou_cli.domain.people import Pairing
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import read_child, read_settings
from liushou_cli.store.doubts import doubts
from liushou_cli.store.edit import Append
from liushou_cli.store.finder import Found, find
from liushou_cli.store.layout import ClassFolder, Records, classes_below
from liushou_cli.store.opening import open_records
from liushou_cli.store.same_record import whole_child
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.text_file import read_bytes
from liushou_cli.store.transaction import Transaction


class Paired(NamedTuple):
    """``load`` is with how many children the person is paired now."""

    children: tuple[str, ...]
    record: dict[str, str]
    load: int
    saved: Saved


def pair(
    start: Path, queries: Sequence[str], values: dict[str, str], since: date, today: date, on_wait: Waiting
) -> Paired:
    """Write one pairing into each child's file. *values*: 姓名, 身份, 电话, 单位, the last two optional.

    What is known of the person from other pairings is filled in. Raises :class:`BadInput`, with
    nothing written, where a child has this person in this role already, or the person too many.
    """
    records = open_records(start, on_wait)
    found = find(records, queries)
    _role(values["身份"])
    everyone = _children(records, values["姓名"])
    record = _record(values, since, everyone, today)
    before = {one.row.id: whole_child(one) for one in found}
    for one in found:
        if reason := why_not(one.row, since, today):
            raise BadInput(reason, "检查 --since 和孩子")
        _not_yet(before[one.row.id], record, since)
    load = _load(everyone, before, record, read_settings(found[0].folder).pairs_each, today)
    odd = [doubt for one in found for doubt in _odd(one, before[one.row.id], record, today)]

    def stage(change: Transaction) -> None:
        for one in found:
            change.edit(one.folder.child_file(one.row.id), [Append(("结对",), record)], CHILD)

    message = f"结对：{' '.join(one.row.id for one in found)}（{since}）"
    saved = save(records, stage, message, commit=found[0].facts.auto_commit, on_wait=on_wait)
    saved = saved._replace(warnings=(*dict.fromkeys(odd), *saved.warnings))
    return Paired(tuple(one.row.name for one in found), record, load, saved)


def _role(role: str) -> None:
    if role not in Pairer.words():
        raise BadInput(f"身份写的是“{role}”", f"只能写：{'、'.join(Pairer.words())}")


def _children(records: Records, name: str) -> list[Child]:
    """Those of the whole school whose files hold *name*: a teacher may be paired in several classes."""
    folders: Sequence[ClassFolder] = classes_below(records.root, records.root) or records.classes
    read = (
        read_child(folder, file).value
        for folder in folders
        for file in folder.child_files()
        if name.encode() in read_bytes(file)
    )
    return [child for child in read if child]


def _record(values: dict[str, str], since: date, everyone: list[Child], today: date) -> dict[str, str]:
    known = [
        one for child in everyone for one in in_force(child.pairings, today) if one.name == values["姓名"]
    ]
    for key, field in (("电话", "phone"), ("单位", "workplace")):
        said = dict.fromkeys(getattr(one, field) for one in known)
        said.pop("", None)
        if not values.get(key) and len(said) == 1:
            values = {**values, key: next(iter(said))}
    record = {"姓名": values["姓名"], "身份": values["身份"], "自": since.isoformat()}
    return record | {key: values[key] for key in ("电话", "单位") if values.get(key)}


def _not_yet(child: Child, record: dict[str, str], since: date) -> None:
    for one in child.pairings:
        running = one.until is None or one.until >= since
        if running and (one.name, one.role) == (record["姓名"], record["身份"]):
            until = f"到 {one.until}" if one.until else "现在还有效"
            raise BadInput(
                f"{child.name}从 {one.since} 起已经与{one.name}结对（{one.role}），{until}",
                "不用再记；换了别人的，先用 liushou unpair 终止",
            )


def _load(
    everyone: list[Child], meant: dict[str, Child], record: dict[str, str], limit: int | None, today: date
) -> int:
    """How many children the person has with these. Raises :class:`BadInput` above the limit."""
    person = (record["姓名"], record.get("单位", ""))
    has = {
        child.id
        for child in everyone
        for one in in_force(child.pairings, today)
        if (one.name, one.workplace) == person
    }
    if limit and len(has | meant.keys()) > limit and not meant.keys() <= has:
        raise BadInput(
            f"{record['姓名']}已经结对 {len(has)} 名，再加 {len(meant.keys() - has)} 名就超过 {limit} 名",
            "换一个人；学校定的数变了，就在 school.yaml 里改 结对上限",
        )
    return len(has | meant.keys())


def _odd(found: Found, child: Child, record: dict[str, Any], today: date) -> tuple[str, ...]:
    pairings = (*child.pairings, Pairing.model_validate(record))
    return doubts(found.folder, child.model_copy(update={"pairings": pairings}), today, child)
