"""What lies around a sheet whose rows went elsewhere: pictures, notes, tables; names, charts, other sheets."""

import posixpath
import re
from collections.abc import Mapping

from liushou_cli.formats.office import reckoned
from liushou_cli.formats.office.book import Book
from liushou_cli.formats.office.formulas import formula
from liushou_cli.formats.office.moves import Moves
from liushou_cli.formats.office.parts import edited
from liushou_cli.formats.office.ranges import ranges
from liushou_cli.formats.office.xml import alike, named

_NOTE_ROW = re.compile(rb"(<(?:\w+:)?Row>)(\d+)(</)")
_CHART = re.compile(r"xl/charts/chart\d*\.xml")


def beside(book: Book, part: str, moves: Moves) -> None:
    """Pictures, text boxes, notes and tables that belong to the sheet *part*."""
    for kind, to in book.related(part):
        if to not in book.parts:
            continue
        if kind == "vmlDrawing":  # often no XML: HTML as it was written in 1998
            book.parts[to] = _NOTE_ROW.sub(
                lambda found: found[1] + str(_from_0(int(found[2]), moves)).encode() + found[3],
                book.parts[to],
            )
        elif to.endswith(".xml"):
            with edited(book.name, book.parts, to) as root:
                for row in named(root, "row") if kind == "drawing" else ():
                    row.text = str(_from_0(int(row.text), moves))
                ranges(root, moves)


def names_and_charts(book: Book, laid: Mapping[str, Moves]) -> None:
    """Names of ranges, print areas among them, and what charts draw."""
    with edited(book.name, book.parts, book.part) as root:
        for one in named(root, "definedName"):
            local = one.get("localSheetId", "")
            own = book.tabs[int(local)] if local.isdecimal() and int(local) < len(book.tabs) else ""
            one.text = formula(one.text or "", own, laid, {})
    for part in [one for one in book.parts if _CHART.fullmatch(one)]:
        with edited(book.name, book.parts, part) as root:
            for one in named(root, "f"):
                one.text = formula(one.text or "", "", laid, {})


def other_sheets(book: Book, laid: Mapping[str, Moves]) -> None:
    """Formulas of sheets whose rows stayed, about those whose rows did not."""
    for sheet in book.sheets:
        if sheet.name not in laid and sheet.part in book.parts:
            with edited(book.name, book.parts, sheet.part) as root:
                reckoned.follow(root, sheet.name, laid)


def worked_out_anew(book: Book) -> None:
    """When the file is opened. ``calcPr`` has its place: behind names, before what may follow them."""
    with edited(book.name, book.parts, book.part) as root:
        found = next(named(root, "calcPr"), None)
        if found is None:
            before = list(named(root, "sheets", "functionGroups", "externalReferences", "definedNames"))
            found = alike(root, "calcPr")
            before[-1].addnext(found)
        found.set("fullCalcOnLoad", "1")


def unchained(book: Book) -> None:
    """The order in which formulas were worked out last time names cells that are elsewhere now."""
    chain = next((one for one in book.parts if posixpath.basename(one) == "calcChain.xml"), None)
    if chain is None:
        return
    del book.parts[chain]
    folder, name = posixpath.split(book.part)
    for part, attribute in (("[Content_Types].xml", "PartName"), (f"{folder}/_rels/{name}.rels", "Target")):
        with edited(book.name, book.parts, part) as root:
            for one in list(root):
                if one.get(attribute, "").endswith("calcChain.xml"):
                    root.remove(one)


def _from_0(row: int, moves: Moves) -> int:
    return moves.first(row + 1) - 1
