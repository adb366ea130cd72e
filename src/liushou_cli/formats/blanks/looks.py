"""Looks of cells: the same look, but for text, so that an identity number keeps all its digits."""

from copy import deepcopy

from liushou_cli.formats.blanks.workbook import TEXT_FORMAT, Workbook
from liushou_cli.formats.blanks.xml import Element, local, named, written


class Looks:
    """The looks of a workbook, with those of its cells that had to become text added at the end."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._root: Element | None = None
        self._twins: dict[int, int] = {}

    def as_text(self, look: int) -> int:
        """The number of the look that is *look* with the format of text."""
        book = self._book
        if look >= len(book.looks) or book.looks[look] == TEXT_FORMAT:
            return look
        if look not in self._twins:
            self._twins[look] = self._added(look)
        return self._twins[look]

    def changed(self) -> dict[str, bytes]:
        return {} if self._root is None else {self._book.styles_part: written(self._root)}

    def _added(self, look: int) -> int:
        if self._root is None:
            self._root = self._book.root(self._book.styles_part)
        looks = next(named(self._root, "cellXfs"))
        twin = deepcopy([one for one in looks if local(one) == "xf"][look])
        twin.set("numFmtId", str(TEXT_FORMAT))
        twin.set("applyNumberFormat", "1")
        looks.append(twin)
        looks.set("count", str(len(looks)))
        return len(looks) - 1
