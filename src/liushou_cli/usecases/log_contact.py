"""Enter a dated record (visit, call, support, concern ...) for one child, or for several met together."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from liushou_cli.domain.days import parse_day
from liushou_cli.domain.entry import why_not
from liushou_cli.domain.followup import (
    Call,
    Concern,
    Contact,
    HomeVisit,
    Incident,
    Mediation,
    Support,
    Talk,
)
from liushou_cli.domain.form import CHILD
from liushou_cli.errors import BadInput
from liushou_cli.store import index
from liushou_cli.store.chance import new_id
from liushou_cli.store.edit import Append
from liushou_cli.store.finder import find
from liushou_cli.store.opening import open_records
from liushou_cli.store.refusals import refusal
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction


class _Kind(NamedTuple):
    """``by`` is the key of those who did it, by default the class teacher; "" where nobody is presumed."""

    model: type[Contact]
    by: str = ""


_KINDS = {
    "家访": _Kind(HomeVisit, "家访人"),
    "通话": _Kind(Call, "通话人"),
    "谈心": _Kind(Talk, "谈心人"),
    "帮扶": _Kind(Support),
    "矛盾调解": _Kind(Mediation),
    "关注事项": _Kind(Concern),
    "事件": _Kind(Incident),
}


class Logged(NamedTuple):
    """``record`` is what was entered, under its Chinese keys, for ``children`` (names)."""

    children: tuple[str, ...]
    record: dict[str, Any]
    saved: Saved


def log_contact(
    start: Path,
    label: str,
    queries: Sequence[str],
    values: Mapping[str, Any],
    today: date,
    on_wait: Waiting,
    coming: Sequence[tuple[str, Mapping[str, str]]] = (),
) -> Logged:
    """Add one record under the key *label* to each child's file: all files or none.

    *values* are Chinese keys with text, lists of text, or ``跟进`` as a list of mappings;
    who did it defaults to the class teacher. *coming* are days a parent (父亲, 母亲) said to be back for,
    entered under 返乡 of each child. Raises :class:`BadInput` before anything is written.
    """
    records = open_records(start, on_wait)
    children = find(records, queries)
    record = {"号": new_id(), **{key: value for key, value in values.items() if value}}
    kind = _KINDS[label]
    if kind.by and kind.by not in record and children[0].facts.teacher:
        record[kind.by] = [children[0].facts.teacher]
    record = _ordered(kind.model, record)
    _validate(label, record)
    for child in children:
        if reason := why_not(child.row, parse_day(record["日期"]), today):
            raise BadInput(reason, "检查日期和孩子")

    edits = [Append((label,), record), *(Append((who, "返乡"), dict(days)) for who, days in coming)]

    def stage(change: Transaction) -> None:
        for child in children:
            change.edit(child.folder.child_file(child.row.id), edits, CHILD)

    message = f"{label}：{' '.join(child.row.id for child in children)}（{record['日期']}）"
    saved = save(records, stage, message, commit=children[0].facts.auto_commit, on_wait=on_wait)
    for child in children:
        content = saved.contents[child.folder.child_file(child.row.id)]
        field = _row_field(label, record)
        index.entered(child.folder, child.row.id, field, parse_day(record["日期"]), content)
    return Logged(tuple(child.row.name for child in children), record, saved)


def _row_field(label: str, record: dict[str, Any]) -> str:
    """The list of days of a roster row in which the record is counted."""
    if label == "家访":
        return "visits"
    call = Call.model_validate(record) if label == "通话" else None
    return "calls" if call and call.of_teacher else ""


def _ordered(model: type[Contact], record: dict[str, Any]) -> dict[str, Any]:
    """The keys as the form has them: number, day, the kind's own, then what was said and promised."""
    own = [field.alias or "" for field in model.model_fields.values()]
    first, last = ["号", "日期"], ["情况", "家教指导", "报告", "处理", "结果", "完成", "跟进"]
    if model is Call:  # whether it got through comes before what was said
        last.remove("结果")
    order = [*first, *(key for key in own if key not in first + last), *last]
    return {key: record[key] for key in order if key in record} | record


def _validate(label: str, record: dict[str, Any]) -> None:
    try:
        _KINDS[label].model.model_validate(record)
    except ValidationError as error:
        message, hint = refusal(error)
        raise BadInput(message, hint) from None
