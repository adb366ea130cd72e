"""What names rows of a sheet, made to name where they went."""

import posixpath
import re
from collections.abc import Mapping
from typing import Any

from liushou_cli.formats.forms import cells, refs
from liushou_cli.formats.forms.marks import MARK
from liushou_cli.formats.forms.package import parsed
from liushou_cli.formats.forms.refs import Moves
from liushou_cli.formats.forms.sheets import RELATION, Sheet, holder, relations, text_of
from liushou_cli.formats.forms.xml import S, element, written

HERE = "here"  # an attribute of a row while it is being laid: old and new numbers of the copy it belongs to
_NAMING = {
    "conditionalFormatting": "sqref", "dataValidation": "sqref", "protectedRange": "sqref", "ignoredError": "sqref",
    "selection": "sqref", "autoFilter": "ref", "hyperlink": "ref",
}  # fmt: skip
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_ANCHORS = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


def emptied(row: Any, strings: list[Any]) -> None:
    """The marked cells of a row that nobody is in."""
    for cell in row.iter(f"{S}c"):
        if MARK.search(text_of(holder(cell, strings))):
            cells.clear(cell)


def spread(root: Any) -> None:
    """Formulas that one cell shares with others are written out in each: rows are about to part."""
    masters = {one.get("si"): one for one in root.iter(f"{S}f") if one.get("t") == "shared" and one.text}
    places = {key: one.getparent().get("r") for key, one in masters.items()}
    words = {key: one.text for key, one in masters.items()}
    for one in list(root.iter(f"{S}f")):
        key = one.get("si")
        if one.get("t") == "shared" and key in places:
            down, right = _apart(places[key], one.getparent().get("r"))
            one.text = refs.shifted(words[key], down, right)
            for name in ("t", "si", "ref"):
                one.attrib.pop(name, None)


def _apart(first: str, second: str) -> tuple[int, int]:
    rows = [int(re.sub(r"\D", "", one)) for one in (first, second)]
    columns = [refs.number_of(refs.column_of(one)) for one in (first, second)]
    return rows[1] - rows[0], columns[1] - columns[0]


def formulas(root: Any, sheet: str, laid: Mapping[str, Moves]) -> None:
    """Every formula of a sheet; what they gave before is forgotten, so that it is worked out anew."""
    for row in root.iter(f"{S}row"):
        pairs = (pair.split(":") for pair in row.attrib.pop(HERE, "").split())
        here = {int(old): int(new) for old, new in pairs}
        for one in row.iter(f"{S}f"):
            one.text = refs.formula(one.text, sheet, laid, here) if one.text else one.text
            if one.get("ref") and sheet in laid:
                one.set("ref", laid[sheet].span(one.get("ref")))
            value = one.getparent().find(f"{S}v")
            if value is not None:
                one.getparent().remove(value)
                one.getparent().attrib.pop("t", None)
    for name in ("formula", "formula1", "formula2"):
        for one in root.iter(f"{S}{name}"):
            one.text = refs.formula(one.text or "", sheet, laid, {})


def ranges(root: Any, moves: Moves) -> None:
    """Joined cells, looks that depend on values, lists to choose from, filters, page breaks."""
    _join(root, moves)
    for name, attribute in _NAMING.items():
        for one in root.iter(f"{S}{name}"):
            if one.get(attribute):
                one.set(attribute, moves.spans(one.get(attribute)))
    for one in root.iter(f"{S}brk"):
        if within_rows(one):
            one.set("id", str(moves.last(int(one.get("id")))))
    for one in list(root.iter(f"{S}dimension")):
        root.remove(one)


def _join(root: Any, moves: Moves) -> None:
    merges = root.find(f"{S}mergeCells")
    if merges is None:
        return
    joined = [one for merge in list(merges) for one in _merges(merge.get("ref"), moves)]
    for merge in list(merges):
        merges.remove(merge)
    for reference in joined:
        element(f"{S}mergeCell", merges, ref=reference)
    merges.set("count", str(len(joined)))
    if not joined:
        root.remove(merges)


def within_rows(one: Any) -> bool:
    return bool(one.getparent().tag == f"{S}rowBreaks")


def _merges(reference: str, moves: Moves) -> list[str]:
    """Joined within a repeated row: in each copy anew. Across such rows: over all of them."""
    first, _, last = reference.partition(":")
    top, bottom = (int(re.sub(r"\D", "", one)) for one in (first, last or first))
    starts, ends = moves.to.get(top, [moves.first(top)]), moves.to.get(bottom, [moves.last(bottom)])
    if len(starts) != len(ends):
        return [moves.span(reference)]
    left, right = refs.column_of(first), refs.column_of(last or first)
    return [f"{left}{start}:{right}{end}" for start, end in zip(starts, ends, strict=True)]


def beside(file: str, parts: dict[str, bytes], sheet: Sheet, moves: Moves) -> None:
    """Pictures, text boxes, notes and tables that belong to the sheet."""
    for part in relations(file, parts, sheet.part).values():
        if not part.endswith(".xml") or part not in parts:
            continue
        root = parsed(file, part, parts[part])
        for row in root.iter(f"{_ANCHORS}row"):
            row.text = str(moves.first(int(row.text) + 1) - 1)
        for one in (root, *root.iter(f"{S}autoFilter"), *root.iter(f"{S}comment")):
            if one.get("ref"):
                one.set("ref", moves.spans(one.get("ref")))
        parts[part] = written(root)


def book(file: str, parts: dict[str, bytes], names: list[str], laid: Mapping[str, Moves]) -> None:
    """Names and print areas, charts; and that all is worked out when the file is opened."""
    root = parsed(file, "xl/workbook.xml", parts["xl/workbook.xml"])
    for one in root.iter(f"{S}definedName"):
        local = one.get("localSheetId", "")
        own = names[int(local)] if local.isdigit() and int(local) < len(names) else ""
        one.text = refs.formula(one.text or "", own, laid, {})
    _worked_out(root)
    parts["xl/workbook.xml"] = written(root)
    for part in [one for one in parts if re.fullmatch(r"xl/charts/chart\d*\.xml", one)]:
        chart = parsed(file, part, parts[part])
        for one in chart.iter(f"{_CHART}f"):
            one.text = refs.formula(one.text or "", "", laid, {})
        parts[part] = written(chart)
    _unchained(file, parts)


def _worked_out(root: Any) -> None:
    """``calcPr`` has its place in the order of the parts of a workbook: behind names, before what may follow."""
    found = root.find(f"{S}calcPr")
    if found is None:
        found = element(f"{S}calcPr")
        before = [
            one
            for name in ("sheets", "functionGroups", "externalReferences", "definedNames")
            for one in root.iter(f"{S}{name}")
        ]
        before[-1].addnext(found)
    found.set("fullCalcOnLoad", "1")


def _unchained(file: str, parts: dict[str, bytes]) -> None:
    """The order in which formulas were worked out last time names cells that are elsewhere now."""
    chain = next((one for one in parts if posixpath.basename(one) == "calcChain.xml"), None)
    if chain is None:
        return
    del parts[chain]
    for part, tag, attribute in (
        ("[Content_Types].xml", None, "PartName"),
        ("xl/_rels/workbook.xml.rels", RELATION, "Target"),
    ):
        root = parsed(file, part, parts[part])
        for one in list(root.iter(tag) if tag else root):
            if one.get(attribute, "").endswith("calcChain.xml"):
                root.remove(one)
        parts[part] = written(root)


def copies_of(rows: list[tuple[int, int]], at: int, repeated: set[int]) -> str:
    """For :data:`HERE`: *rows* are old and new numbers in order; those of the same copy as number *at*."""
    first = last = at
    if rows[at][0] in repeated:
        while first and rows[first - 1][0] < rows[first][0]:
            first -= 1
        while last + 1 < len(rows) and rows[last][0] < rows[last + 1][0]:
            last += 1
    return " ".join(f"{old}:{new}" for old, new in rows[first : last + 1])
