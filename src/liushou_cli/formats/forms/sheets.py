"""The sheets of a workbook's package: which part each one is, and the text its cells hold."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from liushou_cli.formats.forms.package import parsed
from liushou_cli.formats.forms.xml import S

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


_LAST = 1_048_576  # row of a sheet


class Sheet(NamedTuple):
    name: str
    part: str


def sheets(file: str, parts: Mapping[str, bytes]) -> list[Sheet]:
    """In the order of their tabs."""
    book = parsed(file, "xl/workbook.xml", parts["xl/workbook.xml"])
    targets = relations(file, parts, "xl/workbook.xml")
    found = [Sheet(one.get("name", ""), targets.get(one.get(_ID, ""), "")) for one in book.iter(f"{S}sheet")]
    return [one for one in found if one.part in parts and "/worksheets/" in one.part]


def relations(file: str, parts: Mapping[str, bytes], part: str) -> dict[str, str]:
    """id -> the part it leads to, of all that *part* leans on."""
    folder, name = posixpath.split(part)
    beside = f"{folder}/_rels/{name}.rels"
    if beside not in parts:
        return {}
    found = parsed(file, beside, parts[beside]).iter(RELATION)
    return {
        one.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
        for one in found
        if one.get("TargetMode") != "External"
    }


def shared(file: str, parts: Mapping[str, bytes]) -> list[Any]:
    """The texts that cells name by their number."""
    part = "xl/sharedStrings.xml"
    return list(parsed(file, part, parts[part]).iter(f"{S}si")) if part in parts else []


def numbered(root: Any) -> Iterator[tuple[int, Any]]:
    """Each row with its number, which a row may leave out."""
    number = 0
    for row in root.iter(f"{S}row"):
        number = int(row.get("r") or number + 1)
        if number > _LAST:
            raise ValueError(f"row {number}")
        yield number, row


def holder(cell: Any, strings: list[Any]) -> Any:
    """What holds the text of *cell*; None where it holds a number, a formula or nothing."""
    kind, value = cell.get("t"), cell.find(f"{S}v")
    if cell.find(f"{S}f") is not None:
        return None
    if kind == "inlineStr":
        return cell.find(f"{S}is")
    if kind == "s" and value is not None and (value.text or "").isdigit() and int(value.text) < len(strings):
        return strings[int(value.text)]
    return None


def text_of(held: Any) -> str:
    """All runs of a text, without what tells how it is read aloud."""
    if held is None:
        return ""
    return "".join(one.text or "" for one in held.iter(f"{S}t") if one.getparent().tag != f"{S}rPh")
