"""A workbook's parts, found: sheets by name, shared texts, the looks of cells."""

import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from liushou_cli.errors import BadInput
from liushou_cli.formats.blanks.parcel import Parcel
from liushou_cli.formats.blanks.xml import Element, attribute, local, named, parsed

_BUILT_IN_DAYS = {14, 15, 16, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 56, 58}
_BUILT_IN_MONTHS = {17, 55, 57}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
TEXT_FORMAT = 49  # "@"


class SheetPart(NamedTuple):
    name: str
    part: str
    key: str  # the sheetId, by which calcChain knows it
    hidden: bool


class Workbook:
    """The parts of an .xlsx as they are; nothing here changes them."""

    def __init__(self, parcel: Parcel) -> None:
        self.parcel = parcel

    def root(self, part: str) -> Element:
        """Raises :class:`BadInput` where the package promises a part it does not hold."""
        if part not in self.parcel.parts:
            raise BadInput(f"表里缺 {part}，文件坏了", "用 WPS 或 Excel 打开，另存为 xlsx，再填")
        return parsed(self.parcel.parts[part], part)

    @cached_property
    def part(self) -> str:
        return next((to for kind, to in self.related("") if kind == "officeDocument"), "xl/workbook.xml")

    def related(self, part: str) -> list[tuple[str, str]]:
        """(kind, part) of everything *part* is tied to inside the package."""
        return [(kind, to) for kind, to, _ in self._relations(part)]

    @cached_property
    def sheets(self) -> list[SheetPart]:
        """In the order of the tabs; those that hold cells."""
        places = {key: to for kind, to, key in self._relations(self.part) if kind == "worksheet"}
        found = []
        for sheet in named(self.root(self.part), "sheet"):
            key = attribute(sheet, "id")
            if key in places:
                hidden = sheet.get("state", "visible") != "visible"
                found.append(SheetPart(sheet.get("name", ""), places[key], sheet.get("sheetId", ""), hidden))
        return found

    @cached_property
    def shared(self) -> list[str]:
        part = self._of_kind("sharedStrings")
        return [plain_text(item) for item in named(self.root(part), "si")] if part else []

    @cached_property
    def styles_part(self) -> str:
        return self._of_kind("styles")

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

    def _of_kind(self, kind: str) -> str:
        return next((to for one, to in self.related(self.part) if one == kind), "")

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        folder, name = posixpath.split(part)
        file = posixpath.join(folder, "_rels", f"{name}.rels")
        if file not in self.parcel.parts:
            return
        for one in named(self.root(file), "Relationship"):
            if one.get("TargetMode") != "External":
                to = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
                yield one.get("Type", "").rsplit("/", 1)[-1], to, one.get("Id", "")


def plain_text(item: Element) -> str:
    """The text of a shared or inline string, without the reading aids over it."""
    return "".join(
        one.text or ""
        for one in named(item, "t")
        if one.getparent() is None or local(one.getparent()) != "rPh"  # type: ignore[arg-type]
    )
