"""Forms: tables whose cells are joined, and whose rows share what room a page has."""

from collections.abc import Iterator, Sequence

from liushou_cli.formats.document import Cell, Form
from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.grids import cell_text, grid, row_look
from liushou_cli.formats.word.page import TEXT_WIDTH

_ROW = 680  # the height of one, in twentieths of a point
# A form of up to so many rows fits a page with rows of full height; those of a longer one share what leaves
# room for some rows of two and three lines.
_HIGH, _SHARED, _LOWEST = 16, 8600, 330
# A form's columns are narrow by design: 1 mm beside the text in place of 2. The point above and below
# keeps two lines off the rules of the row.
_CLOSE = (
    "<w:tblCellMar>"
    + "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 20), ("left", 57), ("bottom", 20), ("right", 57))
    )
    + "</w:tblCellMar>"
)


def form(block: Form, fonts: Fonts) -> str:
    total = sum(block.widths)
    widths = [int(TEXT_WIDTH * width / total) for width in block.widths]
    count = len(block.rows)
    height = _ROW if count <= _HIGH else max(_LOWEST, _SHARED // count)
    rows = ["".join(_form_row(row, widths, block, fonts, height)) for row in _filled(block)]
    return grid(widths, rows, _CLOSE)


def _filled(block: Form) -> Iterator[list[tuple[Cell, bool]]]:
    """Each row with all its cells from the left: those that begin in it, and those that reach down to it."""
    reaching: list[tuple[Cell, int]] = []
    for row in block.rows:
        here = [(cell, True) for cell in row] + [(cell, False) for cell, _ in reaching]
        yield sorted(here, key=lambda one: one[0].column)
        left = [(cell, rest - 1) for cell, rest in reaching] + [(cell, cell.down - 1) for cell in row]
        reaching = [(cell, rest) for cell, rest in left if rest]


def _form_row(
    row: Sequence[tuple[Cell, bool]], widths: Sequence[int], block: Form, fonts: Fonts, height: int
) -> Iterator[str]:
    yield f"<w:tr>{row_look(height)}"
    for cell, begins in row:
        width = sum(widths[cell.column : cell.column + cell.across])
        across = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
        down = f'<w:vMerge w:val="{"restart" if begins else "continue"}"/>' if cell.down > 1 else ""
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{down}<w:vAlign w:val="center"/></w:tcPr>'
        yield cell_text(cell.runs if begins else (), block.align_of(cell), fonts) + "</w:tc>"
    yield "</w:tr>"
