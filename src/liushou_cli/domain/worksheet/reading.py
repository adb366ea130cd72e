"""The rows of a sheet that came back, under the heads it went out with."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from liushou_cli.domain.grid import Grid, Value, address
from liushou_cli.domain.intake.rows import Spot
from liushou_cli.domain.worksheet.base import SHEET
from liushou_cli.domain.worksheet.cells import clean
from liushou_cli.domain.worksheet.kinds import CHILD, NAME, NUMBER, Kind
from liushou_cli.errors import BadInput

_FIRST = 12  # rows in which the heads are looked for
_FIXED = (CHILD, NAME, NUMBER)


class Line(NamedTuple):
    """``number`` is the sheet's row; ``values`` hold a head only where its column is still there."""

    number: int
    child: str
    name: str
    record: str
    values: Mapping[str, Value]
    cells: Mapping[str, str]

    def text(self, head: str) -> str:
        return clean(self.values.get(head))

    def cell(self, head: str) -> str:
        return self.cells.get(head) or self.cells[NAME]

    @property
    def filled(self) -> bool:
        return any(clean(value) for value in self.values.values())


class Returned(NamedTuple):
    """``grid`` is the sheet that was filled, ``head`` its row of heads, from 0; ``strange`` heads are not read."""

    grid: Grid
    head: int
    lines: tuple[Line, ...]
    strange: tuple[str, ...]
    problems: tuple[Spot, ...]


def returned(grids: Sequence[Grid], kind: Kind) -> Returned:
    """Raises :class:`BadInput` where none of the sheets is the one that went out, or two are."""
    places = [(grid, row) for grid in grids if grid.sheet != SHEET and (row := _head(grid)) is not None]
    if len(places) != 1:
        said = "里找不到写着编号、姓名的那一行" if not places else f"里有 {len(places)} 张这样的表"
        raise BadInput(f"这个{kind.title}{said}", "表头那一行不要改；只留一张，另存一份")
    grid, head = places[0]
    known = (*_FIXED, *(one.head for one in kind.columns))
    columns: dict[str, int] = {}
    strange, problems = list[str](), list[Spot]()
    for at in range(grid.width):
        name = clean(grid.rows[head][at])
        if name in columns:
            problems.append(Spot(address(head, at), f"“{name}”有两列", "留一列，删一列"))
        elif name in known:
            columns[name] = at
        elif name and not name.endswith("上次"):
            strange.append(name)
    lines = [_line(grid, row, columns) for row in range(head + 1, len(grid.rows))]
    kept = tuple(line for line in lines if line.child or line.name or line.record or line.filled)
    return Returned(grid, head, kept, tuple(strange), tuple(problems))


def _head(grid: Grid) -> int | None:
    for number, row in enumerate(grid.rows[:_FIRST]):
        if {CHILD, NAME} <= {clean(value) for value in row}:
            return number
    return None


def _line(grid: Grid, row: int, columns: Mapping[str, int]) -> Line:
    values = {head: grid.rows[row][at] for head, at in columns.items()}
    cells = {head: address(row, at) for head, at in columns.items()}
    child, name, record = (clean(values.pop(head, None)) for head in _FIXED)
    return Line(row + 1, child.lower(), name, record, values, cells)
