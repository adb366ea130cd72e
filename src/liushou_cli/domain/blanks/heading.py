"""The heading of a table of children: over which rows it goes, and what each column's labels are."""

from collections.abc import Iterator

from liushou_cli.domain.blanks.grid import Box, Grid
from liushou_cli.domain.blanks.texts import bare
from liushou_cli.domain.blanks.vocabulary import is_answer
from liushou_cli.domain.labels import known

_BANDS = 4  # rows a heading may have
_SPAN = 0.8  # what is wider than this share of the sheet is a title


def band(grid: Grid, row: int) -> tuple[int, int]:
    """First and last row of the heading whose name column begins in *row*."""
    bottom = max(box.below - 1 for box in grid.in_row(row) if box.text.strip())
    bottom = min(bottom, row + _BANDS - 1)
    while bottom < row + _BANDS - 1 and _divides(grid, bottom):
        bottom += 1
    top = row
    while top > 1 and row - top < _BANDS and any(_groups(grid, box, top) for box in grid.in_row(top - 1)):
        top -= 1
    return top, bottom


def _divides(grid: Grid, row: int) -> bool:
    """Whether a group of *row* has its own labels under it."""
    for box in grid.in_row(row):
        if box.text.strip() and box.cols > 1 and box.below == row + 1:
            under = [grid.at(row + 1, col) for col in range(box.col, box.right)]
            texts = {(one.row, one.col): one.text for one in under if one and one.text.strip()}
            path = bare(box.text)
            if len(texts) > 1 and any(known((path, text)) or is_answer(text) for text in texts.values()):
                return True
    return False


def _groups(grid: Grid, box: Box, row: int) -> bool:
    return bool(
        box.text.strip() and 1 < box.cols < _SPAN * grid.width and box.below == row and "：" not in box.text
    )


def columns_of(grid: Grid, top: int, bottom: int) -> Iterator[tuple[Box, tuple[str, ...]]]:
    """The lowest box of each column, and the labels over it from the top."""
    for box in grid.in_row(bottom):
        over = [grid.at(row, box.col) for row in range(top, bottom + 1)]
        texts = dict.fromkeys(
            ((one.row, one.col), bare(one.text)) for one in over if one and one.text.strip()
        )
        path = tuple(text for _, text in texts)
        if path:
            yield box, path
