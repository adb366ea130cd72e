"""Tables and forms, written as XML at once: python-docx finds a cell by walking all of them, and 200 rows
took it 69 seconds."""

from collections.abc import Iterator, Sequence

from liushou_cli.formats.columns import column_widths
from liushou_cli.formats.document import Cell, Form, Runs, Table
from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.page import TEXT_WIDTH
from liushou_cli.formats.word.xml import paragraph, runs

_ROW, _FORM_ROW = 400, 680
# A form of up to so many rows fits a page with rows of full height; those of a longer one share what leaves
# room for some rows of two and three lines.
_HIGH, _SHARED, _LOWEST = 16, 8600, 330
_SMALL = 8  # rows that are kept on one page
_KEEP = "<w:keepNext/>"
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


def table(block: Table, fonts: Fonts) -> str:
    """The head repeats on each page, no row is torn, and a small table stays in one piece."""
    widths = column_widths(block, TEXT_WIDTH)
    rows = [_head(block.rows[0], widths, fonts)]
    for i, row in enumerate(block.rows[1:], 2):
        keep = len(block.rows) <= _SMALL and i < len(block.rows)
        rows.append(_row([_text(cell, align, fonts, keep) for cell, align in _zip(row, block.align)], widths))
    return _table(widths, rows)


def form(block: Form, fonts: Fonts) -> str:
    total = sum(block.widths)
    widths = [int(TEXT_WIDTH * width / total) for width in block.widths]
    count = len(block.rows)
    height = _FORM_ROW if count <= _HIGH else max(_LOWEST, _SHARED // count)
    rows = ["".join(_form_row(row, widths, block, fonts, height)) for row in _filled(block)]
    return _table(widths, rows, _CLOSE)


def _zip(row: Sequence[Runs], align: Sequence[str]) -> Iterator[tuple[Runs, str]]:
    return zip(row, align, strict=True)


def _table(widths: Sequence[int], rows: Sequence[str], look: str = "") -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def _row(cells: Sequence[str], widths: Sequence[int], mark: str = "") -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{_row_look(_ROW, mark)}{inside}</w:tr>"


def _row_look(height: int, mark: str = "") -> str:
    return f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>{mark}</w:trPr>'


def _head(row: Sequence[Runs], widths: Sequence[int], fonts: Fonts) -> str:
    cells = [paragraph("TableHead", runs(cell, fonts.level_1, fonts, fonts.level_1), _KEEP) for cell in row]
    return _row(cells, widths, "<w:tblHeader/>")


def _text(cell: Runs, align: str, fonts: Fonts, keep: bool = False) -> str:
    look = (_KEEP if keep else "") + ("" if align == "center" else f'<w:jc w:val="{align}"/>')
    return paragraph("TableText", runs(cell, fonts.table, fonts, fonts.level_1), look)


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
    yield f"<w:tr>{_row_look(height)}"
    for cell, begins in row:
        width = sum(widths[cell.column : cell.column + cell.across])
        across = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
        down = f'<w:vMerge w:val="{"restart" if begins else "continue"}"/>' if cell.down > 1 else ""
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{down}<w:vAlign w:val="center"/></w:tcPr>'
        yield _text(cell.runs if begins else (), block.align_of(cell), fonts) + "</w:tc>"
    yield "</w:tr>"
