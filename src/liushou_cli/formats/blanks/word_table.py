"""A table of a Word document as a grid of boxes."""

from collections.abc import Iterator
from typing import NamedTuple

from liushou_cli.domain.blanks.grid import Box, Grid
from liushou_cli.formats.blanks.pieces import text_of
from liushou_cli.formats.office.xml import Element, attribute, child, local, named


class _Cell(NamedTuple):
    row: int
    col: int
    cols: int
    goes_on: bool  # vMerge: belongs to the cell above
    element: Element

    @property
    def paragraphs(self) -> list[Element]:
        return [one for one in paragraphs_of(self.element) if local(one) == "p"]


def paragraphs_of(element: Element) -> Iterator[Element]:
    """Paragraphs of a cell, not those of a table in it."""
    for one in element:
        if local(one) == "p":
            yield one
        elif local(one) not in ("tbl", "tcPr"):
            yield from paragraphs_of(one)


def rows_of(table: Element) -> list[Element]:
    return [one for one in named(table, "tr") if nearest(one, "tbl") is table]


def cells_of(table: Element) -> Iterator[_Cell]:
    for row, line in enumerate(rows_of(table), 1):
        col = 1 + _number(line, "trPr", "gridBefore")
        for cell in named(line, "tc"):
            if nearest(cell, "tr") is not line:
                continue
            cols = _number(cell, "tcPr", "gridSpan") or 1
            yield _Cell(row, col, cols, _goes_on(cell), cell)
            col += cols


def grid_of(table: Element, name: str) -> Grid:
    cells = list(cells_of(table))
    going_on = {(cell.row, cell.col) for cell in cells if cell.goes_on}
    boxes = []
    for cell in cells:
        if not cell.goes_on:
            rows = 1
            while (cell.row + rows, cell.col) in going_on:
                rows += 1
            boxes.append(Box(cell.row, cell.col, text_of(cell.paragraphs), rows, cell.cols))
    return Grid(name, boxes)


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


def nearest(element: Element, name: str) -> Element | None:
    return next((one for one in element.iterancestors() if local(one) == name), None)
