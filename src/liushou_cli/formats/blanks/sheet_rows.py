"""Rows put into a sheet: what stands below moves down, and with it everything that names its place."""

from copy import deepcopy

from liushou_cli.domain.blanks.grid import NewRows
from liushou_cli.formats.office import around, reckoned
from liushou_cli.formats.office.book import Book, Tab
from liushou_cli.formats.office.cells import move, numbered
from liushou_cli.formats.office.formulas import shifted
from liushou_cli.formats.office.moves import inserted
from liushou_cli.formats.office.ranges import ranges
from liushou_cli.formats.office.xml import Element, child, drop, named


def insert(book: Book, sheet: Tab, root: Element, new: NewRows) -> None:
    """Rows like row ``new.like`` after row ``new.after`` of *root*, the tree of *sheet*; its formulas follow.

    The other parts of *book* that name its rows are changed in it.
    """
    reckoned.spread(root)
    rows = dict(numbered(root))
    for number, row in rows.items():
        move(row, number + new.number if number > new.after else number)
    moves = inserted(new.after, new.number)
    laid = {sheet.name: moves}
    ranges(root, moves)
    reckoned.follow(root, sheet.name, laid)
    if new.like in rows:
        data = next(named(root, "sheetData"))
        place = data.index(rows[max(number for number in rows if number <= new.after)]) + 1
        for number in range(new.after + new.number, new.after, -1):
            data.insert(place, _copy(rows[new.like], new.like, number))
    around.beside(book, sheet.part, moves)
    around.names_and_charts(book, laid)
    around.other_sheets(book, laid)
    around.unchained(book)


def _copy(pattern: Element, like: int, number: int) -> Element:
    """The looks of a row without its content; its own formulas go along."""
    row = deepcopy(pattern)
    move(row, number)
    for cell in row:
        own = child(cell, "f")
        for part in list(cell):
            if part is not own or own.get("t") in ("shared", "array", "dataTable"):
                cell.remove(part)
        drop(cell, "t")
        if own is not None and own.text:
            own.text = shifted(own.text, number - like)
    return row
