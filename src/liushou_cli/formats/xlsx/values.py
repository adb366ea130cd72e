"""What a cell holds: a number where the document states one, else exactly the text that stands there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from liushou_cli.formats.characters import printable
from liushou_cli.formats.document import Runs, Table, plain

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.(\d{1,4}))?(%?)", re.ASCII)
_COUNT = re.compile(r"(?:0|[1-9]\d{0,5})%?|(?:0|[1-9]\d{0,2})\.\d%|—|", re.ASCII)
# What Excel would turn into a number, a date or a formula as soon as the cell is edited.
_DELICATE = re.compile(r"[=+\-@\t'].*|[\d*＊Xx ./年月日:-]+", re.ASCII | re.DOTALL)
_LONGEST = 32767  # characters Excel takes in a cell


@dataclass(frozen=True)
class Value:
    """``number`` None means text; ``form`` is the number format, @ for text that must stay text."""

    text: str
    number: float | None = None
    form: str = "General"


def value(runs: Runs, *, counted: bool = False) -> Value:
    """``counted``: the cell stands among numbers. A figure is a number wherever it stands."""
    text = plain(runs)
    found = _NUMBER.fullmatch(text)
    if found and (counted or any(run.figure for run in runs)):
        decimals, percent = len(found[1] or ""), found[2]
        number = Decimal(text.removesuffix("%")) / (100 if percent else 1)
        return Value(text, float(number), f"0.{'0' * decimals}{percent}" if decimals else f"0{percent}")
    return Value(fitting(text), None, "@" if _DELICATE.fullmatch(text) and len(text) < 100 else "General")


def fitting(text: str) -> str:
    """*text* without what a workbook cannot hold, cut with … at Excel's limit."""
    clean = printable(text)
    return clean if len(clean) <= _LONGEST else clean[: _LONGEST - 1] + "…"


def counted_columns(table: Table) -> Sequence[bool]:
    """Which columns hold numbers: those set to the right, and those where nothing but counts stands.

    A telephone or identity number, a month (2012.10), a number with a leading zero is none.
    """
    return [
        align == "right"
        or (not table.exact and all(_COUNT.fullmatch(plain(row[i])) for row in table.rows[1:]))
        for i, align in enumerate(table.align)
    ]
