"""CSV that Excel and WPS open by a double-click, and the reading of what other tools export."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from liushou_cli.errors import BadInput

_BOM = "\ufeff"
_LIVE = re.compile(r"[=+\-@\t\r]")
# Excel keeps 15 digits of a number, and no zero before it.
_MANGLED = re.compile(r"\d{12,}[Xx]?|0\d+", re.ASCII)
_SEPARATORS = ",;\t"


def write(rows: Iterable[Sequence[object]], *, bom: bool = True) -> str:
    """RFC 4180 with CRLF. A cell that a spreadsheet would run, or spoil as a number, begins with '.

    *bom*: without it Excel takes the text for the system's own encoding.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return (_BOM if bom else "") + target.getvalue()


def read(content: bytes) -> list[list[str]]:
    """The rows of a CSV whose separator is , ; or tab, empty ones kept so that rows keep their numbers.

    Raises :class:`BadInput` for bytes that are no text.
    """
    text = _decoded(content)
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise BadInput("这份文件不像 CSV", "从原来的工具里重新导出 CSV") from None


def _safe(cell: object) -> str:
    text = "" if cell is None else str(cell)
    if isinstance(cell, int | float):
        return text
    return f"'{text}" if _LIVE.match(text) or _MANGLED.fullmatch(text) else text


def _decoded(content: bytes) -> str:
    """UTF-16 with its mark, else UTF-8, else what Chinese Windows writes. Never guessed from the letters."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadInput("这份文件不是文字，读不出来", "从原来的工具里重新导出 CSV")
