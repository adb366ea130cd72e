"""The plot: its grid, its bars, stacks or curves with their numbers, its categories."""

from collections.abc import Iterator
from html import escape
from itertools import accumulate, pairwise

from liushou_cli.formats import scale
from liushou_cli.formats.svg.frame import MARGIN, TEXT, VALUE, WIDTH, Frame, ticks, width_of
from liushou_cli.formats.svg.ink import fill, point, stroke
from liushou_cli.formats.svg.words import text, value_over


def nothing(frame: Frame) -> Iterator[str]:
    yield text(WIDTH / 2, frame.top + 20, "没有数据")


def plot(frame: Frame) -> Iterator[str]:
    yield from _grid(frame)
    match frame.chart.kind:
        case "line":
            yield from _curves(frame)
        case "stacked":
            yield from _stacks(frame)
        case _:
            yield from _bars(frame)
    yield from _categories(frame)


def _grid(frame: Frame) -> Iterator[str]:
    for tick in ticks(frame.step, frame.peak):
        y, ink = frame.y(tick), "#333" if tick == 0 else "#ddd"
        yield f'<path d="M{frame.left:.1f} {y:.1f}H{WIDTH - MARGIN}" stroke="{ink}"/>'
        yield text(frame.left - 6, y + 4, scale.number(tick), anchor="end")


def _categories(frame: Frame) -> Iterator[str]:
    every = -(-(TEXT + 1) // max(1, int(frame.group)))  # where columns are too narrow, not each is named
    for i, lines in enumerate(frame.labels):
        for k, line in enumerate(lines if i % every == 0 else ()):
            yield text(frame.middle(i), frame.bottom + 18 + 16 * k, line)


def _box(frame: Frame, j: int, i: int, x: float, width: float, low: float, high: float) -> str:
    y, one = frame.y(high), frame.chart.series[j]
    told = escape(f"{frame.chart.x[i]} {one.name}：{scale.number(one.values[i])}")
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{frame.y(low) - y:.1f}" {fill(frame, j)}>'
        f"<title>{told}</title></rect>"
    )


def _bars(frame: Frame) -> Iterator[str]:
    slot = min(frame.group * 0.76 / len(frame.chart.series), 70)
    for j, one in enumerate(frame.chart.series):
        for i, value in enumerate(one.values):
            x = frame.middle(i) + slot * (j - len(frame.chart.series) / 2)
            yield _box(frame, j, i, x + slot * 0.05, slot * 0.9, 0, value)
            if width_of(scale.number(value), VALUE) <= slot:
                yield value_over(x + slot / 2, frame.y(value) - 5, value)


def _stacks(frame: Frame) -> Iterator[str]:
    width = min(frame.group * 0.6, 70)
    for i in range(len(frame.chart.x)):
        ends = list(accumulate((one.values[i] for one in frame.chart.series), initial=0.0))
        x = frame.middle(i)
        for j, (low, high) in enumerate(pairwise(ends)):
            yield _box(frame, j, i, x - width / 2, width, low, high)
            if frame.y(low) - frame.y(high) >= VALUE + 3:
                yield value_over(x, (frame.y(low) + frame.y(high)) / 2 + 4, high - low)
        if len(frame.chart.series) > 1:
            yield text(x, frame.y(ends[-1]) - 5, scale.number(ends[-1]), VALUE, more=' font-weight="bold"')


def _curves(frame: Frame) -> Iterator[str]:
    for j, one in enumerate(frame.chart.series):
        places = [(frame.middle(i), frame.y(value)) for i, value in enumerate(one.values)]
        yield stroke(j, " ".join(f"{x:.1f},{y:.1f}" for x, y in places))
        for i, (x, y) in enumerate(places):
            yield point(j, x, y, escape(f"{frame.chart.x[i]} {one.name}：{scale.number(one.values[i])}"))
    for i in range(len(frame.chart.x)):
        yield from _curve_values(frame, i)


def _curve_values(frame: Frame, i: int) -> Iterator[str]:
    """The numbers at one category, each over its point, moved up where two would touch."""
    values = sorted({one.values[i] for one in frame.chart.series})
    if width_of(scale.number(values[-1]), VALUE) > frame.group:
        return
    last = frame.bottom + VALUE
    for value in values:
        last = min(frame.y(value) - 7, last - VALUE - 1)
        yield value_over(frame.middle(i), last, value)
