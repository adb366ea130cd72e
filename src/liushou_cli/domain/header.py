"""Where in a sheet the headings stand, over how many rows, and what each column's heading path is."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from liushou_cli.domain.grid import Grid, column_name
from liushou_cli.domain.labels import field_of, is_group, known, names_person
from liushou_cli.domain.labels.spelling import key

_DEEP = 40  # no form has more rows of title than this
_ENOUGH = 3  # headings known in a row that is a header


class Column(NamedTuple):
    """``at`` counts from 0; ``path``: groups, then the label; ``title`` is its own: 父亲联系电话, 出生日期（F列）."""

    at: int
    path: tuple[str, ...]
    title: str


class Header(NamedTuple):
    """Rows ``first`` to ``last`` (from 0) hold the headings; the children begin below."""

    first: int
    last: int
    columns: tuple[Column, ...]


def find_header(grid: Grid, mapped: Mapping[str, str] = MappingProxyType({})) -> Header | None:
    """The first row with a heading for the name and two more that are known, and the group rows around it.

    *mapped*: headings (:func:`liushou_cli.domain.labels.spelling.key`) to fields, known
    besides the table's. None where no row is one.
    """
    for row in range(min(_DEEP, len(grid.rows))):
        if _is_header(grid, row, mapped):
            first, last = row, row
            while _is_group_row(grid, first - 1):
                first -= 1
            while _is_label_row(grid, last + 1, first):
                last += 1
            return Header(first, last, _columns(grid, first, last))
    return None


def _is_header(grid: Grid, row: int, mapped: Mapping[str, str]) -> bool:
    """With a heading for the name, two more known ones (one in a table of two columns); without, four that are kept."""
    labels = [label for label in (grid.text(row, column) for column in range(grid.width)) if label]
    sure = {key(label) for label in labels if known((label,)) or key(label) in mapped}
    fields = {match.field for match in (field_of((label,)) for label in labels) if match and match.kept}
    fields |= {mapped[key(label)] for label in labels if key(label) in mapped}
    if "姓名" in fields:
        return len(sure) >= min(_ENOUGH, max(len(labels), 2))
    return len(sure) > _ENOUGH and len(fields) > _ENOUGH


def _is_group_row(grid: Grid, row: int) -> bool:
    """A row of groups over the labels: some name a person or the child, none reaches over the whole table."""
    if row < 0:
        return False
    filled = [column for column in range(grid.width) if grid.text(row, column)]
    return len(filled) > 1 and any(is_group(grid.text(row, column)) for column in filled)


def _is_label_row(grid: Grid, row: int, first: int) -> bool:
    """A second row of labels: each is known, or stands under a group of several columns."""
    filled = [column for column in range(grid.width) if grid.text(row, column)]
    grouped = {column for column in filled if _spans(grid, row, column, first)}
    sure = [column for column in filled if known((grid.text(row, column),))]
    return bool(grouped) and bool(sure) and set(filled) <= {*sure, *grouped} and 2 * len(sure) >= len(filled)


def _spans(grid: Grid, row: int, column: int, first: int) -> bool:
    """Whether what stands over the cell is wider than one column."""
    above = row - 1
    if above < first:
        return False
    if merge := next(
        (m for m in grid.merges if m.top <= above <= m.bottom and m.left <= column <= m.right), None
    ):
        return merge.right > merge.left and merge.bottom < row
    if not grid.text(above, column):
        return bool(_group_at(grid, above, column, row))
    return column + 1 < grid.width and not grid.text(above, column + 1) and bool(grid.text(row, column + 1))


def _group_at(grid: Grid, row: int, column: int, below: int) -> str:
    """The label of *row* that holds for *column*: its own, its merge's, or the next to the left over filled cells."""
    for merge in grid.merges:
        if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right:
            return grid.text(merge.top, merge.left)
    while column >= 0 and not grid.text(row, column):
        if not grid.text(below, column) or _merged(grid, row, column):
            return ""
        column -= 1
    return grid.text(row, column) if column >= 0 else ""


def _merged(grid: Grid, row: int, column: int) -> bool:
    return any(m.top <= row <= m.bottom and m.left <= column <= m.right for m in grid.merges)


def _columns(grid: Grid, first: int, last: int) -> tuple[Column, ...]:
    columns: list[Column] = []
    titles: set[str] = set()
    for at in range(grid.width):
        path = _path(grid, first, last, at)
        if not path:
            continue
        title = _title(path)
        title = f"{title}（{column_name(at)}列）" if title in titles else title
        titles.add(title)
        columns.append(Column(at, path, title))
    return tuple(columns)


def _title(path: tuple[str, ...]) -> str:
    """The label, after the person its group names."""
    people = [group for group in path[:-1] if names_person(group)]
    return path[-1] if not people or path[-1].startswith(people[-1]) else people[-1] + path[-1]


def _path(grid: Grid, first: int, last: int, column: int) -> tuple[str, ...]:
    labels: list[str] = []
    for row in range(first, last + 1):
        own = grid.text(row, column)
        label = own if row == last else _group_at(grid, row, column, row + 1)
        if label and label not in labels:
            labels.append(label)
    return tuple(labels)
