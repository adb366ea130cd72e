"""Down the words of a path into a record, as a form asks for a value."""

from datetime import date
from typing import Any

from liushou_cli.domain.base import Record, latest
from liushou_cli.domain.blanks.case import Value
from liushou_cli.domain.choices import Choice


def walked(start: Any, path: list[str], on: date) -> Value:
    """Down the words of a path; a dated list is asked for its entry of the day."""
    value = start
    for word in path:
        if isinstance(value, tuple):
            value = latest(value, on)
        value = attribute(value, word)
        if value is None:
            return None
    return _plain(value)


def attribute(record: Any, word: str) -> Any:
    """What *record* holds under its word on disk; None for words it does not have."""
    for name, info in type(record).model_fields.items() if isinstance(record, Record) else ():
        if info.alias == word:
            return getattr(record, name)
    return None


def _plain(value: Any) -> Value:
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, tuple):
        return tuple(str(one) for one in value if isinstance(one, str)) or None
    if isinstance(value, str | date | int):
        return value or None
    return None
