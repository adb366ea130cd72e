"""A table that somebody gave us, written anew: bad cells red, a note saying why, a list of them in front."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_cell_to_rowcol

from liushou_cli.domain.grid import Grid, Value
from liushou_cli.domain.worksheet.base import SHEET
from liushou_cli.domain.worksheet.cells import clean
from liushou_cli.formats.archive import undated
from liushou_cli.formats.xlsx.book import MADE_AT, OPTIONS
from liushou_cli.formats.xlsx.values import fitting
from liushou_cli.formats.xlsx.worksheet import remembered

LIST = "有误的地方"
_HEADS = ("哪一格", "写的是", "为什么", "怎么办")
_WIDTHS = (10, 24, 60, 40)
_BAD = MappingProxyType({"bg_color": "#FFC7CE"})


class Bad(NamedTuple):
    """A cell, as the sheet calls it ("" for the whole table), and what is to be said of it."""

    cell: str
    message: str
    hint: str = ""


class Drawn(NamedTuple):
    """How the table looked: the row of heads from 0, words to pick from by column, columns that are hidden."""

    head: int
    words: Mapping[int, Sequence[str]] = MappingProxyType({})
    hidden: Sequence[int] = ()


def write_annotated(grids: Sequence[Grid], marked: Grid, bad: Sequence[Bad], drawn: Drawn) -> bytes:
    """All *grids*, *marked* among them; as the values were, so that it can be mended and imported."""
    target = io.BytesIO()
    book = Workbook(target, dict(OPTIONS))
    book.set_properties({"created": MADE_AT})
    _listed(book, marked, bad)
    for place, grid in enumerate(grids):
        if grid.sheet == SHEET:
            remembered(book, [[clean(value) for value in row] for row in grid.rows])
            continue
        sheet = book.add_worksheet(grid.sheet if grid.sheet not in ("", LIST) else f"表{place + 1}")
        for merge in grid.merges:
            sheet.merge_range(merge.top, merge.left, merge.bottom, merge.right, "")
        own = _by_cell(bad) if grid is marked else {}
        _Copy(book, sheet, own).write(grid)
        if grid is marked:
            _draw(sheet, grid, drawn)
    book.close()
    return undated(target.getvalue())


def _listed(book: Any, marked: Grid, bad: Sequence[Bad]) -> None:
    sheet = book.add_worksheet(LIST)
    wrap, head = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"bold": True})
    for x, (name, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        sheet.set_column(x, x, width)
        sheet.write_string(0, x, name, head)
    for y, one in enumerate(bad, 1):
        there = marked.text(*xl_cell_to_rowcol(one.cell)) if one.cell else ""
        for x, text in enumerate((one.cell, there, one.message, one.hint)):
            sheet.write_string(y, x, fitting(text), wrap)
    sheet.freeze_panes(1, 0)


def _by_cell(bad: Sequence[Bad]) -> dict[tuple[int, int], str]:
    """Everything that is to be said of a cell, in one note."""
    found: dict[tuple[int, int], list[str]] = {}
    for one in bad:
        if one.cell:
            said = f"{one.message}\n→ {one.hint}" if one.hint else one.message
            found.setdefault(xl_cell_to_rowcol(one.cell), []).append(said)
    return {cell: "\n".join(said) for cell, said in found.items()}


class _Copy:
    def __init__(self, book: Any, sheet: Any, notes: Mapping[tuple[int, int], str]) -> None:
        self._sheet, self._notes = sheet, notes
        self._formats = {
            (form, red): book.add_format({"num_format": form, "text_wrap": True, **(_BAD if red else {})})
            for form in ("@", "General", "yyyy-mm-dd")
            for red in (False, True)
        }

    def write(self, grid: Grid) -> None:
        for y, row in enumerate(grid.rows):
            for x, value in enumerate(row):
                note = self._notes.get((y, x))
                if value is not None or note:
                    self._cell(y, x, value, red=note is not None)
                if note:
                    self._sheet.write_comment(y, x, fitting(note), {"x_scale": 2, "author": "liushou"})

    def _cell(self, y: int, x: int, value: Value, *, red: bool) -> None:
        sheet = self._sheet
        match value:
            case None:
                sheet.write_blank(y, x, None, self._formats["@", red])
            case bool():
                sheet.write_boolean(y, x, value, self._formats["General", red])
            case float():
                sheet.write_number(y, x, value, self._formats["General", red])
            case date():
                day = value if isinstance(value, datetime) else datetime.combine(value, time())
                sheet.write_datetime(y, x, day, self._formats["yyyy-mm-dd", red])
            case str():
                sheet.write_string(y, x, fitting(value), self._formats["@", red])


def _draw(sheet: Any, grid: Grid, drawn: Drawn) -> None:
    sheet.activate()
    sheet.set_column(0, max(0, grid.width - 1), 14)
    sheet.freeze_panes(drawn.head + 1, 0)
    for column, words in drawn.words.items():
        options = {"validate": "list", "source": list(words), "error_message": "从列表里选一个"}
        sheet.data_validation(drawn.head + 1, column, max(len(grid.rows), drawn.head + 2), column, options)
    for column in drawn.hidden:
        sheet.set_column(column, column, 8, None, {"hidden": True})
