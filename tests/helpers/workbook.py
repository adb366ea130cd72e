"""Reads a workbook back with nothing but the standard library."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Cell = str | float


class Workbook:
    """``sheets``: name -> rows of what stands in their cells; ``formulas`` are those of all cells."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name).decode() for name in archive.namelist()}
        names = [
            one.get("name", "") for one in ET.fromstring(self.parts["xl/workbook.xml"]).iter(f"{_MAIN}sheet")
        ]
        self.xml = {name: self.parts[f"xl/worksheets/sheet{i}.xml"] for i, name in enumerate(names, 1)}
        self.sheets = {name: self._rows(xml) for name, xml in self.xml.items()}
        self.formulas = [
            one.text for xml in self.xml.values() for one in ET.fromstring(xml).iter(f"{_MAIN}f")
        ]

    def element(self, sheet: str, name: str) -> dict[str, str]:
        """The attributes of the first such element of the sheet."""
        found = next(ET.fromstring(self.xml[sheet]).iter(f"{_MAIN}{name}"), None)
        return {} if found is None else dict(found.attrib)

    def joined(self, sheet: str) -> list[str]:
        return re.findall(r'<mergeCell ref="([^"]+)"', self.xml[sheet])

    def _rows(self, xml: str) -> list[list[Cell]]:
        rows = ET.fromstring(xml).iter(f"{_MAIN}row")
        return [[self._value(cell) for cell in row.iter(f"{_MAIN}c")] for row in rows]

    def _value(self, cell: ET.Element) -> Cell:
        value = cell.findtext(f"{_MAIN}v")
        if value is None:
            return ""
        return self._texts[int(value)] if cell.get("t") == "s" else float(value)

    @property
    def _texts(self) -> list[str]:
        strings = ET.fromstring(self.parts["xl/sharedStrings.xml"]).iter(f"{_MAIN}si")
        return ["".join(one.itertext()) for one in strings]
