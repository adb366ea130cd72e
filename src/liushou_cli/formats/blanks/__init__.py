"""Somebody else's form, .xlsx or .docx: read as grids, given back filled.

Only the cells that are filled change; every other part of the package comes back byte for byte.
"""

from collections.abc import Sequence

from liushou_cli.domain.blanks.grid import Grid, NewRows, Write
from liushou_cli.formats.blanks import sheet, sheet_write
from liushou_cli.formats.blanks.document import Document
from liushou_cli.formats.blanks.workbook import Workbook
from liushou_cli.formats.office import package
from liushou_cli.formats.office.parts import understood
from liushou_cli.formats.office.xml import named

__all__ = ["Form"]


class Form:
    """A form as read. ``kind`` is xlsx or docx, ``grids`` what can be filled in, by number."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises :class:`BadInput` and :class:`Refused`, in one sentence, for what cannot or must not be filled."""
        self._name = name
        self.kind, self._parts = package.opened(name, data)
        self.grids: list[Grid] = []
        self._sheets: dict[int, str] = {}
        with understood(name):
            if self.kind == "docx":
                self.grids += Document(name, self._parts).grids
            else:
                self._read_sheets()

    def filled(self, writes: Sequence[Write], rows: Sequence[NewRows] = ()) -> bytes:
        """The form with *rows* put in, then *writes* made (their rows count the new ones)."""
        with understood(self._name):
            if self.kind == "docx":
                return Document(self._name, self._parts).filled(writes, rows)
            return sheet_write.filled(Workbook(self._name, dict(self._parts)), self._sheets, writes, rows)

    def _read_sheets(self) -> None:
        book = Workbook(self._name, self._parts)
        for one in book.sheets:
            if not one.hidden:
                root = book.root(one.part)
                if next(named(root, "sheetData"), None) is not None:
                    self._sheets[len(self.grids)] = one.part
                    self.grids.append(sheet.grid_of(book, one.name, root))
