"""知情同意: write it down, or take it back."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from liushou_cli.domain.care import Consent
from liushou_cli.domain.child import Child
from liushou_cli.domain.consents import CONSENT, guardian_asked
from liushou_cli.domain.form import CHILD
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import must_be_whole, read_child
from liushou_cli.store.doubts import doubts
from liushou_cli.store.edit import Edit, Put
from liushou_cli.store.finder import Found, find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.refusals import refusal
from liushou_cli.store.saving import Saved, Waiting, save


class Written(NamedTuple):
    """``record`` is what stands under 知情同意 now."""

    name: str
    record: dict[str, Any]
    saved: Saved


def consent(start: Path, query: str, values: Mapping[str, Any], today: date, on_wait: Waiting) -> Written:
    """Write a consent, in the place of one that stands. *values* are Chinese keys with text, or lists of it.

    Raises :class:`BadInput`, with nothing written, where it cannot be.
    """
    record = {key: value for key, value in values.items() if value}
    new = _validated(record)
    found = find_one(open_records(start, on_wait), query)
    child = _child(found)
    if new.on > today:
        raise BadInput(f"日期 {new.on} 还没有到（今天是 {today}）", "签了再记")
    warning = guardian_asked(child, new.by, new.on)
    return _written(start, found, child, [Put((CONSENT,), record)], new, record, warning, today, on_wait)


def withdraw(start: Path, query: str, on: date, today: date, on_wait: Waiting) -> Written:
    """Write that the consent was taken back on *on*. Raises :class:`BadInput` where there is none."""
    found = find_one(open_records(start, on_wait), query)
    child = _child(found)
    if child.consent is None:
        raise BadInput(f"{child.name}的档案里没有知情同意", "没有的不用撤回")
    new = child.consent.model_copy(update={"withdrawn_on": on})
    edit = Put((CONSENT, "撤回"), on.isoformat())
    return _written(start, found, child, [edit], new, {"撤回": on.isoformat()}, "", today, on_wait)


def _child(found: Found) -> Child:
    loaded = read_child(found.folder, found.folder.child_file(found.row.id))
    must_be_whole(list(loaded.problems))
    assert loaded.value is not None  # noqa: S101  # no problems: it was read
    return loaded.value


def _written(
    start: Path,
    found: Found,
    child: Child,
    edits: list[Edit],
    new: Consent,
    record: dict[str, Any],
    warning: str,
    today: date,
    on_wait: Waiting,
) -> Written:
    odd = doubts(found.folder, child.model_copy(update={"consent": new}), today, child)
    file = found.folder.child_file(found.row.id)
    saved = save(
        open_records(start, on_wait),
        lambda change: change.edit(file, edits, CHILD),
        f"知情同意：{found.row.id}",
        commit=found.facts.auto_commit,
        on_wait=on_wait,
    )
    said = (warning,) if warning else ()
    return Written(child.name, record, saved._replace(warnings=(*odd, *said, *saved.warnings)))


def _validated(record: dict[str, Any]) -> Consent:
    try:
        return Consent.model_validate(record)
    except ValidationError as error:
        message, hint = refusal(error)
        raise BadInput(message, hint) from None
