"""The layout of a whole form: which of its grids is the table of children, and where else it asks something."""

from collections.abc import Sequence

from liushou_cli.domain.blanks.grid import Grid
from liushou_cli.domain.blanks.listing import find_table
from liushou_cli.domain.blanks.pairs import find_slots
from liushou_cli.domain.blanks.slot import Layout, Slot, Table
from liushou_cli.domain.labels import fields_of


def layout_of(grids: Sequence[Grid], only: str = "") -> Layout:
    """What *grids* ask for. Of several sheets the one that asks most is filled, or the one called *only*."""
    chosen = [
        (number, grid) for number, grid in enumerate(grids) if not only or grid.name == only or grid.lines
    ]
    tables = [table for number, grid in chosen if (table := find_table(number, grid))]
    table = max(tables, key=lambda one: _known(one.columns), default=None)
    slots = {number: find_slots(number, grid, _taken(table, number)) for number, grid in chosen}
    if table and table.free == 1 and _asks_more(slots[table.grid]):  # one row among others: about one child
        table, slots = None, {number: find_slots(number, grid) for number, grid in chosen}
    sheets = [number for number, grid in chosen if grid.endless]
    if sheets:
        fullest = table.grid if table else max(sheets, key=lambda number: _known(slots[number]))
        return Layout(table, tuple(slots[fullest]))
    return Layout(table, tuple(slot for number in slots for slot in slots[number]))


def _known(slots: Sequence[Slot]) -> int:
    return sum(match is not None for match in fields_of([slot.path for slot in slots]))


def _asks_more(slots: Sequence[Slot]) -> bool:
    matches = fields_of([slot.path for slot in slots])
    return sum(match is not None and match.kept for match in matches) > 1


def _taken(table: Table | None, number: int) -> range:
    """The rows that belong to the table of children, its heading among them."""
    if table is None or table.grid != number:
        return range(0)
    return range(table.top, table.first + max(table.free, 1) * table.step)
