"""Tables and forms in typst. Every cell says where it stands, so joined cells cannot shift the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from liushou_cli.formats.columns import column_widths
from liushou_cli.formats.document import Cell, Form, Table, half_widths, plain
from liushou_cli.formats.pdf.page import TEXT_WIDTH
from liushou_cli.formats.pdf.quoting import lines, runs

_ROW, _FORM_ROW = 17, 31  # points, without the margins of a cell
_HIGH = 16  # rows of a form that fill a page at their full height; with more they are low ones
_SMALL = 8  # rows that are kept on one page
_TALL = 20  # lines: a cell of more may be torn by the end of a page, else it would run off it
_MARGIN, _FORM_MARGIN = 4.5, 2.85  # points, beside the text
_HALF = 5.25  # points: half a character of 五号


@dataclass(frozen=True)
class _Grid:
    """``widths`` of the columns and ``margin`` beside the text in points; ``least`` keeps a row open."""

    widths: Sequence[float]
    margin: float
    least: int

    def row(self, y: int, cells: Sequence[tuple[Cell, str]], face: str = "") -> str:
        """``cells`` with their alignment. One cell that may not be torn holds its whole row together."""
        whole = all(self._lines(cell) <= _TALL for cell, _ in cells)
        return "".join(self._cell(cell, y, align, face, whole) for cell, align in cells)

    def table(self, cells: str) -> str:
        columns = "".join(f"{width:.2f}pt, " for width in self.widths)
        return f"#table(columns: ({columns}), inset: (x: {self.margin}pt, y: 1.5pt),\n{cells})"

    def _cell(self, cell: Cell, y: int, align: str, face: str, whole: bool) -> str:
        """A cell over several rows leaves their height to the others, and may be torn between them."""
        place = f"x: {cell.column}, y: {y}, "
        place += f"colspan: {cell.across}, " if cell.across > 1 else ""
        place += f"rowspan: {cell.down}, " if cell.down > 1 else "breakable: false, " if whole else ""
        text = runs(cell.runs, "black")
        inside = f"{face}[{text}]" if face else text
        least = self.least if cell.down == 1 else 0
        fit = f"#fit({self._room(cell):.2f}pt, {least}pt)[{inside}]"
        return f"table.cell({place}align: {align} + horizon)[{fit}],\n"

    def _room(self, cell: Cell) -> float:
        return sum(self.widths[cell.column : cell.column + cell.across]) - 2 * self.margin

    def _lines(self, cell: Cell) -> int:
        room = max(self._room(cell), _HALF)
        return sum(1 + int(half_widths(line) * _HALF / room) for line in plain(cell.runs).split("\n"))


def table(block: Table) -> str:
    """The head repeats on each page, no row is torn, and a small table stays in one piece."""
    grid = _Grid([width / 20 for width in column_widths(block, TEXT_WIDTH)], _MARGIN, _ROW)
    head, *body = [[Cell(content, x) for x, content in enumerate(row)] for row in block.rows]
    top = grid.row(0, [(cell, "center") for cell in head], "#black")
    rows = "".join(grid.row(y, list(zip(row, block.align, strict=True))) for y, row in enumerate(body, 1))
    made = grid.table(f"table.header(\n{top}),\n{rows}")
    if len(block.rows) <= _SMALL:
        made = f"#block(breakable: false)[{made}]"
    return f"#caption[{lines(block.caption)}]\n{made}" if block.caption else made


def form(block: Form) -> str:
    total = sum(block.widths)
    widths = [TEXT_WIDTH / 20 * width / total for width in block.widths]
    grid = _Grid(widths, _FORM_MARGIN, _FORM_ROW if len(block.rows) <= _HIGH else _ROW)
    return grid.table(
        "".join(
            grid.row(y, [(cell, block.align_of(cell)) for cell in row]) for y, row in enumerate(block.rows)
        )
    )
