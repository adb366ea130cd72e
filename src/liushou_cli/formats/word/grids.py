"""What tables and forms are made of: the grid, the look of a row, the text of a cell."""

from collections.abc import Sequence

from liushou_cli.formats.document import Runs
from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.xml import paragraph, runs

KEEP = "<w:keepNext/>"


def grid(widths: Sequence[int], rows: Sequence[str], look: str = "") -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def row_look(height: int, mark: str = "") -> str:
    return f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>{mark}</w:trPr>'


def cell_text(cell: Runs, align: str, fonts: Fonts, keep: bool = False) -> str:
    look = (KEEP if keep else "") + ("" if align == "center" else f'<w:jc w:val="{align}"/>')
    return paragraph("TableText", runs(cell, fonts.table, fonts, fonts.level_1), look)
