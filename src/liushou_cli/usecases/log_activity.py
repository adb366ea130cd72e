"""Enter something the class did together."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from liushou_cli.domain.activity import EVERYONE, Activity
from liushou_cli.domain.days import parse_day
from liushou_cli.domain.entry import why_not
from liushou_cli.domain.form import ACTIVITIES
from liushou_cli.domain.grade import class_code
from liushou_cli.domain.roster import ClassFacts
from liushou_cli.errors import BadInput
from liushou_cli.store import emit, index
from liushou_cli.store.chance import new_id
from liushou_cli.store.edit import Append
from liushou_cli.store.finder import find
from liushou_cli.store.layout import Records, is_plain_file
from liushou_cli.store.opening import open_records
from liushou_cli.store.refusals import refusal
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction

_ORDER = ("号", "日期", "类别", "主题", "负责人", "参加", "缺席", "监护人到会", "情况")


class Held(NamedTuple):
    term: str
    record: dict[str, Any]
    saved: Saved


def log_activity(
    start: Path,
    values: Mapping[str, Any],
    present: Sequence[str],
    absent: Sequence[str],
    today: date,
    on_wait: Waiting,
) -> Held:
    """Add an activity to the file of the term its day lies in, making that file where there is none.

    *present* are names or ids, or ``["全体"]``. Raises :class:`BadInput` before anything is written.
    """
    records = open_records(start, on_wait)
    folder = records.only_class
    facts = index.roster(folder).facts
    on = parse_day(values["日期"])
    _possible(facts, on, today)
    if absent and list(present) != [EVERYONE]:
        raise BadInput("只有全体参加的活动才写谁没来", "去掉 --absent，或写 --children all")
    who = _ids(records, present, on, today)
    raw = {"号": new_id(), **values, "参加": who, "缺席": _ids(records, absent, on, today)}
    raw.setdefault("负责人", [facts.teacher] if facts.teacher else [])
    record = {key: raw[key] for key in _ORDER if raw.get(key) not in (None, "", [])}
    _validate(record)
    term = facts.term_of(on)
    file = folder.activities_file(term)

    def stage(change: Transaction) -> None:
        if is_plain_file(file):
            change.edit(file, [Append(("活动",), record)], ACTIVITIES)
        else:
            change.create(
                file, "\n".join(emit.block({"格式": 1, "学期": str(term), "活动": [record]})) + "\n"
            )

    message = f"活动：{record['类别']}（{on}）"
    return Held(str(term), record, save(records, stage, message, commit=facts.auto_commit, on_wait=on_wait))


def _possible(facts: ClassFacts, on: date, today: date) -> None:
    if on > today:
        raise BadInput(f"日期 {on} 还没有到（今天是 {today}）", "活动开过以后再记")
    entered, _ = class_code(facts.code)
    if on < date(entered, 9, 1):
        raise BadInput(f"{on} 那天还没有这个班（{facts.code}）", "检查日期")


def _ids(records: Records, names: Sequence[str], on: date, today: date) -> Any:
    if list(names) == [EVERYONE]:
        return EVERYONE
    found = find(records, names) if names else []
    for one in found:
        if one.folder != records.only_class:
            raise BadInput(f"{one.row.name}在 {one.folder.name}，不在这个班", "别的班的孩子记在那个班里")
        if reason := why_not(one.row, on, today):
            raise BadInput(reason, "检查日期和孩子")
    return [one.row.id for one in found]


def _validate(record: dict[str, Any]) -> None:
    try:
        Activity.model_validate(record)
    except ValidationError as error:
        message, hint = refusal(error)
        raise BadInput(message, hint) from None
