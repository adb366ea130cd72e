"""What a cell of a sheet says, and what a record says under the same head: both as one clean text."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple
from unicodedata import normalize

from liushou_cli.domain.grid import Value, as_text
from liushou_cli.domain.understand.dates import understand_day
from liushou_cli.domain.worksheet.kinds import DAY, LIST, TASK, Column, Path

LONGEST = 4_000  # characters: as much of one cell as is read back
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_BETWEEN = re.compile("[、，,；;\n]")


class Said(NamedTuple):
    """``reason`` says why the cell means nothing."""

    text: str = ""
    reason: str = ""


def clean(value: Value) -> str:
    """What stands in a cell: lines without unseen characters and edges, as many as were written."""
    if not isinstance(value, str):
        return as_text(value)
    lines = normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").split("\n")
    plain = (_UNSEEN.sub("", line).strip(" \t\u3000") for line in lines)
    return "\n".join(plain).strip()[:LONGEST].strip()


def told(tree: Mapping[str, Any], column: Column) -> str:
    """What the record *tree* says in *column*, as the sheet shows it; several promises are set side by side."""
    if column.path[0] == TASK:
        tasks = tree.get(TASK) or ()
        gap = "—" if len(tasks) > 1 else ""
        return clean("；".join(str(one.get(str(column.path[2])) or gap) for one in tasks))
    found = at(tree, column.path)
    if isinstance(found, list):
        return "、".join(filter(None, (clean(str(one)) for one in found)))
    return clean(str(found)) if found is not None else ""


def understood(column: Column, value: Value) -> Said:
    """The text that :func:`told` would give of a record that holds what the cell says."""
    text = clean(value)
    if not text:
        return Said()
    if column.shape == DAY:
        when = understand_day(value if isinstance(value, date) else text)
        return Said(when.text, when.reason)
    if column.words and text not in column.words:
        return Said("", f"“{text[:20]}”不认得，只能写：{'、'.join(column.words)}")
    return Said("、".join(parts(text)) if column.shape == LIST else text)


def parts(text: str) -> list[str]:
    return [one.strip() for one in _BETWEEN.split(text) if one.strip()]


def at(tree: Any, path: Path) -> Any:
    """What stands at *path*, None for nothing."""
    for step in path:
        if isinstance(step, int):
            tree = tree[step] if isinstance(tree, list) and step < len(tree) else None
        else:
            tree = tree.get(step) if isinstance(tree, dict) else None
    return tree


def entered(tree: dict[str, Any], column: Column, text: str) -> dict[str, Any]:
    """*tree* with *text* in its place; "" takes away what stood there."""
    top, *deeper = column.path
    value: Any = (parts(text) if column.shape == LIST else text) or None
    if deeper and deeper[0] == 0:
        first, *others = tree.get(TASK) or [{}]
        one = _with(first, str(deeper[1]), value)
        value = [one, *others] if one else None
    elif deeper:
        value = _with(tree.get(str(top)) or {}, str(deeper[0]), value) or None
    return _with(tree, str(top), value)


def _with(tree: Mapping[str, Any], key: str, value: Any) -> dict[str, Any]:
    rest = {known: part for known, part in tree.items() if known != key or value is not None}
    return {**rest, key: value} if value is not None else rest
