"""Rows and cells of a sheet's tree: their numbers, the text they hold."""

from collections.abc import Iterator
from typing import Any

from liushou_cli.formats.office.xml import child, drop, local, named

_LAST = 1_048_576  # row of a sheet


def numbered(root: Any) -> Iterator[tuple[int, Any]]:
    """Each row with its number, which a row may leave out."""
    number = 0
    for row in named(root, "row"):
        number = int(row.get("r") or number + 1)
        if number > _LAST:
            raise ValueError(f"row {number}")
        yield number, row


def move(row: Any, number: int) -> None:
    """A row and its cells to another number."""
    row.set("r", str(number))
    for cell in named(row, "c"):
        if place := cell.get("r"):
            cell.set("r", place.rstrip("0123456789") + str(number))


def holder(cell: Any, strings: list[Any]) -> Any:
    """What holds the text of *cell*; None where it holds a number, a formula or nothing."""
    kind, value = cell.get("t"), child(cell, "v")
    if child(cell, "f") is not None:
        return None
    if kind == "inlineStr":
        return child(cell, "is")
    if (
        kind == "s"
        and value is not None
        and (value.text or "").isdecimal()
        and int(value.text) < len(strings)
    ):
        return strings[int(value.text)]
    return None


def text_of(held: Any) -> str:
    """All runs of a text, without what tells how it is read aloud."""
    if held is None:
        return ""
    return "".join(one.text or "" for one in named(held, "t") if local(one.getparent()) != "rPh")


def clear(cell: Any) -> None:
    """Empty, in the look it had."""
    for one in list(cell):
        cell.remove(one)
    drop(cell, "t", "cm", "vm", "ph")
