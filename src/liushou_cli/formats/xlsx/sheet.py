"""One sheet, written from the top: parts under their captions, ready to print on A4."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from liushou_cli.formats.document import Chart, Form, Table, plain
from liushou_cli.formats.xlsx import charts, measures
from liushou_cli.formats.xlsx.grid import Grid
from liushou_cli.formats.xlsx.looks import Looks
from liushou_cli.formats.xlsx.plan import Line, Part
from liushou_cli.formats.xlsx.rules import rule_of
from liushou_cli.formats.xlsx.shapes import shapes_of
from liushou_cli.formats.xlsx.values import Value, counted_columns, fitting, value

_HEADLINE, _CAPTION, _ROW = 32, 22, 21  # points
_FORM_ROW, _DENSE_ROW, _DENSE = 26, 19, 16  # a form of more than 16 rows has low ones
_ROSTER = 8  # rows from which a list of names gets its filter
_NAME = "姓名"
_LARGER = {"title": 1.5, "caption": 1.1, "heading": 1.1}
_ALIGN = {"text": "left", "heading": "left", "signature": "right", "middle": "center"}


class SheetWriter:
    """Writes below what it has written: ``row`` is the next free one, from 0."""

    def __init__(self, book: Any, sheet: Any, looks: Looks) -> None:
        self._book, self._sheet, self._looks = book, sheet, looks
        self._heights: list[float] = []

    @property
    def row(self) -> int:
        return len(self._heights)

    def write(self, parts: Sequence[Part]) -> None:
        shapes = shapes_of(parts)
        grid = Grid(shapes or [[measures.PAGE]])
        self._widths = grid.widths
        for i, width in enumerate(self._widths):
            self._sheet.set_column(i, i, width)
        breaks, under_text = [], True
        for part, shape in zip(parts, shapes, strict=True):
            if self.row and part.new_page:
                breaks.append(self.row)
            elif not under_text:
                self._high(_ROW / 2)
            self._part(part, grid.spans(shape))
            under_text = isinstance(part.body, Line)
        self._print(breaks)

    def _part(self, part: Part, spans: Sequence[tuple[int, int]]) -> None:
        for text, kind in ((part.title, "title"), (part.caption, "caption")):
            if text:
                self._line(Line(kind, text))
        match part.body:
            case Table():
                self._table(part.body, spans)
            case Form():
                self._form(part.body, spans)
            case Chart():
                self._chart(part.body, spans)
            case Line():
                self._line(part.body)

    def _table(self, table: Table, spans: Sequence[tuple[int, int]]) -> None:
        head, counted = self.row, counted_columns(table)
        names = [plain(cell) for cell in table.rows[0]]
        self._cells([Value(fitting(name)) for name in names], spans, "head")
        for row in table.rows[1:]:
            values = [value(cell, counted=counts) for cell, counts in zip(row, counted, strict=True)]
            self._cells(values, spans, "cell", table.align, [_black(cell) for cell in row])
        for i, name in enumerate(names):
            self._rule(name, [plain(row[i]) for row in table.rows[1:]], head + 1, spans[i][0])
        if head <= 2 and len(spans) == len(self._widths):  # the sheet is this table
            self._sheet.freeze_panes(head + 1, names.index(_NAME) + 1 if _NAME in names[:3] else 0)
            self._sheet.repeat_rows(0, head)
            if _NAME in names and len(table.rows) > _ROSTER:
                self._sheet.autofilter(head, 0, self.row - 1, len(names) - 1)

    def _rule(self, name: str, texts: Sequence[str], first: int, column: int) -> None:
        found = rule_of(name, texts) if texts else None
        if found is None:
            return
        options = dict(found.options)
        if "value" in options:
            options["value"] = options["value"].format(cell=xl_rowcol_to_cell(first, column))
        self._sheet.data_validation(first, column, first + len(texts) - 1, column, options)

    def _cells(
        self,
        values: Sequence[Value],
        spans: Sequence[tuple[int, int]],
        kind: str,
        align: Sequence[str] = (),
        bold: Sequence[bool] = (),
    ) -> None:
        row = self.row
        texts = [(one.text, self._width(*span)) for one, span in zip(values, spans, strict=True)]
        self._high(measures.height(texts, _ROW))
        for i, (one, (column, across)) in enumerate(zip(values, spans, strict=True)):
            look = self._looks.of(kind, align[i] if align else "center", one.form, bool(bold) and bold[i])
            self._joined(row, column, 1, across, one, look)

    def _form(self, form: Form, spans: Sequence[tuple[int, int]]) -> None:
        top, least = self.row, _FORM_ROW if len(form.rows) <= _DENSE else _DENSE_ROW
        heights = [float(least)] * len(form.rows)
        for y, row in enumerate(form.rows):
            for cell in row:
                covered = spans[cell.column : cell.column + cell.across]
                column, across = covered[0][0], sum(count for _, count in covered)
                one, last = value(cell.runs), y + cell.down - 1
                need = measures.height([(one.text, self._width(column, across))], least)
                heights[last] = max(heights[last], need - sum(heights[y:last]))
                look = self._looks.of("cell", form.align_of(cell), one.form, _black(cell.runs))
                self._joined(top + y, column, cell.down, across, one, look)
        for height in heights:
            self._high(height)

    def _chart(self, chart: Chart, spans: Sequence[tuple[int, int]]) -> None:
        """The numbers, and under them the chart drawn from them."""
        if not (chart.x and chart.series):
            self._line(Line("text", "没有数据"))
            return
        head = self.row
        self._cells(
            [Value(fitting(name)) for name in ("", *(one.name for one in chart.series))], spans, "head"
        )
        for i, name in enumerate(chart.x):
            numbers = [Value("", one.values[i]) for one in chart.series]
            self._cells([Value(fitting(name)), *numbers], spans, "cell")
        columns = [column for column, _ in spans]
        drawn = charts.native(self._book, chart, self._sheet.get_name(), head, columns)
        self._sheet.insert_chart(self.row + 1, 0, drawn, {"object_position": 2, "description": chart.title})
        for _ in range(charts.ROWS):
            self._high(charts.ROW)

    def _line(self, line: Line) -> None:
        """One line over all columns."""
        indented = line.kind in ("text", "heading")
        text = fitting(f"　　{line.text}" if indented else line.text)
        least = {"title": _HEADLINE, "caption": _CAPTION}.get(line.kind, _ROW)
        row, across = self.row, len(self._widths)
        self._high(measures.height([(text, self._width(0, across))], least, _LARGER.get(line.kind, 1)))
        look = self._looks.of(line.kind, _ALIGN.get(line.kind, "center"))
        self._joined(row, 0, 1, across, Value(text), look)

    def _high(self, height: float) -> None:
        self._sheet.set_row(self.row, height)
        self._heights.append(height)

    def _width(self, column: int, across: int) -> float:
        return sum(self._widths[column : column + across])

    def _joined(self, row: int, column: int, down: int, across: int, one: Value, look: Any) -> None:
        if down * across > 1:
            self._sheet.merge_range(row, column, row + down - 1, column + across - 1, "", look)
        if one.number is not None:
            self._sheet.write_number(row, column, one.number, look)
        elif one.text:
            self._sheet.write_string(row, column, one.text, look)
        else:
            self._sheet.write_blank(row, column, None, look)

    def _print(self, breaks: Sequence[int]) -> None:
        """As wide as the paper. Pages of our own making are made small enough to be one page each."""
        sheet = self._sheet
        sheet.set_paper(9)
        if not measures.upright(self._widths):
            sheet.set_landscape()
        sheet.set_margins(left=0.7, right=0.7, top=0.8, bottom=0.8)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        if breaks:
            edges = [0, *breaks, self.row]
            pages = [sum(self._heights[a:b]) for a, b in pairwise(edges)]
            sheet.set_h_pagebreaks(breaks)
            sheet.set_print_scale(measures.scale(self._widths, pages))
        sheet.print_area(0, 0, max(0, self.row - 1), len(self._widths) - 1)
        sheet.set_footer("&C第 &P 页 共 &N 页")


def _black(cell: Any) -> bool:
    return bool(cell) and all(run.bold for run in cell)
