"""The formulas of one sheet: made to follow moved rows, and to be worked out anew."""

import re
from collections.abc import Mapping
from typing import Any

from liushou_cli.domain.grid import column_index
from liushou_cli.formats.office.formulas import formula, shifted
from liushou_cli.formats.office.moves import Moves
from liushou_cli.formats.office.xml import child, drop, local, named

HERE = "here"  # an attribute of a row while it is being laid: old and new numbers of the copy it belongs to


def spread(root: Any) -> None:
    """Formulas that one cell shares with others are written out in each: rows are about to part."""
    masters = {one.get("si"): one for one in named(root, "f") if one.get("t") == "shared" and one.text}
    places = {key: one.getparent().get("r") for key, one in masters.items()}
    words = {key: one.text for key, one in masters.items()}
    for one in list(named(root, "f")):
        key = one.get("si")
        if one.get("t") == "shared" and key in places:
            one.text = shifted(words[key], *_apart(places[key], one.getparent().get("r")))
            drop(one, "t", "si", "ref")


def follow(root: Any, sheet: str, laid: Mapping[str, Moves]) -> None:
    """Every formula of a sheet, in cells and in rules, and the area that one fills."""
    for row in named(root, "row"):
        pairs = (pair.split(":") for pair in row.attrib.pop(HERE, "").split())
        here = {int(old): int(new) for old, new in pairs}
        for one in named(row, "f"):
            one.text = formula(one.text, sheet, laid, here) if one.text else one.text
            if one.get("ref") and sheet in laid:
                one.set("ref", laid[sheet].span(one.get("ref")))
    for one in named(root, "formula", "formula1", "formula2", "f"):
        if one.text and local(one.getparent()) != "c":
            one.text = formula(one.text, sheet, laid, {})


def forget(root: Any) -> None:
    """What the formulas gave before, so that nobody reads it as theirs of today."""
    for one in named(root, "f"):
        cell = one.getparent()
        value = child(cell, "v")
        if value is not None:
            cell.remove(value)
            drop(cell, "t")


def _apart(first: str, second: str) -> tuple[int, int]:
    rows = [int(re.sub(r"\D", "", one)) for one in (first, second)]
    columns = [column_index(one.rstrip("0123456789")) for one in (first, second)]
    return rows[1] - rows[0], columns[1] - columns[0]
