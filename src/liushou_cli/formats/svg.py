"""A chart as SVG of our own: no script, no style attribute, nothing fetched; its hatching survives grey.

Sizes are units of the picture, which is 640 wide; the page scales it. A Chinese character is taken as
wide as the font is high, which holds in every Chinese font.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate, pairwise

from liushou_cli.formats import scale
from liushou_cli.formats.document import Chart, half_widths

_WIDTH, _MARGIN, _PLOT = 640, 14, 200
_TITLE, _TEXT, _VALUE = 15, 13, 11  # font sizes
FONT = "Noto Sans CJK SC,Microsoft YaHei,PingFang SC,SimHei,sans-serif"
_INKS = ("#2f5597", "#b45309", "#3f6f2a", "#6b4fa0", "#555555", "#a02c4a")
_DASHES = ("", "8 4", "2 3", "10 3 2 3", "1 5", "14 5")
_LINES = (  # what lies on the white ground of each filling; the first is solid
    "",
    '<path d="M-2 2 2-2M0 8 8 0M6 10 10 6" stroke="{}" stroke-width="2"/>',
    '<circle cx="4" cy="4" r="2" fill="{}"/>',
    '<path d="M0 4H8" stroke="{}" stroke-width="2"/>',
    '<path d="M0 4H8M4 0V8" stroke="{}"/>',
    '<path d="M-2 6 2 10M0 0 8 8M6-2 10 2" stroke="{}" stroke-width="2"/>',
)


def draw(chart: Chart, font: str = FONT) -> str:
    """The ``svg`` element. Without categories or series it says 没有数据 in place of the plot.

    ``font`` is a list of families as CSS has it.
    """
    frame = _frame(chart)
    parts = [*_title(frame), *_legend(frame), *(_plot(frame) if _filled(chart) else _empty(frame))]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {frame.height}" role="img"'
        f' font-family="{escape(font)}" font-size="{_TEXT}"><title>{escape(chart.title)}</title>'
        f'<defs>{"".join(_patterns(frame))}</defs><rect width="{_WIDTH}" height="{frame.height}" fill="#fff"/>'
        + "".join(parts)
        + "</svg>"
    )


@dataclass(frozen=True)
class _Frame:
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
        return self.top + (_PLOT if _filled(self.chart) else 50)

    @property
    def height(self) -> int:
        return round(self.bottom + 14 + 16 * max(map(len, self.labels), default=0))

    @property
    def group(self) -> float:
        return (_WIDTH - _MARGIN - self.left) / max(1, len(self.chart.x))

    def y(self, value: float) -> float:
        return self.bottom - _PLOT * value / self.peak

    def middle(self, index: int) -> float:
        return self.left + self.group * (index + 0.5)


def _frame(chart: Chart) -> _Frame:
    step = scale.step_of(chart)
    peak = step * (int(scale.top_of(chart) / step) + 1)
    left = 16 + 7 * max(len(scale.number(tick)) for tick in _ticks(step, peak))
    title, legend = _wrapped(chart.title, _WIDTH - 40, _TITLE), _legend_rows(chart)
    group = (_WIDTH - _MARGIN - left) / max(1, len(chart.x))
    return _Frame(
        chart=chart,
        key=f"h{zlib.crc32(repr(chart).encode()):08x}",  # patterns of two charts on one page must differ
        title=title,
        legend=legend,
        labels=[_wrapped(name, max(group - 6, _TEXT), _TEXT) for name in chart.x] if chart.series else [],
        left=left,
        top=12 + 20 * len(title) + 22 * len(legend) + 20,
        step=step,
        peak=peak,
    )


def _filled(chart: Chart) -> bool:
    return bool(chart.x and chart.series)


def _ticks(step: float, peak: float) -> list[float]:
    return [step * i for i in range(round(peak / step) + 1)]


def _width(text: str, size: float) -> float:
    return half_widths(text) * size / 2


def _wrapped(text: str, width: float, size: float) -> list[str]:
    lines = [""]
    for char in text:
        if lines[-1] and _width(lines[-1] + char, size) > width:
            lines.append("")
        lines[-1] += char
    return lines


def _legend_rows(chart: Chart) -> list[list[int]]:
    """The series in rows that fit the picture."""
    rows: list[list[int]] = []
    room = 0.0
    for j, one in enumerate(chart.series):
        need = _width(one.name, _TEXT) + 40
        if not rows or need > room:
            rows.append([])
            room = _WIDTH - 2 * _MARGIN
        rows[-1].append(j)
        room -= need
    return rows


def _text(x: float, y: float, text: str, size: int = _TEXT, anchor: str = "middle", more: str = "") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}"{more}>{escape(text)}</text>'
    )


def _value(x: float, y: float, value: float) -> str:
    """A number that stays legible over lines and hatching: it has a white rim."""
    rim = ' paint-order="stroke" stroke="#fff" stroke-width="4" stroke-linejoin="round"'
    return _text(x, y, scale.number(value), _VALUE, more=rim)


def _patterns(frame: _Frame) -> Iterator[str]:
    for j in range(len(frame.chart.series)):
        lines = _LINES[j % len(_LINES)].format(_ink(j))
        if not lines:
            continue
        yield (
            f'<pattern id="{frame.key}-{j}" width="8" height="8" patternUnits="userSpaceOnUse">'
            f'<rect width="8" height="8" fill="#fff"/>{lines}</pattern>'
        )


def _ink(j: int) -> str:
    return _INKS[j % len(_INKS)]


def _fill(frame: _Frame, j: int) -> str:
    """No pattern where it would be solid: printers show the seams of its tiles."""
    solid = not _LINES[j % len(_LINES)]
    return f'fill="{_ink(j) if solid else f"url(#{frame.key}-{j})"}" stroke="{_ink(j)}"'


def _title(frame: _Frame) -> Iterator[str]:
    for i, line in enumerate(frame.title):
        yield _text(_WIDTH / 2, 24 + 20 * i, line, _TITLE, more=' font-weight="bold"')


def _legend(frame: _Frame) -> Iterator[str]:
    y = 18 + 20 * len(frame.title)
    for row in frame.legend:
        widths = [_width(frame.chart.series[j].name, _TEXT) + 40 for j in row]
        x = max(_MARGIN, (_WIDTH - sum(widths) + 18) / 2)
        for j, start in zip(row, accumulate([x, *widths[:-1]]), strict=True):
            yield _legend_mark(frame, j, start, y)
            yield _text(start + 20, y + 11, frame.chart.series[j].name, anchor="start")
        y += 22


def _legend_mark(frame: _Frame, j: int, x: float, y: float) -> str:
    if frame.chart.kind == "line":
        return _stroke(j, f"{x:.1f},{y + 6} {x + 16:.1f},{y + 6}") + _point(j, x + 8, y + 6)
    return f'<rect x="{x:.1f}" y="{y}" width="13" height="13" {_fill(frame, j)}/>'


def _empty(frame: _Frame) -> Iterator[str]:
    yield _text(_WIDTH / 2, frame.top + 20, "没有数据")


def _plot(frame: _Frame) -> Iterator[str]:
    yield from _grid(frame)
    match frame.chart.kind:
        case "line":
            yield from _curves(frame)
        case "stacked":
            yield from _stacks(frame)
        case _:
            yield from _bars(frame)
    yield from _categories(frame)


def _grid(frame: _Frame) -> Iterator[str]:
    for tick in _ticks(frame.step, frame.peak):
        y, ink = frame.y(tick), "#333" if tick == 0 else "#ddd"
        yield f'<path d="M{frame.left:.1f} {y:.1f}H{_WIDTH - _MARGIN}" stroke="{ink}"/>'
        yield _text(frame.left - 6, y + 4, scale.number(tick), anchor="end")


def _categories(frame: _Frame) -> Iterator[str]:
    every = -(-(_TEXT + 1) // max(1, int(frame.group)))  # where columns are too narrow, not each is named
    for i, lines in enumerate(frame.labels):
        for k, line in enumerate(lines if i % every == 0 else ()):
            yield _text(frame.middle(i), frame.bottom + 18 + 16 * k, line)


def _box(frame: _Frame, j: int, i: int, x: float, width: float, low: float, high: float) -> str:
    y, one = frame.y(high), frame.chart.series[j]
    told = escape(f"{frame.chart.x[i]} {one.name}：{scale.number(one.values[i])}")
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{frame.y(low) - y:.1f}" {_fill(frame, j)}>'
        f"<title>{told}</title></rect>"
    )


def _bars(frame: _Frame) -> Iterator[str]:
    slot = min(frame.group * 0.76 / len(frame.chart.series), 70)
    for j, one in enumerate(frame.chart.series):
        for i, value in enumerate(one.values):
            x = frame.middle(i) + slot * (j - len(frame.chart.series) / 2)
            yield _box(frame, j, i, x + slot * 0.05, slot * 0.9, 0, value)
            if _width(scale.number(value), _VALUE) <= slot:
                yield _value(x + slot / 2, frame.y(value) - 5, value)


def _stacks(frame: _Frame) -> Iterator[str]:
    width = min(frame.group * 0.6, 70)
    for i in range(len(frame.chart.x)):
        ends = list(accumulate((one.values[i] for one in frame.chart.series), initial=0.0))
        x = frame.middle(i)
        for j, (low, high) in enumerate(pairwise(ends)):
            yield _box(frame, j, i, x - width / 2, width, low, high)
            if frame.y(low) - frame.y(high) >= _VALUE + 3:
                yield _value(x, (frame.y(low) + frame.y(high)) / 2 + 4, high - low)
        if len(frame.chart.series) > 1:
            yield _text(x, frame.y(ends[-1]) - 5, scale.number(ends[-1]), _VALUE, more=' font-weight="bold"')


def _curves(frame: _Frame) -> Iterator[str]:
    for j, one in enumerate(frame.chart.series):
        places = [(frame.middle(i), frame.y(value)) for i, value in enumerate(one.values)]
        yield _stroke(j, " ".join(f"{x:.1f},{y:.1f}" for x, y in places))
        for i, (x, y) in enumerate(places):
            yield _point(j, x, y, escape(f"{frame.chart.x[i]} {one.name}：{scale.number(one.values[i])}"))
    for i in range(len(frame.chart.x)):
        yield from _curve_values(frame, i)


def _curve_values(frame: _Frame, i: int) -> Iterator[str]:
    """The numbers at one category, each over its point, moved up where two would touch."""
    values = sorted({one.values[i] for one in frame.chart.series})
    if _width(scale.number(values[-1]), _VALUE) > frame.group:
        return
    last = frame.bottom + _VALUE
    for value in values:
        last = min(frame.y(value) - 7, last - _VALUE - 1)
        yield _value(frame.middle(i), last, value)


def _stroke(j: int, points: str) -> str:
    dash = f' stroke-dasharray="{_DASHES[j % len(_DASHES)]}"' if _DASHES[j % len(_DASHES)] else ""
    return f'<polyline points="{points}" fill="none" stroke="{_ink(j)}" stroke-width="2"{dash}/>'


def _point(j: int, x: float, y: float, told: str = "") -> str:
    """Circles, squares and triangles by turns."""
    look = f'fill="{_ink(j)}"'
    inside = f"<title>{told}</title>" if told else ""
    match j % 3:
        case 0:
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" {look}>{inside}</circle>'
        case 1:
            return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" {look}>{inside}</rect>'
        case _:
            return f'<path d="M{x:.1f} {y - 5:.1f}l5 9h-10z" {look}>{inside}</path>'
