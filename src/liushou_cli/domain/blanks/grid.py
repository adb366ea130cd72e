"""A blank form as a grid of boxes, whatever program made it, and what is to be written into it."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from liushou_cli.domain.grid import column_name


class Box(NamedTuple):
    """One box of a form: rows and columns count from 1; ``text`` is what is printed in it.

    ``choices`` are the only values a list lets in; ``shows`` is "day" or "month" where the box would show
    a number as a date; ``reckoned`` says that a formula fills it.
    """

    row: int
    col: int
    text: str = ""
    rows: int = 1
    cols: int = 1
    choices: tuple[str, ...] = ()
    shows: str = ""
    reckoned: bool = False
    look: int = 0

    @property
    def blank(self) -> bool:
        return not self.text.strip() and not self.reckoned

    @property
    def below(self) -> int:
        """The first row under it."""
        return self.row + self.rows

    @property
    def right(self) -> int:
        """The first column beside it."""
        return self.col + self.cols


class Grid:
    """One sheet, one table, or (one box a paragraph) the text of a document outside its tables.

    ``endless``: rows may be written below the last one, as in a sheet.
    """

    def __init__(
        self,
        name: str,
        boxes: Iterable[Box],
        *,
        lines: bool = False,
        endless: bool = False,
        lists: Iterable[tuple[int, int, int, int, tuple[str, ...]]] = (),
    ) -> None:
        self.name = name
        self.lines = lines
        self.endless = endless
        self.boxes = tuple(sorted(boxes, key=lambda box: (box.row, box.col)))
        self._lists = tuple(lists)

    @cached_property
    def _covered(self) -> dict[tuple[int, int], Box]:
        return {
            (row, col): box
            for box in self.boxes
            for row in range(box.row, box.below)
            for col in range(box.col, box.right)
        }

    @cached_property
    def height(self) -> int:
        return max((box.below - 1 for box in self.boxes), default=0)

    @cached_property
    def width(self) -> int:
        return max((box.right - 1 for box in self.boxes), default=0)

    def at(self, row: int, col: int) -> Box | None:
        """The box that covers this place; in a sheet there is one everywhere within its bounds."""
        if box := self._covered.get((row, col)):
            return box
        return Box(row, col) if self.endless and 0 < col <= self.width and row > 0 else None

    def in_row(self, row: int) -> Iterator[Box]:
        """The boxes that begin in this row or reach into it, from the left."""
        col = 1
        while col <= self.width:
            box = self.at(row, col)
            if box is not None:
                yield box
            col = box.right if box else col + 1

    def choices(self, row: int, col: int) -> tuple[str, ...]:
        """What the list laid over this place lets in; nothing where there is none."""
        return next(
            (
                words
                for top, left, bottom, right, words in self._lists
                if top <= row <= bottom and left <= col <= right
            ),
            (),
        )

    def address(self, row: int, col: int) -> str:
        """``B7`` in a sheet; in a document 表1第3行第2格 or 第5段."""
        if self.lines:
            return f"第{row}段"
        if self.endless:
            return f"{column_name(col - 1)}{row}"
        place = sum(box.col <= col for box in self.in_row(row))
        return f"{self.name}第{row}行第{place}格"


class Write(NamedTuple):
    """What to put into the box at this place of grid number ``grid``.

    ``span``: only these characters of its text are replaced, else all of it. A number or a day is written
    as such where a sheet can hold it; ``kept_as_text`` makes the box a text box, so that no zero and no X is lost.
    """

    grid: int
    row: int
    col: int
    value: str | int | date
    span: tuple[int, int] | None = None
    kept_as_text: bool = False


class NewRows(NamedTuple):
    """``number`` rows that look like row ``like``, put in after row ``after``; what stood below stays below."""

    grid: int
    like: int
    after: int
    number: int
