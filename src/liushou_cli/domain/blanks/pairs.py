"""Finding where a form about one child wants its values: the label left of a free box, or over it, or before a gap."""

from collections.abc import Container, Iterator

from liushou_cli.domain.blanks.grid import Box, Grid
from liushou_cli.domain.blanks.slot import Slot, Tick
from liushou_cli.domain.blanks.texts import answers, bare, rooms
from liushou_cli.domain.labels import field_of, names_person

_LONGEST = 24  # characters of a label; what is longer is a note
_SUMS = frozenset({"合计", "小计", "总计", "共计", "照片", "相片", "贴照片处"})  # not about a child's record
_FARTHEST = 12  # boxes to look back over


def find_slots(number: int, grid: Grid, taken: Container[int] = ()) -> list[Slot]:
    """The free places of *grid* outside the rows *taken*, in reading order."""
    found: list[Slot] = []
    for row in dict.fromkeys(box.row for box in grid.boxes):  # a sheet may be a million rows long
        for box in grid.in_row(row):
            if box.row == row and row not in taken and not box.reckoned:
                found += _in(number, grid, box)
    return found


def _in(number: int, grid: Grid, box: Box) -> Iterator[Slot]:
    if box.blank:
        if not grid.lines and (path := _labels(grid, box)):
            yield Slot(
                number,
                path,
                box.row,
                box.col,
                choices=grid.choices(box.row, box.col),
                shows=box.shows,
            )
        return
    inside = rooms(box.text)
    beside = grid.at(box.row, box.right)
    if inside and not (beside and beside.blank and bare(box.text) == inside[-1].label and not grid.lines):
        for room in inside:
            ticks = tuple(Tick(word, box.row, box.col, span) for word, span in room.answers)
            path = (*_groups(grid, box), room.label)
            yield Slot(number, path, box.row, box.col, room.span, ticks, dated=room.dated)
        return
    given = answers(box.text)
    if given and (path := _labels(grid, box)):
        ticks = tuple(Tick(word, box.row, box.col, span) for word, span in given)
        yield Slot(number, path, box.row, box.col, ticks=ticks)


def _labels(grid: Grid, box: Box) -> tuple[str, ...]:
    """What a free box is asked for; () where nothing says so."""
    left, over = _left(grid, box), _over(grid, box)
    beside = grid.at(box.row, box.col - 1)
    if left and beside is left and not names_person(bare(left.text)) and _says(left):
        path = (*_groups(grid, left), bare(left.text))
        if field_of(path) or not (over and _is_label(grid, over)):
            return path
    if left and over and names_person(bare(left.text)) and _is_label(grid, over):
        return (bare(left.text), bare(over.text))
    if left and beside is left and _says(left):
        return (*_groups(grid, left), bare(left.text))
    if over and _is_label(grid, over) and over.below == box.row:
        return (*_groups(grid, over), bare(over.text))
    return ()


def _is_label(grid: Grid, box: Box) -> bool:
    return _says(box) and field_of((*_groups(grid, box), bare(box.text)), "父亲") is not None


def _says(box: Box) -> bool:
    text = bare(box.text)
    if text in _SUMS:
        return False
    return 0 < len(text) <= _LONGEST and not answers(box.text) and not (rooms(box.text) and "：" in text)


def _left(grid: Grid, box: Box) -> Box | None:
    """The nearest text to the left in this row."""
    col = box.col - 1
    for _ in range(_FARTHEST):
        here = grid.at(box.row, col)
        if here is None or here.text.strip():
            return here
        col = here.col - 1
    return None


def _over(grid: Grid, box: Box) -> Box | None:
    """The nearest text above in this column."""
    row = box.row - 1
    for _ in range(_FARTHEST):
        here = grid.at(row, box.col)
        if here is None or here.text.strip():
            return here
        row = here.row - 1
    return None


def _groups(grid: Grid, label: Box) -> tuple[str, ...]:
    """The texts left of *label* that hold more rows than it, and those above that hold more columns."""
    found: list[str] = []
    col = label.col - 1
    while col > 0 and (here := grid.at(label.row, col)):
        text = bare(here.text)
        if text and len(text) <= _LONGEST and (here.rows > label.rows or names_person(text)):
            found.insert(0, text)
            if names_person(text):
                break
        col = here.col - 1
    above = grid.at(label.row - 1, label.col)
    if above and label.cols < above.cols < grid.width and names_person(bare(above.text)):
        found.append(bare(above.text))
    return tuple(found)
