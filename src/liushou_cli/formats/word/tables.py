"""Tables, written as XML at once: python-docx finds a cell by walking all of them, and 200 rows took it
69 seconds."""

from collections.abc import Iterator, Sequence

from liushou_cli.formats.columns import column_widths
from liushou_cli.formats.document import Runs, Table
from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.grids import KEEP, cell_text, grid, row_look
from liushou_cli.formats.word.page import TEXT_WIDTH
from liushou_cli.formats.word.xml import paragraph, runs

_HIGH = 400  # of a row, in twentieths of a point
_SMALL = 8  # rows that are kept on one page


def table(block: Table, fonts: Fonts) -> str:
    """The head repeats on each page, no row is torn, and a small table stays in one piece."""
    widths = column_widths(block, TEXT_WIDTH)
    rows = [_head(block.rows[0], widths, fonts)]
    for i, row in enumerate(block.rows[1:], 2):
        keep = len(block.rows) <= _SMALL and i < len(block.rows)
        rows.append(
            _row([cell_text(cell, align, fonts, keep) for cell, align in _zip(row, block.align)], widths)
        )
    return grid(widths, rows)


def _zip(row: Sequence[Runs], align: Sequence[str]) -> Iterator[tuple[Runs, str]]:
    return zip(row, align, strict=True)


def _row(cells: Sequence[str], widths: Sequence[int], mark: str = "") -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{row_look(_HIGH, mark)}{inside}</w:tr>"


def _head(row: Sequence[Runs], widths: Sequence[int], fonts: Fonts) -> str:
    cells = [paragraph("TableHead", runs(cell, fonts.level_1, fonts, fonts.level_1), KEEP) for cell in row]
    return _row(cells, widths, "<w:tblHeader/>")
