"""A workbook to be filled: how the numbers in its cells are shown, and what its names stand for."""

import re
from functools import cached_property

from liushou_cli.formats.office.book import Book
from liushou_cli.formats.office.cells import text_of
from liushou_cli.formats.office.xml import local, named

_BUILT_IN_DAYS = {14, 15, 16, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 56, 58}
_BUILT_IN_MONTHS = {17, 55, 57}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


class Workbook(Book):
    """The parts of an .xlsx with what a reader of its cells must know."""

    @cached_property
    def shared(self) -> list[str]:
        return [text_of(item) for item in self.strings]

    @cached_property
    def looks(self) -> list[int]:
        """The number format of each look (``s`` of a cell)."""
        if not self.styles_part:
            return []
        looks = next(named(self.root(self.styles_part), "cellXfs"), ())
        return [int(look.get("numFmtId", "0")) for look in looks if local(look) == "xf"]

    @cached_property
    def names(self) -> dict[str, str]:
        """Names given to ranges: a list's words often stand under one."""
        return {one.get("name", ""): (one.text or "") for one in named(self.root(self.part), "definedName")}

    def shows(self, look: int) -> str:
        """day or month where a number with this look reads as a date."""
        kind = self.looks[look] if look < len(self.looks) else 0
        if kind in _BUILT_IN_DAYS or kind in _BUILT_IN_MONTHS:
            return "day" if kind in _BUILT_IN_DAYS else "month"
        code = _QUOTED.sub("", self._codes.get(kind, "")).lower()
        if "y" not in code:
            return ""
        return "day" if "d" in code else "month" if "m" in code else ""

    @property
    def counts_from_1904(self) -> bool:
        return any(one.get("date1904") in ("1", "true") for one in named(self.root(self.part), "workbookPr"))

    @cached_property
    def _codes(self) -> dict[int, str]:
        formats = named(self.root(self.styles_part), "numFmt") if self.styles_part else ()
        return {int(one.get("numFmtId", "0")): one.get("formatCode", "") for one in formats}
