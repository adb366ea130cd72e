"""A chart as SVG of our own: no script, no style attribute, nothing fetched; its hatching survives grey.

Sizes are units of the picture, which is 640 wide; the page scales it. A Chinese character is taken as
wide as the font is high, which holds in every Chinese font.
"""

from collections.abc import Iterator
from html import escape
from itertools import accumulate

from liushou_cli.formats.document import Chart
from liushou_cli.formats.svg.frame import MARGIN, TEXT, TITLE, WIDTH, Frame, filled, frame_of, width_of
from liushou_cli.formats.svg.ink import fill, patterns, point, stroke
from liushou_cli.formats.svg.plot import nothing, plot
from liushou_cli.formats.svg.words import text

FONT = "Noto Sans CJK SC,Microsoft YaHei,PingFang SC,SimHei,sans-serif"


def draw(chart: Chart, font: str = FONT) -> str:
    """The ``svg`` element. Without categories or series it says 没有数据 in place of the plot.

    ``font`` is a list of families as CSS has it.
    """
    frame = frame_of(chart)
    parts = [*_title(frame), *_legend(frame), *(plot(frame) if filled(chart) else nothing(frame))]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {frame.height}" role="img"'
        f' font-family="{escape(font)}" font-size="{TEXT}"><title>{escape(chart.title)}</title>'
        f'<defs>{"".join(patterns(frame))}</defs><rect width="{WIDTH}" height="{frame.height}" fill="#fff"/>'
        + "".join(parts)
        + "</svg>"
    )


def _title(frame: Frame) -> Iterator[str]:
    for i, line in enumerate(frame.title):
        yield text(WIDTH / 2, 24 + 20 * i, line, TITLE, more=' font-weight="bold"')


def _legend(frame: Frame) -> Iterator[str]:
    y = 18 + 20 * len(frame.title)
    for row in frame.legend:
        widths = [width_of(frame.chart.series[j].name, TEXT) + 40 for j in row]
        x = max(MARGIN, (WIDTH - sum(widths) + 18) / 2)
        for j, start in zip(row, accumulate([x, *widths[:-1]]), strict=True):
            yield _legend_mark(frame, j, start, y)
            yield text(start + 20, y + 11, frame.chart.series[j].name, anchor="start")
        y += 22


def _legend_mark(frame: Frame, j: int, x: float, y: float) -> str:
    if frame.chart.kind == "line":
        return stroke(j, f"{x:.1f},{y + 6} {x + 16:.1f},{y + 6}") + point(j, x + 8, y + 6)
    return f'<rect x="{x:.1f}" y="{y}" width="13" height="13" {fill(frame, j)}/>'
