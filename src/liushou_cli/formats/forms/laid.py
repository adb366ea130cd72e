"""The rows of a sheet laid anew as they were printed, each where it comes now."""

import copy
from collections.abc import Mapping
from typing import Any, NamedTuple

from liushou_cli.formats.forms import cells
from liushou_cli.formats.forms.marks import MARK
from liushou_cli.formats.office import reckoned
from liushou_cli.formats.office.cells import clear, holder, move, numbered, text_of
from liushou_cli.formats.office.moves import Moves
from liushou_cli.formats.office.styles import Styles
from liushou_cli.formats.office.xml import named


class Copy(NamedTuple):
    """A row as it was printed: its old number, and what its marked cells say now."""

    row: int
    cells: dict[str, str]
    spare: bool


def put(within: Any, printed: Mapping[str, str], strings: list[Any], styles: Styles) -> None:
    for cell in named(within, "c"):
        if cell.attrib["r"] in printed:  # one without its place could not be told from the others
            cells.put(cell, printed[cell.get("r")], strings, styles)


def lay(root: Any, copies: list[Copy], strings: list[Any], styles: Styles) -> Moves:
    """The rows anew, each where it comes now. Formulas keep their old words, with the copy they stand in noted."""
    reckoned.spread(root)
    old = dict(numbered(root))
    moves = _moves(copies, list(old))
    data = next(named(root, "sheetData"))
    for row in list(data):
        data.remove(row)
    left = {row: iter(new) for row, new in moves.to.items()}
    places = [(one.row, next(left[one.row])) for one in copies]
    repeated = {row for row, new in moves.to.items() if len(new) > 1}
    for at, one in enumerate(copies):
        made = copy.deepcopy(old[one.row])
        made.set(reckoned.HERE, _copies_of(places, at, repeated))
        put(made, one.cells, strings, styles)
        if one.spare:
            _empty(made, strings)
        move(made, places[at][1])
        data.append(made)
    return moves


def _empty(row: Any, strings: list[Any]) -> None:
    """The marked cells of a row that nobody is in."""
    for cell in named(row, "c"):
        if MARK.search(text_of(holder(cell, strings))):
            clear(cell)


def _copies_of(rows: list[tuple[int, int]], at: int, repeated: set[int]) -> str:
    """For :data:`reckoned.HERE`: *rows* are old and new numbers in order; those of the same copy as number *at*."""
    first = last = at
    if rows[at][0] in repeated:
        while first and rows[first - 1][0] < rows[first][0]:
            first -= 1
        while last + 1 < len(rows) and rows[last][0] < rows[last + 1][0]:
            last += 1
    return " ".join(f"{old}:{new}" for old, new in rows[first : last + 1])


def _moves(copies: list[Copy], rows: list[int]) -> Moves:
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
