"""Where everything in the picture stands: its size, its plot, the lines of its title and legend."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from liushou_cli.formats import scale
from liushou_cli.formats.document import Chart, half_widths

WIDTH, MARGIN, PLOT = 640, 14, 200
TITLE, TEXT, VALUE = 15, 13, 11  # font sizes


@dataclass(frozen=True)
class Frame:
    """Where things stand: ``top`` and ``bottom`` of the plot, ``step`` and ``peak`` of its axis."""

    chart: Chart
    key: str
    title: Sequence[str]
    legend: Sequence[Sequence[int]]
    labels: Sequence[Sequence[str]]
    left: float
    top: float
    step: float
    peak: float

    @property
    def bottom(self) -> float:
        return self.top + (PLOT if filled(self.chart) else 50)

    @property
    def height(self) -> int:
        return round(self.bottom + 14 + 16 * max(map(len, self.labels), default=0))

    @property
    def group(self) -> float:
        return (WIDTH - MARGIN - self.left) / max(1, len(self.chart.x))

    def y(self, value: float) -> float:
        return self.bottom - PLOT * value / self.peak

    def middle(self, index: int) -> float:
        return self.left + self.group * (index + 0.5)


def frame_of(chart: Chart) -> Frame:
    step = scale.step_of(chart)
    peak = step * (int(scale.top_of(chart) / step) + 1)
    left = 16 + 7 * max(len(scale.number(tick)) for tick in ticks(step, peak))
    title, legend = _wrapped(chart.title, WIDTH - 40, TITLE), _legend_rows(chart)
    group = (WIDTH - MARGIN - left) / max(1, len(chart.x))
    return Frame(
        chart=chart,
        key=f"h{zlib.crc32(repr(chart).encode()):08x}",  # patterns of two charts on one page must differ
        title=title,
        legend=legend,
        labels=[_wrapped(name, max(group - 6, TEXT), TEXT) for name in chart.x] if chart.series else [],
        left=left,
        top=12 + 20 * len(title) + 22 * len(legend) + 20,
        step=step,
        peak=peak,
    )


def filled(chart: Chart) -> bool:
    return bool(chart.x and chart.series)


def ticks(step: float, peak: float) -> list[float]:
    return [step * i for i in range(round(peak / step) + 1)]


def width_of(text: str, size: float) -> float:
    return half_widths(text) * size / 2


def _wrapped(text: str, width: float, size: float) -> list[str]:
    lines = [""]
    for char in text:
        if lines[-1] and width_of(lines[-1] + char, size) > width:
            lines.append("")
        lines[-1] += char
    return lines


def _legend_rows(chart: Chart) -> list[list[int]]:
    """The series in rows that fit the picture."""
    rows: list[list[int]] = []
    room = 0.0
    for j, one in enumerate(chart.series):
        need = width_of(one.name, TEXT) + 40
        if not rows or need > room:
            rows.append([])
            room = WIDTH - 2 * MARGIN
        rows[-1].append(j)
        room -= need
    return rows
