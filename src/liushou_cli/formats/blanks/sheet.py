"""One sheet of a workbook as a grid of boxes."""

from liushou_cli.domain.blanks.grid import Box, Grid
from liushou_cli.errors import Refused
from liushou_cli.formats.blanks.lists import lists_of
from liushou_cli.formats.blanks.places import cells_of, ranges, text_of
from liushou_cli.formats.blanks.workbook import Workbook
from liushou_cli.formats.office.xml import Element, child, named

MOST_CELLS = 200_000
_TALLEST = 2000  # rows of a joined box
FARTHEST = 400  # columns; looks are sometimes laid over all 16384


def grid_of(book: Workbook, name: str, root: Element) -> Grid:
    """Raises :class:`Refused` for a sheet no person could fill in."""
    merged = [
        (top, left, min(bottom, top + _TALLEST), min(right, left + FARTHEST))
        for one in named(root, "mergeCell")
        for top, left, bottom, right in ranges(one.get("ref", ""))
    ][:MOST_CELLS]
    if sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in merged) > 5 * MOST_CELLS:
        raise _too_large(name)
    lists = [(*area, words) for area, words in lists_of(book, root)]
    inner = {
        (row, col)
        for top, left, bottom, right in merged
        for row in range(top, bottom + 1)
        for col in range(left, right + 1)
    }
    corners = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merged}
    held = {(row, col): cell for row, col, cell in cells_of(root) if col <= FARTHEST}
    places = [place for place in (*held, *(corner for corner in corners if corner not in held))]
    if len(places) > MOST_CELLS:
        raise _too_large(name)
    boxes = [
        _box(book, place, corners.get(place, (1, 1)), held.get(place))
        for place in places
        if place in corners or place not in inner
    ]
    return Grid(name, boxes, endless=True, lists=lists)


def _too_large(name: str) -> Refused:
    return Refused(f"工作表“{name}”大得不像一张空表", "只留要填的那张表，另存再填")


def _box(book: Workbook, place: tuple[int, int], size: tuple[int, int], cell: Element | None) -> Box:
    if cell is None:
        return Box(*place, rows=size[0], cols=size[1])
    look = int(cell.get("s", "0"))
    reckoned = child(cell, "f") is not None
    text = "" if reckoned else text_of(book, cell)
    return Box(*place, text, *size, shows=book.shows(look), reckoned=reckoned, look=look)
