"""Rows put into a sheet: what stands below moves down, and with it everything that names its place."""

import re
from collections.abc import Callable
from copy import deepcopy

from liushou_cli.formats.blanks.xml import Element, child, drop, local, named

_QUOTED = re.compile(r"(\"[^\"]*\"|'[^']*'!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)")
_REF = re.compile(
    r"(?<![\w.!$])(\$?[A-Z]{1,3}\$?)(\d{1,7})(?::(\$?[A-Z]{1,3}\$?)(\d{1,7}))?(?![\w.(!])", re.ASCII
)
_PLACES = {  # element -> the attribute that names a range of this sheet
    "mergeCell": "ref", "dataValidation": "sqref", "conditionalFormatting": "sqref", "autoFilter": "ref",
    "hyperlink": "ref", "ignoredError": "sqref", "protectedRange": "sqref", "dimension": "ref", "f": "ref",
    "table": "ref", "comment": "ref", "selection": "sqref", "sortState": "ref",
}  # fmt: skip


def insert(root: Element, like: int, after: int, count: int) -> None:
    """*count* rows like row *like* after row *after* of a sheet's XML; its formulas follow."""
    data = next(named(root, "sheetData"))
    rows = {int(row.get("r", "0")): row for row in data if local(row) == "row"}
    for number in sorted((number for number in rows if number > after), reverse=True):
        move(rows[number], number + count)
    shift(root, after, count)
    _repeat_merges(root, like, after, count)
    pattern = rows.get(like)
    if pattern is None:
        return
    place = data.index(rows[max(number for number in rows if number <= after)]) + 1
    for number in range(after + count, after, -1):
        data.insert(place, _copy(pattern, like, number))


def shift(root: Element, after: int, count: int) -> None:
    """Every range and formula in this part that names rows of the sheet."""
    for element in root.iter():
        name = local(element)
        if (attribute := _PLACES.get(name)) and (place := element.get(attribute)):
            element.set(attribute, moved(place, after, count))
        if name in ("f", "formula", "formula1", "formula2", "sqref") and element.text:
            element.text = formula(element.text, after, count)
        if name == "brk" and int(element.get("id", "0")) > after:
            element.set("id", str(int(element.get("id", "0")) + count))


def moved(place: str, after: int, count: int) -> str:
    """A range, or several, in the sheet with the new rows: one that ends at row *after* takes them in."""
    return _REF.sub(_mover(after, count), place)


def formula(text: str, after: int, count: int) -> str:
    """As :func:`moved` for a formula: texts, and cells of other sheets, stay."""
    pieces = _QUOTED.split(text)
    return "".join(piece if place % 2 else moved(piece, after, count) for place, piece in enumerate(pieces))


def move(row: Element, number: int) -> None:
    """A row and its cells to another number."""
    row.set("r", str(number))
    for cell in row:
        if local(cell) == "c" and (place := cell.get("r")):
            cell.set("r", place.rstrip("0123456789") + str(number))


def _mover(after: int, count: int) -> Callable[[re.Match[str]], str]:
    def place(found: re.Match[str]) -> str:
        left, top, right, bottom = found[1], int(found[2]), found[3], found[4]
        first = top + count if top > after else top
        if right is None:
            return f"{left}{first}"
        last = int(bottom) + count if int(bottom) >= after else int(bottom)
        return f"{left}{first}:{right}{last}"

    return place


def _repeat_merges(root: Element, like: int, after: int, count: int) -> None:
    merges = next(named(root, "mergeCells"), None)
    if merges is None:
        return
    for one in list(merges):
        ends = re.fullmatch(rf"([A-Z]+){like}:([A-Z]+){like}", one.get("ref", ""))
        for number in range(after + 1, after + count + 1) if ends else ():
            twin = deepcopy(one)
            twin.set("ref", f"{ends[1]}{number}:{ends[2]}{number}" if ends else "")
            merges.append(twin)
    merges.set("count", str(len(merges)))


def _copy(pattern: Element, like: int, number: int) -> Element:
    """The looks of a row without its content; its own formulas go along."""
    row = deepcopy(pattern)
    move(row, number)
    for cell in row:
        own = child(cell, "f")
        for part in list(cell):
            if part is not own or own.get("t") in ("shared", "array", "dataTable"):
                cell.remove(part)
        drop(cell, "t")
        if own is not None and own.text:
            own.text = _relative(own.text, number - like)
    return row


def _relative(text: str, rows: int) -> str:
    """A formula copied so many rows down: rows with $ stay."""
    pattern = re.compile(r"(?<![\w.!])(\$?[A-Z]{1,3})(\d{1,7})(?![\w.(!])", re.ASCII)
    return pattern.sub(lambda found: f"{found[1]}{int(found[2]) + rows}", text)
