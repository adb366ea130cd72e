"""Enter in the ledger what is about to leave, before it is written: over-reporting is the safe mistake."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from liushou_cli.domain.ledger import STDOUT, Outgoing, without_names
from liushou_cli.domain.roster import Roster
from liushou_cli.errors import BadInput
from liushou_cli.store import index, ledger, text_file
from liushou_cli.store.chance import new_id
from liushou_cli.store.layout import Records, locate
from liushou_cli.store.opening import open_records
from liushou_cli.store.refusals import refusal
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction


class Leaving(NamedTuple):
    """``command`` is export roster, report card …; ``fields`` are the words of what each row says."""

    command: str
    title: str
    form: str
    mask: str
    children: int | None = None
    fields: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    to: str = ""
    purpose: str = ""
    by: str = ""
    manifest: str = ""


def leaves(start: Path, place: Path) -> bool:
    """Whether a file at *place* would lie outside the records of *start*."""
    return not place.resolve().is_relative_to(locate(start).root)


class Parcel(NamedTuple):
    """One file that is about to leave; ``place`` None is stdout."""

    leaving: Leaving
    place: Path | None
    content: bytes


def register(start: Path, parcels: Sequence[Parcel], today: date, on_wait: Waiting) -> Saved:
    """One entry a file, all in one commit of their own.

    Raises before anything leaves: :class:`liushou_cli.errors.DiskTrouble` where nothing can be entered.
    """
    records = open_records(start, on_wait)
    rosters = [index.roster(folder) for folder in records.classes]
    entries = [_entry(one, records, rosters, today) for one in parcels]
    for entry in entries:
        _validate(entry)

    def stage(change: Transaction) -> None:
        ledger.enter(change, entries, today)

    commit = any(roster.facts.auto_commit for roster in rosters)
    message = f"外出登记：{parcels[0].leaving.command}（{today}）"
    return save(records, stage, message, commit=commit, on_wait=on_wait)


def _entry(one: Parcel, records: Records, rosters: Sequence[Roster], today: date) -> dict[str, Any]:
    leaving = one.leaving
    names = [row.name for roster in rosters for row in roster.rows]
    teachers = list(dict.fromkeys(roster.facts.teacher for roster in rosters))
    entry = {
        "号": new_id(),
        "日期": str(today),
        "命令": leaving.command,
        "名称": leaving.title,
        "班级": [folder.name for folder in records.classes],
        "形式": leaving.form,
        "字段": list(leaving.fields),
        "人数": leaving.children,
        "孩子": list(leaving.ids),
        "隐名": leaving.mask,
        "给谁": leaving.to,
        "用途": leaving.purpose,
        "经手": leaving.by or (teachers[0] if len(teachers) == 1 else ""),
        "去处": without_names(one.place.name, names) if one.place else STDOUT,
        "校验": text_file.digest(one.content),
        "清单": leaving.manifest,
    }
    return {key: value for key, value in entry.items() if value not in (None, "", [])}


def _validate(entry: dict[str, Any]) -> None:
    try:
        Outgoing.model_validate(entry)
    except ValidationError as error:
        raise BadInput(*refusal(error)) from None
