"""A Word document as grids: one for each table, and one for the lines outside of them."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from liushou_cli.domain.blanks.grid import Box, Grid, NewRows, Write
from liushou_cli.formats.blanks import runs
from liushou_cli.formats.blanks.parcel import Parcel
from liushou_cli.formats.blanks.xml import Element, attribute, child, local, named, parsed, written

PART = "word/document.xml"
_PERSONAL = ("paraId", "textId")  # a row's own numbers: a copy must not bear them
_MARKS = {"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr"}


class Document:
    """``grids[0]`` are the lines; then the tables in the order of the text, those inside cells too."""

    def __init__(self, parcel: Parcel) -> None:
        self._parcel = parcel
        self._root = parsed(parcel.parts[PART], PART)
        self._lines = [one for one in named(self._root, "p") if not _inside(one, "tbl", "txbxContent")]
        self._tables = [
            one for one in named(self._root, "tbl") if not _inside(one, "txbxContent", "Fallback")
        ]
        lines = [Box(number, 1, runs.text_of([line])) for number, line in enumerate(self._lines, 1)]
        tables = [_table(table, f"表{number}") for number, table in enumerate(self._tables, 1)]
        self.grids: list[Grid] = [Grid("正文", lines, lines=True), *tables]

    def filled(self, writes: Sequence[Write], rows: Sequence[NewRows]) -> bytes:
        """The document with *rows* put in and *writes* made; every part but the text as it was. Once only."""
        for one in rows:
            _insert(self._tables[one.grid - 1], one)
        places = [{(cell.row, cell.col): cell for cell in _cells(table)} for table in self._tables]
        for write in sorted(writes, key=lambda one: one.span or (0, 0), reverse=True):
            if write.grid == 0:
                parts = [self._lines[write.row - 1]]
            else:
                parts = places[write.grid - 1][write.row, write.col].paragraphs
            runs.put(parts, str(write.value), write.span)
        return self._parcel.packed({PART: written(self._root)})


class _Cell(NamedTuple):
    row: int
    col: int
    cols: int
    goes_on: bool  # vMerge: belongs to the cell above
    element: Element

    @property
    def paragraphs(self) -> list[Element]:
        return [one for one in _below(self.element) if local(one) == "p"]


def _below(element: Element) -> Iterator[Element]:
    """Paragraphs of a cell, not those of a table in it."""
    for one in element:
        if local(one) == "p":
            yield one
        elif local(one) not in ("tbl", "tcPr"):
            yield from _below(one)


def _rows(table: Element) -> list[Element]:
    return [one for one in named(table, "tr") if _nearest(one, "tbl") is table]


def _cells(table: Element) -> Iterator[_Cell]:
    for row, line in enumerate(_rows(table), 1):
        col = 1 + _number(line, "trPr", "gridBefore")
        for cell in named(line, "tc"):
            if _nearest(cell, "tr") is not line:
                continue
            cols = _number(cell, "tcPr", "gridSpan") or 1
            yield _Cell(row, col, cols, _goes_on(cell), cell)
            col += cols


def _table(table: Element, name: str) -> Grid:
    cells = list(_cells(table))
    going_on = {(cell.row, cell.col) for cell in cells if cell.goes_on}
    boxes = []
    for cell in cells:
        if not cell.goes_on:
            rows = 1
            while (cell.row + rows, cell.col) in going_on:
                rows += 1
            boxes.append(Box(cell.row, cell.col, runs.text_of(cell.paragraphs), rows, cell.cols))
    return Grid(name, boxes)


def _insert(table: Element, one: NewRows) -> None:
    lines = _rows(table)
    pattern = lines[one.like - 1]
    for _ in range(one.number):
        row = deepcopy(pattern)
        for element in list(row.iter()):
            parent = element.getparent()
            if local(element) in _MARKS and parent is not None:
                parent.remove(element)
            for key in [key for key in element.attrib if str(key).endswith(_PERSONAL)]:
                del element.attrib[key]
        lines[one.after - 1].addnext(row)
        for cell in _cells_of_row(row):
            paragraphs = [one for one in _below(cell) if local(one) == "p"]
            if runs.text_of(paragraphs).strip():
                runs.put(paragraphs, "", None)


def _cells_of_row(row: Element) -> Iterator[Element]:
    return (cell for cell in named(row, "tc") if _nearest(cell, "tr") is row)


def _goes_on(cell: Element) -> bool:
    properties = child(cell, "tcPr")
    merge = child(properties, "vMerge") if properties is not None else None
    return merge is not None and _value(merge) != "restart"


def _number(element: Element, properties: str, name: str) -> int:
    holder = child(element, properties)
    found = child(holder, name) if holder is not None else None
    value = _value(found) if found is not None else ""
    return min(int(value), 200) if value.isdecimal() else 0


def _value(element: Element) -> str:
    return attribute(element, "val")


def _nearest(element: Element, name: str) -> Element | None:
    return next((one for one in element.iterancestors() if local(one) == name), None)


def _inside(element: Element, *names: str) -> bool:
    return any(local(one) in names for one in element.iterancestors())
