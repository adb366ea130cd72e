"""Columns of Chinese and Latin text that line up: a Chinese character is two wide."""

from collections.abc import Iterable, Sequence
from unicodedata import combining, east_asian_width

_GAP = "  "


def width(text: str) -> int:
    return sum(0 if combining(ch) else 2 if east_asian_width(ch) in "WF" else 1 for ch in text)


def aligned(rows: Iterable[Sequence[str]], indent: int = 0, right: frozenset[int] = frozenset()) -> str:
    """The rows as lines, every column as wide as its widest cell; columns in *right* are flush right."""
    rows = [
        [" ".join(cell.splitlines()) for cell in row] for row in rows
    ]  # a line break would break the columns
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    lines = []
    for row in rows:
        cells = []
        for column, cell in enumerate(row):
            space = " " * (widths[column] - width(cell))
            cells.append(space + cell if column in right else cell + space)
        lines.append((" " * indent + _GAP.join(cells)).rstrip())
    return "\n".join(lines)
