"""The axis of a chart: round steps, whole numbers where the values are whole."""

import math
from collections.abc import Iterable

from liushou_cli.formats.document import Chart


def top_of(chart: Chart) -> float:
    """The greatest value drawn: the highest column of a stacked chart, else the highest single value."""
    columns: Iterable[tuple[float, ...]] = zip(*(one.values for one in chart.series), strict=True)
    if chart.kind == "stacked":
        return max(map(sum, columns), default=0)
    return max((max(column) for column in columns), default=0)


def step_of(chart: Chart) -> float:
    """The distance of grid lines: 1, 2 or 5 times a power of ten, at most six to the top."""
    rough = top_of(chart) / 6
    if rough == 0:
        return 1
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * (1 - 1e-9))
    return max(step, 1) if _whole(chart) else step


def number(value: float) -> str:
    """12 rather than 12.0; at most two decimals."""
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}".rstrip("0")


def _whole(chart: Chart) -> bool:
    return all(value == int(value) for one in chart.series for value in one.values)
