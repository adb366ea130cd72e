"""Change what a child's file says: a plain field in place, a dated one by a new entry."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from liushou_cli.domain.child import Child
from liushou_cli.domain.days import parse_day
from liushou_cli.domain.facts import confirmed_at
from liushou_cli.domain.form import CHILD
from liushou_cli.domain.meant_entry import placed
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import must_be_whole, read_child
from liushou_cli.store.doubts import doubts
from liushou_cli.store.edit import Append, Drop, Edit, Put, apply
from liushou_cli.store.field_edit import Steps, field_edit
from liushou_cli.store.finder import find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.refusals import refusal
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.yaml_text import find, parse, plain


class Changed(NamedTuple):
    """``before`` and ``after`` are what stood and stands at ``field``."""

    name: str
    field: str
    before: Any
    after: Any
    saved: Saved


def set_field(
    start: Path,
    query: str,
    field: str,
    value: str,
    extra: Mapping[str, str],
    since: date | None,
    today: date,
    on_wait: Waiting,
    *,
    together: bool = False,
) -> Changed:
    """Set *field* (``电话`` of a parent: ``父亲.电话``) to *value*; an empty value takes the field out.

    A dated field gets a new entry from *since* (default *today*); *extra* are more of its keys.
    A new caregiver takes over from those before, unless they care *together* from now on.
    Raises :class:`BadInput`, with nothing written, where the result would not be a record.
    """
    records = open_records(start, on_wait)
    child = find_one(records, query)
    file = child.folder.child_file(child.row.id)
    loaded = read_child(child.folder, file)
    must_be_whole(list(loaded.problems))
    assert loaded.source is not None and loaded.root is not None  # noqa: S101, PT018  # no problems: it was read
    path = _meant(field, loaded.value, today)
    edit = field_edit(path, value, extra, since, today)
    old = find(loaded.root, path)
    edits = [*_handed_over(loaded.value, edit, together=together), *_confirmed(edit, loaded.root, today)]
    text = apply(loaded.source.text, edits, CHILD, child.file)
    root = parse(text)
    odd = doubts(child.folder, _validated(plain(root)), today, loaded.value)
    saved = Saved(())
    if text != loaded.source.text:
        saved = save(
            records, lambda change: change.edit(file, edits, CHILD), f"修改：{child.row.id} {path[0]}",
            commit=child.facts.auto_commit, on_wait=on_wait,
        )  # fmt: skip
    new = find(root, path)
    saved = saved._replace(warnings=(*odd, *saved.warnings))
    return Changed(child.row.name, field, plain(old) if old else None, plain(new) if new else None, saved)


def _meant(field: str, child: Child | None, today: date) -> Steps:
    try:
        return placed(tuple(field.split(".")), child, today) if child else tuple(field.split("."))
    except ValueError as error:
        raise BadInput(str(error), "换了照护人的，用 liushou set 孩子 照护人 姓名 --since 日期") from None


def _handed_over(child: Child | None, edit: Edit, *, together: bool) -> list[Edit]:
    """The day before a new caregiver began is the last day of those before."""
    if child is None or together or not isinstance(edit, Append) or edit.path != ("照护人",):
        return []
    begins = parse_day(edit.value["自"])
    last = (begins - timedelta(days=1)).isoformat()
    return [
        Put(("照护人", place, "至"), last)
        for place, before in enumerate(child.caregivers)
        if before.until is None and before.since < begins
    ]


def _confirmed(edit: Edit, root: Any, today: date) -> list[Edit]:
    """*edit*, and the day with it: what is told today is right today, whatever was known of the one before."""
    mark = confirmed_at(edit.path)
    old = find(root, edit.path)
    if not mark or isinstance(edit, Append) or (old and isinstance(edit, Put) and plain(old) == edit.value):
        return [edit]
    return [edit, Drop(mark) if isinstance(edit, Drop) else Put(mark, today.isoformat())]


def _validated(tree: Any) -> Child:
    try:
        return Child.model_validate(tree)
    except ValidationError as error:
        message, hint = refusal(error)
        raise BadInput(message, hint) from None
