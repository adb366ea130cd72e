"""Open the file of a child new to the class."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from liushou_cli.domain.child import Child
from liushou_cli.domain.form import CHILD, FORMAT
from liushou_cli.domain.grade import class_code
from liushou_cli.errors import BadInput
from liushou_cli.store import emit, index
from liushou_cli.store.chance import new_id
from liushou_cli.store.doubts import doubts
from liushou_cli.store.opening import open_records
from liushou_cli.store.refusals import refusal
from liushou_cli.store.saving import Saved, Waiting, save


class Added(NamedTuple):
    id: str
    name: str
    saved: Saved


def add_child(
    start: Path, values: Mapping[str, Any], today: date, on_wait: Waiting, *, same_name: bool = False
) -> Added:
    """A new file from *values* (Chinese keys; empty ones are not written).

    Raises :class:`BadInput` for values that cannot be, and for a child of the same name
    born on the same day unless *same_name* says they are two.
    """
    records = open_records(start, on_wait)
    folder = records.only_class
    roster = index.roster(folder)
    record = _filled({"格式": FORMAT, "编号": new_id({row.id for row in roster.rows}), **values})
    record = {key: record[key] for key in CHILD if key in record} | record
    child = _validated(record)
    if child.born > today:
        raise BadInput(f"出生日期 {child.born} 还没有到", "检查年份")
    twin = next((row for row in roster.rows if row.name == child.name and row.born == child.born), None)
    if twin and not same_name:
        raise BadInput(
            f"{child.name}（{child.born} 生）已经有档案：{twin.id}", "确实是两个孩子时加 --same-name"
        )
    odd = doubts(folder, child, today)
    text = "\n".join(emit.block(record)) + "\n"
    file = folder.child_file(child.id)
    saved = save(
        records, lambda change: change.create(file, text), f"建档：{child.id}",
        commit=roster.facts.auto_commit, on_wait=on_wait,
    )  # fmt: skip
    return Added(child.id, child.name, saved._replace(warnings=(*odd, *saved.warnings)))


def _validated(record: dict[str, Any]) -> Child:
    try:
        return Child.model_validate(record)
    except ValidationError as error:
        message, hint = refusal(error)
        raise BadInput(message, hint) from None


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """*values* without empty texts, lists and groups, at every depth."""
    kept: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, Mapping):
            value = _filled(value)
        elif isinstance(value, list):
            value = [
                part
                for part in ((_filled(one) if isinstance(one, Mapping) else one) for one in value)
                if part
            ]
        if value or value == 0:
            kept[key] = value
    return kept


def entry_day(start: Path) -> str:
    """1 September of the class's year of entry: since when a child is in it unless told otherwise."""
    entered, _ = class_code(index.roster(open_records(start).only_class).facts.code)
    return f"{entered}-09-01"
