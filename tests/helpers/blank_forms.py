"""Blank forms as offices make them, and what stands in them once they are filled."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from docx import Document
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.datavalidation import DataValidation

_LINE = Side(style="thin")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def sheet(
    rows: Sequence[Sequence[Any]],
    merges: Sequence[str] = (),
    framed: str = "",
    lists: Mapping[str, str] | None = None,
    formats: Mapping[str, str] | None = None,
) -> bytes:
    """A workbook of one sheet; *framed* is the range with lines around its boxes, *lists* and *formats* by range."""
    book = Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append([value if value != "" else None for value in row])
    for merge in merges:
        page.merge_cells(merge)
    for row in page[framed] if framed else ():
        for cell in row:
            cell.border = _FRAME
    for place, words in (lists or {}).items():
        rule = DataValidation(type="list", formula1=words)
        rule.add(place)
        page.add_data_validation(rule)
    for place, code in (formats or {}).items():
        for row in page[place]:
            for cell in row:
                cell.number_format = code
    return saved(book)


def saved(book: Any) -> bytes:
    """The bytes of a workbook or document."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def values(data: bytes) -> list[list[Any]]:
    """What stands in the cells of the first sheet; trailing empty cells and rows are left out."""
    rows = [list(row) for row in load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True)]
    for row in rows:
        while row and row[-1] is None:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def document(lines: Sequence[str], *tables: Sequence[Sequence[str | None]]) -> bytes:
    """Paragraphs, then tables. In a table None joins a box to the one on its left, ``^`` to the one above."""
    paper = Document()
    for line in lines:
        paper.add_paragraph(line)
    for rows in tables:
        _lay(paper.add_table(len(rows), len(rows[0]), style="Table Grid"), rows)
    return saved(paper)


def _lay(grid: Any, rows: Sequence[Sequence[str | None]]) -> None:
    places = [(at, place, text) for at, row in enumerate(rows) for place, text in enumerate(row)]
    for at, place, text in places:
        if text is not None and text != "^":
            grid.cell(at, place).text = text
    for at, place, text in places:
        if text is None:
            grid.cell(at, place - 1).merge(grid.cell(at, place))
    for at, place, text in places:
        if text == "^":
            grid.cell(at - 1, place).merge(grid.cell(at, place))


def lines(data: bytes) -> list[str]:
    """The paragraphs of a document outside its tables."""
    return [one.text for one in Document(io.BytesIO(data)).paragraphs]


def boxes(data: bytes, table: int = 0) -> list[list[str]]:
    """The texts of a table's boxes, each joined box once."""
    found = []
    for row in Document(io.BytesIO(data)).tables[table].rows:
        once = {id(cell._tc): cell.text for cell in row.cells}
        found.append(list(once.values()))
    return found
