"""The edit that sets one field of a child's file: in place, or by a new entry where its past must stand."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, get_origin

from pydantic.fields import FieldInfo

from liushou_cli.domain.child import Child
from liushou_cli.errors import BadInput
from liushou_cli.store.edit import Append, Drop, Edit, Put

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


def field_edit(path: Steps, value: str, extra: Mapping[str, str], since: date | None, today: date) -> Edit:
    """*value* and *extra* as typed, the path in words. Raises :class:`BadInput` for what cannot be set so."""
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


def _types(annotation: Any) -> list[Any]:
    inside = getattr(annotation, "__args__", ())
    return [annotation, *(deep for part in inside for deep in _types(part))]
