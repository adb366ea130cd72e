"""Whole records of children as values, under the keys they have on disk.

Masked, it lets through what the model knows the kind of: words of closed lists, days, numbers of
records. Names are masked, birthdays cut to the month; every other text is left out, whatever it says.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from liushou_cli.domain.base import Record
from liushou_cli.domain.choices import Choice
from liushou_cli.domain.masking import HIDDEN, NOT_TOLD, Veil
from liushou_cli.domain.views import Scene
from liushou_cli.domain.views.children import veil_of

_NEVER = frozenset({"事件", "不得透露"})  # 事件 goes into no paper but its own
_PLAIN = frozenset({"编号", "号", "学期", "民族"})  # texts that say nothing by themselves
_NAMES = frozenset({"姓名", "登记人", "家访人", "通话人", "谈心人", "对象", "负责人", "提供者", "同意人"})
_PLACES = frozenset({"地点"})


def records(scene: Scene) -> Iterator[dict[str, Any]]:
    """Each child counted, as the scene shows it; with the mask none all but 事件 and what must be kept."""
    for member in scene.summary.people.counted:
        child, veil = member.child, veil_of(member.child, scene)
        told = {key: value for key, value in _told(child, veil).items() if key not in _NEVER}
        yield told | ({"姓名": veil.child()} if child.name != NOT_TOLD else {})


def holds(value: Any, key: str) -> bool:
    """Whether *key* stands anywhere in it."""
    if isinstance(value, dict):
        return key in value or any(holds(part, key) for part in value.values())
    return isinstance(value, list) and any(holds(part, key) for part in value)


def _told(record: Record, veil: Veil) -> dict[str, Any]:
    found = {}
    for name, info in type(record).model_fields.items():
        key, value = info.alias or name, getattr(record, name)
        shown = _value(key, value, veil)
        if shown not in (None, "", [], {}):
            found[key] = shown
    return found


def _value(key: str, value: Any, veil: Veil) -> Any:
    if value == NOT_TOLD:
        return None
    if isinstance(value, Record):
        return _told(value, veil)
    if isinstance(value, tuple):
        return [shown for one in value if (shown := _value(key, one, veil)) not in (None, "", {})]
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, date):
        return f"{value:%Y-%m}" if key == "出生日期" and not veil.open else value.isoformat()
    return _text(key, value, veil) if isinstance(value, str) else value


def _text(key: str, text: str, veil: Veil) -> str:
    if veil.open or key in _PLAIN:
        return text
    if key in _NAMES:
        return veil.person(text)
    if key in _PLACES:
        place = veil.address(text)
        return "" if place == HIDDEN else place
    return ""
