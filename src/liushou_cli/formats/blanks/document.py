"""A Word document as grids: one for each table, and one for the lines outside of them."""

from collections.abc import Mapping, Sequence

from liushou_cli.domain.blanks.grid import Box, Grid, NewRows, Write
from liushou_cli.formats.archive import zipped
from liushou_cli.formats.blanks import runs
from liushou_cli.formats.blanks.pieces import text_of
from liushou_cli.formats.blanks.word_rows import insert
from liushou_cli.formats.blanks.word_table import cells_of, grid_of
from liushou_cli.formats.office.parts import parsed
from liushou_cli.formats.office.xml import Element, local, named, written

PART = "word/document.xml"


class Document:
    """``grids[0]`` are the lines; then the tables in the order of the text, those inside cells too."""

    def __init__(self, name: str, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._root = parsed(name, PART, parts[PART])
        self._lines = [one for one in named(self._root, "p") if not _inside(one, "tbl", "txbxContent")]
        self._tables = [
            one for one in named(self._root, "tbl") if not _inside(one, "txbxContent", "Fallback")
        ]
        lines = [Box(number, 1, text_of([line])) for number, line in enumerate(self._lines, 1)]
        tables = [grid_of(table, f"表{number}") for number, table in enumerate(self._tables, 1)]
        self.grids: list[Grid] = [Grid("正文", lines, lines=True), *tables]

    def filled(self, writes: Sequence[Write], rows: Sequence[NewRows]) -> bytes:
        """The document with *rows* put in and *writes* made; every part but the text as it was. Once only."""
        for one in rows:
            insert(self._tables[one.grid - 1], one)
        places = [{(cell.row, cell.col): cell for cell in cells_of(table)} for table in self._tables]
        for write in sorted(writes, key=lambda one: one.span or (0, 0), reverse=True):
            if write.grid == 0:
                parts = [self._lines[write.row - 1]]
            else:
                parts = places[write.grid - 1][write.row, write.col].paragraphs
            runs.put(parts, str(write.value), write.span)
        return zipped({**self._parts, PART: written(self._root)})


def _inside(element: Element, *names: str) -> bool:
    return any(local(one) in names for one in element.iterancestors())
