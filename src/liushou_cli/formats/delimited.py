"""CSV that Excel and WPS open by a double-click. What others made is read by :mod:`sheets`."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_BOM = "\ufeff"
_LIVE = re.compile(r"[=+\-@\t\r]")
# Excel keeps 15 digits of a number, and no zero before it.
_MANGLED = re.compile(r"\d{12,}[Xx]?|0\d+", re.ASCII)


def write(rows: Iterable[Sequence[object]], *, bom: bool = True) -> str:
    """RFC 4180 with CRLF. A cell that a spreadsheet would run, or spoil as a number, begins with '.

    *bom*: without it Excel takes the text for the system's own encoding.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return (_BOM if bom else "") + target.getvalue()


def _safe(cell: object) -> str:
    text = "" if cell is None else str(cell)
    if isinstance(cell, int | float):
        return text
    return f"'{text}" if _LIVE.match(text) or _MANGLED.fullmatch(text) else text
