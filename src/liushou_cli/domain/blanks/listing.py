"""Finding a table with one line for each child: its heading, over one row or several, and its free lines."""

import re

from liushou_cli.domain.blanks.grid import Box, Grid
from liushou_cli.domain.blanks.heading import band, columns_of
from liushou_cli.domain.blanks.slot import Slot, Table, Tick
from liushou_cli.domain.blanks.texts import bare
from liushou_cli.domain.blanks.vocabulary import is_answer
from liushou_cli.domain.labels import field_of, known

_DEEPEST = 60  # rows in which a heading is looked for
_ENOUGH = 2  # known columns
_NUMBER = re.compile(r"[(（]?(?:\d{1,3}|[甲乙丙丁戊己])[)）]?")
_WITHOUT_END = 10_000


def find_table(number: int, grid: Grid) -> Table | None:
    """The table of *grid*, which is the form's *number*; None where it has none.

    The first box that asks for the child's name decides: a form about one child has room beside it.
    """
    if grid.lines:
        return None
    rows = range(1, min(grid.height, _DEEPEST) + 1)
    names = (box for row in rows for box in grid.in_row(row) if box.row == row and _asks_for_name(box))
    first = next(names, None)
    return _below(number, grid, first) if first else None


def _asks_for_name(box: Box) -> bool:
    match = field_of((bare(box.text),)) if box.text.strip() else None
    return bool(match and match.field == "姓名" and not match.near)


def _below(number: int, grid: Grid, name: Box) -> Table | None:
    beside = grid.at(name.row, name.right)
    if beside is None or not beside.text.strip():  # room beside the name: a form about one child
        return None
    top, bottom = band(grid, name.row)
    columns = list(columns_of(grid, top, bottom))
    if sum(known(path) for _, path in columns) < _ENOUGH:
        return None
    cols = [box.col for box, path in columns if not _is_serial(path)]
    serial = [box.col for box, path in columns if _is_serial(path)]
    lines = _lines(grid, bottom + 1, cols, serial)
    if lines is None:
        return None
    first, free, examples, step = lines
    slots = _slots(number, grid, columns, first, examples)
    return Table(number, top, first, free, slots, examples, step)


def _is_serial(path: tuple[str, ...]) -> bool:
    match = field_of(path)
    return bool(match and match.field == "序号")


def _lines(
    grid: Grid, row: int, cols: list[int], serial: list[int]
) -> tuple[int, int, tuple[int, ...], int] | None:
    """First free line, how many there are, the filled lines before them, and the rows a line takes."""
    examples: list[int] = []
    while _filled(grid, row, cols) and row <= grid.height:
        if _is_foot(grid, row, cols, serial):
            return None if not examples else (row, 0, tuple(examples), 1)
        if not _only_numbers(grid, row, cols):
            examples.append(row)
        row += 1
    first = grid.at(row, cols[0])
    if first is None:
        return (row, 0, tuple(examples), 1) if examples else None
    step = first.rows
    free = 0
    while _is_free(grid, row + free * step, cols, serial, first) and free < _WITHOUT_END:
        free += 1
    return (row, free, tuple(examples), step) if free else None


def _filled(grid: Grid, row: int, cols: list[int]) -> bool:
    return any(box and box.text.strip() for box in (grid.at(row, col) for col in cols))


def _is_foot(grid: Grid, row: int, cols: list[int], serial: list[int]) -> bool:
    """合计, 填表人： and notes: one text, or one that is no number in the column of numbers."""
    texts = {(b.row, b.col): b.text.strip() for col in cols if (b := grid.at(row, col)) and b.text.strip()}
    said = " ".join(texts.values())
    numbers = [box.text.strip() for col in serial if (box := grid.at(row, col)) and box.text.strip()]
    return (
        len(texts) == 1
        or "合计" in said
        or "填表" in said
        or any("合计" in text or "小计" in text or len(text) > 6 for text in numbers)
    )


def _only_numbers(grid: Grid, row: int, cols: list[int]) -> bool:
    """The row under a heading that numbers its columns."""
    texts = [box.text.strip() for col in cols if (box := grid.at(row, col)) and box.text.strip()]
    return len(texts) >= 3 and all(_NUMBER.fullmatch(text) for text in texts)


def _is_free(grid: Grid, row: int, cols: list[int], serial: list[int], first: Box) -> bool:
    here = grid.at(row, first.col)
    if here is None or here.row != row or here.look != first.look or _filled(grid, row, cols):
        return False
    numbers = [box.text.strip() for col in serial if (box := grid.at(row, col))]
    return all(not text or _NUMBER.fullmatch(text) for text in numbers)


def _slots(
    number: int,
    grid: Grid,
    columns: list[tuple[Box, tuple[str, ...]]],
    first: int,
    examples: tuple[int, ...],
) -> tuple[Slot, ...]:
    """One slot a column; columns that are the answers to one question are one slot."""
    slots: list[Slot] = []
    for box, path in columns:
        if len(path) > 1 and is_answer(path[-1]) and field_of(path[:-1]):
            tick = Tick(path[-1], first, box.col)
            if slots and slots[-1].ticks and slots[-1].path == path[:-1]:
                slots[-1] = slots[-1]._replace(ticks=(*slots[-1].ticks, tick))
            else:
                slots.append(Slot(number, path[:-1], first, box.col, ticks=(tick,)))
            continue
        here = grid.at(first, box.col)
        shown = grid.at(examples[0], box.col) if len(examples) == 1 else None
        slots.append(
            Slot(
                number,
                path,
                first,
                box.col,
                choices=grid.choices(first, box.col),
                shows=here.shows if here else "",
                sample=shown.text.strip() if shown else "",
            )
        )
    return tuple(slot for slot in slots if not _reckoned(grid, slot))


def _reckoned(grid: Grid, slot: Slot) -> bool:
    box = grid.at(slot.row, slot.col)
    return bool(box and box.reckoned)
