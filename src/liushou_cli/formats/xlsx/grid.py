"""The columns of a sheet on which tables and forms of several shapes stand one under another."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

_NEAR = 1.0  # half characters: edges so near each other are one


class Grid:
    """Has an edge wherever a shape has one, all shapes drawn out to the width of the widest.

    A shape is the widths of its columns, in half characters. Alone, it is the grid.
    """

    def __init__(self, shapes: Iterable[Sequence[float]]) -> None:
        known = [tuple(shape) for shape in shapes]
        self._total = max(map(sum, known), default=0.0)
        self._edges = [0.0]
        for edge in sorted(edge for shape in known for edge in self._drawn_out(shape)):
            if edge - self._edges[-1] >= _NEAR:
                self._edges.append(edge)

    @property
    def widths(self) -> list[float]:
        return [right - left for left, right in pairwise(self._edges)]

    def spans(self, shape: Sequence[float]) -> list[tuple[int, int]]:
        """For each column of *shape* the column of the grid where it begins, and how many it covers."""
        ends = [self._nearest(edge) for edge in (0.0, *self._drawn_out(shape))]
        return [(first, last - first) for first, last in pairwise(ends)]

    def _drawn_out(self, shape: Sequence[float]) -> list[float]:
        factor = self._total / sum(shape)
        return [edge * factor for edge in accumulate(shape)]

    def _nearest(self, edge: float) -> int:
        return min(range(len(self._edges)), key=lambda i: abs(self._edges[i] - edge))
