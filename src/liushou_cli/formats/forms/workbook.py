"""The filled workbook: cells put, rows repeated, and whatever names a row led to where it went."""

import copy
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from liushou_cli.formats.archive import zipped
from liushou_cli.formats.forms import cells, moved, refs
from liushou_cli.formats.forms.excel import CELL, ROW, SPARE, STOP, TEXT
from liushou_cli.formats.forms.package import parsed
from liushou_cli.formats.forms.refs import Moves
from liushou_cli.formats.forms.sheets import Sheet, numbered, shared, sheets
from liushou_cli.formats.forms.skeleton import Form
from liushou_cli.formats.forms.styles import Styles
from liushou_cli.formats.forms.xml import S
from liushou_cli.formats.forms.xml import written as as_bytes

_STEP = re.compile(f"[{ROW}{SPARE}](\\d+):(\\d+){STOP}|{CELL}(\\d+):([A-Z]+\\d+){TEXT}(.*?){STOP}", re.DOTALL)


class _Copy(NamedTuple):
    """A row as it was printed: its old number, and what its marked cells say now."""

    row: int
    cells: dict[str, str]
    spare: bool


def written(form: Form, text: str) -> bytes:
    """*text* is what the skeleton printed."""
    parts = dict(form.parts)
    strings = shared(form.file, parts)
    look = parsed(form.file, "xl/styles.xml", parts["xl/styles.xml"])
    styles = Styles(look)
    copies, singles = _steps(text)
    found = sheets(form.file, parts)
    roots = {sheet: parsed(form.file, sheet.part, parts[sheet.part]) for sheet in found}
    laid: dict[str, Moves] = {}
    for number, sheet in enumerate(found):
        for name, printed in singles[number].items():
            _put(roots[sheet], {name: printed}, strings, styles)
        if copies[number]:
            laid[sheet.name] = _lay(roots[sheet], copies[number], strings, styles)
    _settle(form, parts, roots, laid)
    if strings:
        parts["xl/sharedStrings.xml"] = as_bytes(cells.without_marks(strings))
    parts["xl/styles.xml"] = as_bytes(look)
    return zipped(parts)


def _steps(text: str) -> tuple[Mapping[int, list[_Copy]], Mapping[int, dict[str, str]]]:
    """By the number of the sheet: its rows as they follow one another, and cells of sheets whose rows stay."""
    copies: defaultdict[int, list[_Copy]] = defaultdict(list)
    singles: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for found in _STEP.finditer(text):
        if found[1]:
            copies[int(found[1])].append(_Copy(int(found[2]), {}, found[0].startswith(SPARE)))
        elif copies[int(found[3])]:
            copies[int(found[3])][-1].cells[found[4]] = found[5]
        else:
            singles[int(found[3])][found[4]] = found[5]
    return copies, singles


def _put(within: Any, printed: Mapping[str, str], strings: list[Any], styles: Styles) -> None:
    for cell in within.iter(f"{S}c"):
        if cell.get("r") in printed:
            cells.put(cell, printed[cell.get("r")], strings, styles)


def _lay(root: Any, copies: list[_Copy], strings: list[Any], styles: Styles) -> Moves:
    """The rows anew, each where it comes now. Formulas keep their old words, with the copy they stand in noted."""
    moved.spread(root)
    old = dict(numbered(root))
    moves = _moves(copies, list(old))
    data = root.find(f"{S}sheetData")
    for row in list(data):
        data.remove(row)
    left = {row: iter(new) for row, new in moves.to.items()}
    places = [(one.row, next(left[one.row])) for one in copies]
    repeated = {row for row, new in moves.to.items() if len(new) > 1}
    for at, one in enumerate(copies):
        made = copy.deepcopy(old[one.row])
        made.set(moved.HERE, moved.copies_of(places, at, repeated))
        _put(made, one.cells, strings, styles)
        if one.spare:
            moved.emptied(made, strings)
        _at(made, places[at][1])
        data.append(made)
    return moves


def _at(row: Any, number: int) -> None:
    row.set("r", str(number))
    for cell in row.iter(f"{S}c"):
        cell.set("r", f"{refs.column_of(cell.get('r'))}{number}")


def _moves(copies: list[_Copy], rows: list[int]) -> Moves:
    """Rows that the file does not hold, being empty, keep their room between those it does."""
    to: dict[int, list[int]] = {row: [] for row in rows}
    order = {row: place for place, row in enumerate(rows, 1)}
    before = now = 0
    for one in copies:
        if one.row > before:
            now += one.row - before - (order[one.row] - order.get(before, 0))
            before = one.row
        now += 1
        to[one.row].append(now)
    return Moves(to)


def _settle(
    form: Form, parts: dict[str, bytes], roots: Mapping[Sheet, Any], laid: Mapping[str, Moves]
) -> None:
    """Everything that names rows of a sheet whose rows went elsewhere."""
    for sheet, root in roots.items():
        moved.formulas(root, sheet.name, laid)
        if sheet.name in laid:
            moved.ranges(root, laid[sheet.name])
            moved.beside(form.file, parts, sheet, laid[sheet.name])
        parts[sheet.part] = as_bytes(root)
    moved.book(form.file, parts, [sheet.name for sheet in roots], laid)
