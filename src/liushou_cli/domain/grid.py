"""A sheet of any workbook, or a CSV, as plain cells with their addresses."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple, TypeAlias
from unicodedata import normalize

Value: TypeAlias = str | float | bool | date | datetime | None

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_CHINESE = "[\u2e80-\u9fff\U00020000-\U0003ffff]"
_BETWEEN = re.compile(f"(?<={_CHINESE})[ \t]+(?={_CHINESE})")


class Merge(NamedTuple):
    """Cells joined into one, by row and column from 0, both ends counted."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(NamedTuple):
    """``rows`` begin at A1 and are all of one length; what a merged range shows stands in its first cell."""

    sheet: str
    rows: tuple[tuple[Value, ...], ...]
    merges: tuple[Merge, ...] = ()

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def text(self, row: int, column: int) -> str:
        """What stands there as clean text, "" beyond the edge."""
        inside = 0 <= row < len(self.rows) and 0 <= column < self.width
        return as_text(self.rows[row][column]) if inside else ""

    def lines(self) -> Iterator[list[str]]:
        for row in self.rows:
            yield [as_text(value) for value in row]


def as_text(value: Value) -> str:
    """One line without unseen characters, edges, and blanks between Chinese characters; whole numbers without .0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, date):
        return value.isoformat()[:10]
    plain = _UNSEEN.sub("", normalize("NFC", value).replace("\u3000", " ").replace("\xa0", " "))
    return _BETWEEN.sub("", " ".join(plain.split()))


def column_name(column: int) -> str:
    """0 to A, 27 to AB."""
    name = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        name = chr(ord("A") + place) + name
    return name


def column_index(name: str) -> int:
    """A to 0, AB to 27."""
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def address(row: int, column: int) -> str:
    """Row and column from 0 to what the program that shows the sheet calls the cell: B7."""
    return f"{column_name(column)}{row + 1}"


def place_of(cell: str) -> tuple[int, int, str]:
    """By what cells are put in the order in which one reads them: B7 before AA7 before A8."""
    letters = cell.rstrip("0123456789")
    number = cell[len(letters) :]
    return int(number or 0), len(letters), letters
