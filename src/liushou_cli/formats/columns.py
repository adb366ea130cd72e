"""How wide the columns of a table should be, from the text in them, at 五号 (10.5 pt)."""

import re
from collections.abc import Iterable

from liushou_cli.formats.document import Table, half_widths, plain

# In twentieths of a point. Without the 225 for the cell's margins telephone numbers break in two.
_HALF, _MARGINS, _NARROWEST = 105, 225, 600
_GAP = 53  # a quarter character, which Word leaves between Chinese and digits
_SEAM = re.compile(r"(?<=[一-鿿])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[一-鿿])")
_UNBROKEN = re.compile(r"\d+年\d+月(?:\d+日)?|[!-~]+")


def column_widths(table: Table, total: int) -> list[int]:
    """``total``, in twentieths of a point, shared out by the longest lines.

    Where it is short the widest columns give way, but none so far that a number, a date or a Latin word
    in it would break.
    """
    columns = [[plain(cell) for cell in column] for column in zip(*table.rows, strict=True)]
    wanted = [_need(line for cell in column for line in cell.split("\n")) for column in columns]
    least = [_need(part for cell in column for part in _UNBROKEN.findall(cell)) for column in columns]
    cap, shares = max(wanted), wanted
    while sum(shares) > total and cap > _NARROWEST:
        cap -= 20
        shares = [max(low, min(need, cap)) for low, need in zip(least, wanted, strict=True)]
    return [total * share // sum(shares) for share in shares]


def _need(lines: Iterable[str]) -> int:
    return _MARGINS + max(
        (half_widths(line) * _HALF + len(_SEAM.findall(line)) * _GAP for line in lines), default=0
    )
