"""Change what a child's file says: a plain field in place, a dated one by a new entry."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from liushou_cli.domain.child import Child
from liushou_cli.domain.days import parse_day
from liushou_cli.domain.facts import confirmed_at
from liushou_cli.domain.form import CHILD
from liushou_cli.domain.meant_entry import placed
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import must_be_whole, read_child
from liushou_cli.store.doubts import doubts
from liushou_cli.store.edit import Append, Drop, Edit, Put, apply
from liushou_cli.store.finder import find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.refusals import refusal
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.yaml_text import find, parse, plain

# A field whose past must stand: path end -> (key of the value, key of the day).
DATED = {
    "行踪": ("状况", "自"),
    "照护人": ("姓名", "自"),
    "监护情况": ("评定", "日期"),
    "关注等级": ("等级", "自"),
    "返乡": ("说明", "自"),
}
_AHEAD = ("返乡",)  # said beforehand
_FIXED = (
    "格式",
    "编号",
    "在班",
    "普查",
    "家访",
    "通话",
    "谈心",
    "帮扶",
    "矛盾调解",
    "关注事项",
    "事件",
    "结对",
    "帮扶计划",
)
Steps = tuple[str | int, ...]
_BETWEEN = re.compile(r"\s*[、，,]\s*")


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
    edit = _edit(path, value, extra, since, today)
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


def _edit(path: Steps, value: str, extra: Mapping[str, str], since: date | None, today: date) -> Edit:
    info = _field(path)
    if path[-1] in DATED:
        return _new_entry(path, value, extra, since or today, today)
    if extra:
        raise BadInput(f"“{path[-1]}”没有附带的项", "去掉 --with")
    if since:
        raise BadInput(f"“{path[-1]}”不按日期记", "去掉 --since")
    if not value:
        return Drop(path)
    texts = get_origin(info.annotation) is tuple and not _model(info)
    return Put(path, [part for part in _BETWEEN.split(value) if part] if texts else value)


def _new_entry(path: Steps, value: str, extra: Mapping[str, str], since: date, today: date) -> Edit:
    name = str(path[-1])
    if not value:
        raise BadInput(f"“{name}”按日期记，不能清空", "添一条新的，旧的留着")
    if since > today and name not in _AHEAD:
        raise BadInput(f"--since 写的 {since} 还没有到（今天是 {today}）", "到那天再改")
    key, day = DATED[name]
    allowed = [one for one in _keys(_model(_field(path))) if one not in (key, day)]
    for wrong in extra:
        if wrong not in allowed:
            raise BadInput(f"“{name}”里没有“{wrong}”可写", f"--with 可以写：{'、'.join(allowed)}")
    order = [day, key] if day == "日期" or key != "姓名" else [key, *extra, day]
    entry = {key: value, day: since.isoformat(), **extra}
    return Append(path, {part: entry[part] for part in [*order, *extra]})


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


def _field(path: Steps) -> FieldInfo:
    """What the format says of *path*. Raises :class:`BadInput` where it has none that may be set."""
    if path[0] in _FIXED:
        raise BadInput(f"“{path[0]}”不能用 set 改", "用 log-visit 等命令记，或用记事本改")
    model: Any = Child
    names = [step for step in path if isinstance(step, str)]
    for place, step in enumerate(names):
        keys = _keys(model)
        if step not in keys:
            there = "、".join(key for key in keys if key not in _FIXED)
            raise BadInput(
                f"没有“{'.'.join(names)}”这一项",
                f"可以写：{there}" if there else f"“{names[place - 1]}”下面没有别的项",
            )
        if step in DATED and step != "照护人" and place < len(names) - 1:
            upto = ".".join(names[: place + 1])
            raise BadInput(
                f"“{step}”按日期记，不能单改一样",
                f"添一条新的：liushou set 孩子 {upto} … --since 日期 --with {names[-1]}=…",
            )
        info = keys[step]
        model = _model(info)
    return info


def _keys(model: Any) -> dict[str, FieldInfo]:
    return {str(info.alias): info for info in getattr(model, "model_fields", {}).values()}


def _model(info: FieldInfo) -> Any:
    """The record that a field holds, one or a list of them; None for a field of text."""
    return next((part for part in _types(info.annotation) if hasattr(part, "model_fields")), None)


def _validated(tree: Any) -> Child:
    try:
        return Child.model_validate(tree)
    except ValidationError as error:
        message, hint = refusal(error)
        raise BadInput(message, hint) from None


def _types(annotation: Any) -> list[Any]:
    inside = getattr(annotation, "__args__", ())
    return [annotation, *(deep for part in inside for deep in _types(part))]
