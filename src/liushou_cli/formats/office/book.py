"""The parts of a workbook, found by what they are to each other: its sheets, shared texts, looks."""

import posixpath
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from liushou_cli.errors import BadInput
from liushou_cli.formats.office.parts import parsed
from liushou_cli.formats.office.xml import attribute, named


class Tab(NamedTuple):
    name: str
    part: str
    hidden: bool


class Book:
    """``parts`` of the file called ``name``, as they are; whoever changes them does it there."""

    def __init__(self, name: str, parts: dict[str, bytes]) -> None:
        self.name = name
        self.parts = parts

    def root(self, part: str) -> Any:
        """Raises :class:`BadInput`, too where the package promises a part it does not hold."""
        if part not in self.parts:
            raise BadInput(f"{self.name} 里缺 {part}", "在 Excel 或 WPS 里打开，另存为 xlsx")
        return parsed(self.name, part, self.parts[part])

    def related(self, part: str) -> list[tuple[str, str]]:
        """(kind, part) of everything *part* is tied to inside the package."""
        return [(kind, to) for kind, to, _ in self._relations(part)]

    @cached_property
    def part(self) -> str:
        return next((to for kind, to in self.related("") if kind == "officeDocument"), "xl/workbook.xml")

    @cached_property
    def tabs(self) -> list[str]:
        """The names of all, charts on sheets of their own too: names of ranges count by them."""
        return [one.get("name", "") for one in named(self.root(self.part), "sheet")]

    @cached_property
    def sheets(self) -> list[Tab]:
        """Those that hold cells, in the order of the tabs."""
        places = {key: to for kind, to, key in self._relations(self.part) if kind == "worksheet"}
        return [
            Tab(sheet.get("name", ""), places[key], sheet.get("state", "visible") != "visible")
            for sheet in named(self.root(self.part), "sheet")
            if (key := attribute(sheet, "id")) in places
        ]

    @cached_property
    def strings_part(self) -> str:
        return self._of_kind("sharedStrings")

    @cached_property
    def styles_part(self) -> str:
        return self._of_kind("styles")

    @cached_property
    def strings(self) -> list[Any]:
        """The texts that cells name by their number."""
        return list(named(self.root(self.strings_part), "si")) if self.strings_part else []

    def _of_kind(self, kind: str) -> str:
        """By what the workbook says it leans on, else where every program puts it; "" where there is none."""
        usual = f"xl/{kind}.xml" if f"xl/{kind}.xml" in self.parts else ""
        return next((to for one, to in self.related(self.part) if one == kind), usual)

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        folder, name = posixpath.split(part)
        file = posixpath.join(folder, "_rels", f"{name}.rels")
        if file not in self.parts:
            return
        for one in named(self.root(file), "Relationship"):
            if one.get("TargetMode") != "External":
                to = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
                yield one.get("Type", "").rsplit("/", 1)[-1], to, one.get("Id", "")
