"""Somebody else's form, .xlsx or .docx: read as grids, given back filled. Its door to lxml is xml.

Only the cells that are filled change; every other part of the package comes back byte for byte.
"""

import contextlib
from collections.abc import Iterator, Sequence

from liushou_cli.domain.blanks.grid import Grid, NewRows, Write
from liushou_cli.errors import BadInput
from liushou_cli.formats.blanks import parcel, sheet, sheet_write
from liushou_cli.formats.blanks.document import Document
from liushou_cli.formats.blanks.workbook import Workbook
from liushou_cli.formats.blanks.xml import named

__all__ = ["Form"]


class Form:
    """A form as read. ``kind`` is xlsx or docx, ``grids`` what can be filled in, by number."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises :class:`BadInput` and :class:`Refused`, in one sentence, for what cannot or must not be filled."""
        self._name = name
        self._parcel = parcel.opened(data, name)
        self.kind = self._parcel.kind
        self.grids: list[Grid] = []
        self._sheets: dict[int, str] = {}
        with _whole(name):
            if self.kind == "docx":
                self.grids += Document(self._parcel).grids
            else:
                self._read_sheets()

    def filled(self, writes: Sequence[Write], rows: Sequence[NewRows] = ()) -> bytes:
        """The form with *rows* put in, then *writes* made (their rows count the new ones)."""
        with _whole(self._name):
            if self.kind == "docx":
                return Document(self._parcel).filled(writes, rows)
            return sheet_write.filled(Workbook(self._parcel), self._sheets, writes, rows)

    def _read_sheets(self) -> None:
        book = Workbook(self._parcel)
        for one in book.sheets:
            if not one.hidden:
                root = book.root(one.part)
                if next(named(root, "sheetData"), None) is not None:
                    self._sheets[len(self.grids)] = one.part
                    self.grids.append(sheet.grid_of(book, one.name, root))


@contextlib.contextmanager
def _whole(name: str) -> Iterator[None]:
    """What is XML but makes no sense as a form is the file's fault, not ours."""
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, StopIteration, RecursionError):
        hint = "用 WPS、Excel 或 Word 打开，另存一份，再填"
        raise BadInput(f"{name} 里面坏了，读不了", hint) from None
