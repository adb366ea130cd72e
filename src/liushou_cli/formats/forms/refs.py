"""Where the rows of a sheet went, and what that makes of B3:D7 in a formula, a merge or a print area."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

_REFERENCE = re.compile(
    r"""(?P<text>"[^"]*")
    |(?P<sheet>(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?
     (?:(?<![\w.$])(?P<first>\$?[A-Z]{1,3}\$?[1-9]\d{0,6})(?::(?P<last>\$?[A-Z]{1,3}\$?[1-9]\d{0,6}))?(?![\w(.!])
       |(?<![\w.$])(?P<top>\$[1-9]\d{0,6}):(?P<bottom>\$[1-9]\d{0,6})(?!\w))""",
    re.VERBOSE,
)
_LONGEST = 8192  # characters of a formula in Excel
_CELL = re.compile(r"(\$?[A-Z]{0,3}\$?)(\d+)")


@dataclass(frozen=True)
class Moves:
    """``to``: old row -> its rows now, several where it was repeated, none where it was left out.

    A row that is not in it is empty, and stays as far below the one above it as it was.
    """

    to: Mapping[int, Sequence[int]]

    @cached_property
    def _known(self) -> list[int]:
        return sorted(self.to)

    def places(self, row: int) -> Sequence[int]:
        if row in self.to:
            return self.to[row]
        at = bisect_left(self._known, row)
        above = self._known[at - 1] if at else 0
        return (self.last(above) + row - above,) if above else (row,)

    def first(self, row: int) -> int:
        """Of a row left out, where the next one is that stayed."""
        while not self.places(row):
            row += 1
        return self.places(row)[0]

    def last(self, row: int) -> int:
        while row > 0 and not self.places(row):
            row -= 1
        return self.places(row)[-1] if row > 0 else 0

    def span(self, reference: str) -> str:
        """``B3:D7`` as it is now, over all copies of its rows."""
        first, colon, last = reference.partition(":")
        return _at(first, self.first) + (colon and ":" + _at(last, self.last))

    def spans(self, references: str) -> str:
        """Of a list parted by spaces, a single cell too: ``C5 D7:D9``."""
        return " ".join(
            span if (first := span.partition(":")[0]) != span.rpartition(":")[2] else first
            for span in (self.span(one if ":" in one else f"{one}:{one}") for one in references.split())
        )


def formula(text: str, sheet: str, moved: Mapping[str, Moves], here: Mapping[int, int]) -> str:
    """A formula of *sheet*; *here* are the rows of the copy it stands in, where it was copied."""

    if len(text) > _LONGEST:
        return text

    def put(found: re.Match[str]) -> str:
        if found["text"]:
            return found[0]
        name = found["sheet"] or ""
        of = name.rstrip("!").strip("'").replace("''", "'") or sheet
        moves = moved.get(of)
        if moves is None:
            return found[0]
        if found["top"]:
            return f"{name}{_at(found['top'], moves.first)}:{_at(found['bottom'], moves.last)}"
        ends = [end for end in (found["first"], found["last"]) if end]
        if of == sheet and all(_row(end) in here for end in ends):
            return name + ":".join(_at(end, here.__getitem__) for end in ends)
        return name + moves.span(":".join(ends))

    return _REFERENCE.sub(put, text)


def shifted(text: str, rows: int, columns: int) -> str:
    """A formula as filled down and to the right by so much: what is written with $ stays."""

    def put(found: re.Match[str]) -> str:
        if found["text"] or found["top"]:
            return found[0]
        ends = (_slid(end, rows, columns) for end in (found["first"], found["last"]) if end)
        return (found["sheet"] or "") + ":".join(ends)

    return _REFERENCE.sub(put, text)


def column_of(reference: str) -> str:
    return reference.rstrip("0123456789").replace("$", "")


def number_of(column: str) -> int:
    """A -> 1, AB -> 28."""
    found = 0
    for letter in column:
        found = found * 26 + ord(letter) - 64
    return found


def letters_of(number: int) -> str:
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


def _slid(end: str, rows: int, columns: int) -> str:
    found = re.fullmatch(r"(\$?)([A-Z]+)(\$?)(\d+)", end)
    if not found:
        return end
    fixed, column, pinned, row = found.groups()
    column = column if fixed else letters_of(max(1, number_of(column) + columns))
    return f"{fixed}{column}{pinned}{row if pinned else max(1, int(row) + rows)}"


def _row(reference: str) -> int:
    return int(re.sub(r"\D", "", reference))


def _at(reference: str, where: Callable[[int], int]) -> str:
    found = _CELL.fullmatch(reference)
    return f"{found[1]}{where(int(found[2]))}" if found else reference
