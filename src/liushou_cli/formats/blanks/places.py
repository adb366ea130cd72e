"""The cells of a sheet by row and column, and ranges as A1:B2."""

import re
from collections.abc import Iterator

from liushou_cli.domain.grid import column_index
from liushou_cli.formats.blanks.workbook import Workbook
from liushou_cli.formats.office import cells
from liushou_cli.formats.office.xml import Element, child, local, named

_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
Range = tuple[int, int, int, int]


def cells_of(root: Element) -> Iterator[tuple[int, int, Element]]:
    """(row, column, cell) of every cell; some writers leave the places out and count on."""
    row = 0
    for line in named(root, "row"):
        row = int(line.get("r") or row + 1)
        col = 0
        for cell in line:
            if local(cell) == "c":
                found = _RANGE.fullmatch(cell.get("r") or "")
                col = column_index(found[1]) + 1 if found else col + 1
                yield row, col, cell


def ranges(text: str) -> list[Range]:
    """``A1:B2 C3`` as (top, left, bottom, right) each."""
    found = []
    for word in text.split():
        if match := _RANGE.fullmatch(word):
            left, top = column_index(match[1]) + 1, int(match[2])
            right, bottom = (column_index(match[3]) + 1, int(match[4])) if match[3] else (left, top)
            found.append((min(top, bottom), min(left, right), max(top, bottom), max(left, right)))
    return found


def text_of(book: Workbook, cell: Element) -> str:
    """What stands in a cell; numbers as Excel would print them without a format."""
    kind, value = cell.get("t", "n"), child(cell, "v")
    if kind == "inlineStr":
        return cells.text_of(child(cell, "is"))
    text = (value.text or "") if value is not None else ""
    if kind == "s" and text.isdecimal():
        return book.shared[int(text)] if int(text) < len(book.shared) else ""
    return text.removesuffix(".0") if kind == "n" else text
