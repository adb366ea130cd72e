"""Columns of Chinese and Latin text that line up: a Chinese character is two wide."""

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import combining, east_asian_width

_GAP = "  "
_CUT = "…"
_LEAST = 6
_CANNOT_BEGIN = "，。；：！？、）”》…·"  # a line does not begin with these


def width(text: str) -> int:
    return sum(0 if combining(ch) else 2 if east_asian_width(ch) in "WF" else 1 for ch in text)


def room() -> int | None:
    """How wide the terminal is; None where somebody else reads: what is piped on is never cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def aligned(
    rows: Iterable[Sequence[str]],
    indent: int = 0,
    right: frozenset[int] = frozenset(),
    most: int | None = None,
) -> str:
    """The rows as lines, every column as wide as its widest cell; columns in *right* are flush right.

    Where *most* is given, the widest columns that are not flush right are cut until a line fits.
    """
    rows = [
        [" ".join(cell.splitlines()) for cell in row] for row in rows
    ]  # a line break would break the columns
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    if most is not None:
        widths = _squeezed(widths, most - indent, right)
    lines = []
    for row in rows:
        cells = []
        for column, whole in enumerate(row):
            cell = cut(whole, widths[column])
            space = " " * (widths[column] - width(cell))
            cells.append(space + cell if column in right else cell + space)
        lines.append((" " * indent + _GAP.join(cells)).rstrip())
    return "\n".join(lines)


def cut(text: str, most: int) -> str:
    """*text*, or its beginning and …, no wider than *most*."""
    if width(text) <= most:
        return text
    while text and width(text) > most - len(_CUT):
        text = text[:-1]
    return text + _CUT


def listed(names: Sequence[str], most: int, mark: str = "、") -> str:
    """As many of *names* as fit, at least one; …… says that there are more."""
    kept = list(names)
    while len(kept) > 1 and width(mark.join(kept) + ("……" if len(kept) < len(names) else "")) > most:
        kept.pop()
    return mark.join(kept) + ("……" if len(kept) < len(names) else "")


def wrapped(text: str, most: int | None, indent: int) -> str:
    """*text* over as many lines as it needs, the others indented; one line where *most* is None."""
    if most is None:
        return text
    return ("\n" + " " * indent).join(_lines(text, max(most - indent, 2 * _LEAST)))


def _lines(text: str, most: int) -> Iterator[str]:
    """Two columns stay free for a mark that may not begin the next line."""
    line = ""
    for char in text:
        if width(line + char) > most - (0 if char in _CANNOT_BEGIN else 2):
            yield line.rstrip()
            line = ""
        line = (line + char).lstrip()
    yield line


def _squeezed(widths: list[int], most: int, right: frozenset[int]) -> list[int]:
    widths = list(widths)
    over = sum(widths) + len(_GAP) * (len(widths) - 1) - most
    while over > 0:
        widest = max((n for n in range(len(widths)) if n not in right), key=lambda n: widths[n], default=None)
        if widest is None or widths[widest] <= _LEAST:
            break
        widths[widest] -= 1
        over -= 1
    return widths
