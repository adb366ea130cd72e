"""One sheet of a workbook as a grid of boxes."""

import re
from collections.abc import Iterator

from liushou_cli.domain.blanks.grid import Box, Grid, number
from liushou_cli.errors import Refused
from liushou_cli.formats.blanks.workbook import Workbook, plain_text
from liushou_cli.formats.blanks.xml import Element, child, local, named, plain

MOST_CELLS = 200_000
_TALLEST = 2000  # rows of a joined box
FARTHEST = 400  # columns; looks are sometimes laid over all 16384
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_ELSEWHERE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!(.+)")
Range = tuple[int, int, int, int]


def grid_of(book: Workbook, name: str, root: Element) -> Grid:
    """Raises :class:`Refused` for a sheet no person could fill in."""
    merged = [
        (top, left, min(bottom, top + _TALLEST), min(right, left + FARTHEST))
        for one in named(root, "mergeCell")
        for top, left, bottom, right in ranges(one.get("ref", ""))
    ][:MOST_CELLS]
    if sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in merged) > 5 * MOST_CELLS:
        raise _too_large(name)
    lists = [(*area, words) for area, words in _lists(book, root)]
    inner = {
        (row, col)
        for top, left, bottom, right in merged
        for row in range(top, bottom + 1)
        for col in range(left, right + 1)
    }
    corners = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merged}
    cells = {(row, col): cell for row, col, cell in cells_of(root) if col <= FARTHEST}
    places = [place for place in (*cells, *(corner for corner in corners if corner not in cells))]
    if len(places) > MOST_CELLS:
        raise _too_large(name)
    boxes = [
        _box(book, place, corners.get(place, (1, 1)), cells.get(place))
        for place in places
        if place in corners or place not in inner
    ]
    return Grid(name, boxes, endless=True, lists=lists)


def _too_large(name: str) -> Refused:
    return Refused(f"工作表“{name}”大得不像一张空表", "只留要填的那张表，另存再填")


def cells_of(root: Element) -> Iterator[tuple[int, int, Element]]:
    """(row, column, cell) of every cell; some writers leave the places out and count on."""
    row = 0
    for line in named(root, "row"):
        row = int(line.get("r") or row + 1)
        col = 0
        for cell in line:
            if local(cell) == "c":
                found = _RANGE.fullmatch(cell.get("r") or "")
                col = number(found[1]) if found else col + 1
                yield row, col, cell


def ranges(text: str) -> list[Range]:
    """``A1:B2 C3`` as (top, left, bottom, right) each."""
    found = []
    for word in text.split():
        if match := _RANGE.fullmatch(word):
            left, top = number(match[1]), int(match[2])
            right, bottom = (number(match[3]), int(match[4])) if match[3] else (left, top)
            found.append((min(top, bottom), min(left, right), max(top, bottom), max(left, right)))
    return found


def text_of(book: Workbook, cell: Element) -> str:
    """What stands in a cell; numbers as Excel would print them without a format."""
    kind, value = cell.get("t", "n"), child(cell, "v")
    if kind == "inlineStr":
        inline = child(cell, "is")
        return plain_text(inline) if inline is not None else ""
    text = (value.text or "") if value is not None else ""
    if kind == "s" and text.isdecimal():
        return book.shared[int(text)] if int(text) < len(book.shared) else ""
    return text.removesuffix(".0") if kind == "n" else text


def _box(book: Workbook, place: tuple[int, int], size: tuple[int, int], cell: Element | None) -> Box:
    if cell is None:
        return Box(*place, rows=size[0], cols=size[1])
    look = int(cell.get("s", "0"))
    reckoned = child(cell, "f") is not None
    text = "" if reckoned else text_of(book, cell)
    return Box(*place, text, *size, shows=book.shows(look), reckoned=reckoned, look=look)


def _lists(book: Workbook, root: Element) -> Iterator[tuple[Range, tuple[str, ...]]]:
    """Every list validation, also of the newer kind that reaches into another sheet."""
    for one in named(root, "dataValidation"):
        if one.get("type") != "list":
            continue
        formula = next(named(one, "formula1"), None)
        where = one.get("sqref") or next((area.text or "" for area in named(one, "sqref")), "")
        words = _words(book, root, plain(formula) if formula is not None else "")
        for area in ranges(where) if words else ():
            yield area, words


def _words(book: Workbook, root: Element, formula: str) -> tuple[str, ...]:
    if formula.startswith('"'):
        return tuple(
            word.strip() for word in formula.strip('"').replace("，", ",").split(",") if word.strip()
        )
    formula = book.names.get(formula, formula)
    if there := _ELSEWHERE.fullmatch(formula):
        name = (there[1] or there[2]).replace("''", "'")
        part = next((sheet.part for sheet in book.sheets if sheet.name == name), "")
        return _words(book, book.root(part), there[3]) if part else ()
    found = ranges(formula)
    if not found:
        return ()
    top, left, bottom, right = found[0]
    words = [
        text_of(book, cell).strip()
        for row, col, cell in cells_of(root)
        if top <= row <= bottom and left <= col <= right
    ]
    return tuple(word for word in words[:200] if word)
