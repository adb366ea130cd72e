"""Where the rows of a sheet went, and what that makes of B3:D7."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

_CELL = re.compile(r"(\$?[A-Z]{0,3}\$?)(\d+)")


@dataclass(frozen=True)
class Moves:
    """``to``: old row -> its rows now, several where it was repeated, none where it was left out.

    A row that is not in it is empty or stays in order: as far below the one above it as it was.
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
        return at(first, self.first) + (colon and ":" + at(last, self.last))

    def spans(self, references: str) -> str:
        """Of a list parted by spaces, a single cell too: ``C5 D7:D9``."""
        return " ".join(
            span if (first := span.partition(":")[0]) != span.rpartition(":")[2] else first
            for span in (self.span(one if ":" in one else f"{one}:{one}") for one in references.split())
        )


def inserted(after: int, count: int) -> Moves:
    """*count* rows put in after row *after*: what speaks of that row speaks of the new ones too."""
    return Moves({after: range(after, after + count + 1)})


def at(reference: str, where: Callable[[int], int]) -> str:
    """One end of a reference, its row where it is now."""
    found = _CELL.fullmatch(reference)
    return f"{found[1]}{where(int(found[2]))}" if found else reference
