"""A sheet to be filled in: choices to pick from, days within the term, what must not be changed locked."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any

from xlsxwriter import Workbook

from liushou_cli.domain.worksheet.base import SHEET
from liushou_cli.domain.worksheet.kinds import DAY, NAME
from liushou_cli.domain.worksheet.out import Head, Layout
from liushou_cli.formats.archive import undated
from liushou_cli.formats.xlsx.book import MADE_AT, OPTIONS
from liushou_cli.formats.xlsx.looks import SONG
from liushou_cli.formats.xlsx.values import fitting

_TOP = 3  # rows before the first child: title, notice, heads
_MAY = MappingProxyType(
    dict.fromkeys(
        ("insert_rows", "delete_rows", "format_cells", "format_columns", "format_rows", "sort"), True
    )
)
_CELL = MappingProxyType(
    {"font_name": SONG, "font_size": 11, "border": 1, "valign": "vcenter", "text_wrap": True}
)
_GREY = MappingProxyType({"bg_color": "#F2F2F2"})
_OPEN = MappingProxyType({"locked": False})


def write_layout(layout: Layout) -> bytes:
    """The workbook; the same layout gives the same bytes."""
    target = io.BytesIO()
    book = Workbook(target, dict(OPTIONS))
    book.set_properties({"title": fitting(layout.title), "created": MADE_AT})
    sheet = book.add_worksheet("填写")
    _Writer(book, sheet, layout).write()
    remembered(book, layout.hidden)
    book.close()
    return undated(target.getvalue())


def remembered(book: Any, rows: Sequence[Sequence[str]]) -> None:
    """The sheet nobody sees, all of it text."""
    hidden = book.add_worksheet(SHEET)
    form = book.add_format({"num_format": "@"})
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text:
                hidden.write_string(y, x, fitting(text), form)
    hidden.very_hidden()


class _Writer:
    def __init__(self, book: Any, sheet: Any, layout: Layout) -> None:
        self._book, self._sheet, self._layout = book, sheet, layout
        self._formats: dict[str, Any] = {}

    def write(self) -> None:
        layout, sheet = self._layout, self._sheet
        last = len(layout.heads) - 1
        sheet.merge_range(
            0, 0, 0, last, fitting(layout.title), self._format("title", bold=True, font_size=16)
        )
        sheet.merge_range(1, 0, 1, last, fitting(layout.notice), self._format("notice", font_size=10))
        sheet.set_row(0, 28)
        sheet.set_row(1, 30)
        head = self._format("head", **_GREY, bold=True, align="center")
        for x, one in enumerate(layout.heads):
            sheet.set_column(x, x, one.width, None, {"hidden": one.hidden})
            sheet.write_string(_TOP - 1, x, one.name, head)
            self._rule(x, one)
        for y, row in enumerate(layout.rows, _TOP):
            for x, (one, text) in enumerate(zip(layout.heads, row, strict=True)):
                self._cell(y, x, one, text, spare=not row[0])
        self._page()

    def _cell(self, y: int, x: int, head: Head, text: str, *, spare: bool) -> None:
        column = head.column
        opened = column is not None or (spare and not head.name.endswith("上次"))
        name = "day" if column and column.shape == DAY else "text"
        form = {"num_format": "yyyy-mm-dd" if name == "day" else "@"}
        look = self._format(f"{name} {opened}", **form, **(_OPEN if opened else _GREY))
        if text and name == "day" and (day := _day(text)):
            self._sheet.write_datetime(y, x, datetime.combine(day, time()), look)
        elif text:
            self._sheet.write_string(y, x, fitting(text), look)
        else:
            self._sheet.write_blank(y, x, None, look)

    def _rule(self, x: int, head: Head) -> None:
        column, last = head.column, _TOP + len(self._layout.rows) - 1
        if column is None or not (column.words or column.shape == DAY):
            return
        options: dict[str, Any] = {"error_title": head.name, "ignore_blank": True}
        if column.words:
            options |= {"validate": "list", "source": list(column.words), "error_message": "从列表里选一个"}
        else:
            first, end = self._layout.span
            if head.name == "日期":
                options |= {"criteria": "between", "minimum": first, "maximum": end}
                options["error_message"] = f"写 {first} 到 {end} 之间的一天，如 {first}"
            else:
                options |= {"criteria": ">=", "value": first, "error_message": f"写一天，如 {end}"}
            options["validate"] = "date"
        self._sheet.data_validation(_TOP, x, last, x, options)

    def _page(self) -> None:
        sheet, heads = self._sheet, [one.name for one in self._layout.heads]
        names = heads.index(NAME)
        sheet.freeze_panes(_TOP, names + 1)
        sheet.repeat_rows(_TOP - 1)
        sheet.repeat_columns(0, names)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        wide = sum(one.width for one in self._layout.heads if not one.hidden)
        sheet.fit_to_pages(2 if wide > 200 else 1, 0)
        sheet.print_area(0, 0, _TOP + len(self._layout.rows) - 1, len(heads) - 1)
        sheet.set_footer("&C第 &P 页 共 &N 页")
        sheet.protect("", dict(_MAY))

    def _format(self, name: str, **more: Any) -> Any:
        if name not in self._formats:
            self._formats[name] = self._book.add_format({**_CELL, **more})
        return self._formats[name]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
