"""Charts that Excel draws from the numbers on their sheet, and that a person can edit."""

from collections.abc import Sequence
from typing import Any

from liushou_cli.formats import scale
from liushou_cli.formats.document import Chart, Series

_INKS = ("#2F5597", "#B45309", "#3F6F2A", "#6B4FA0", "#555555", "#A02C4A")
# Patterns, so that a grey print still tells the series apart; the first is solid.
_PATTERNS = (
    "",
    "wide_upward_diagonal",
    "percent_25",
    "horizontal_brick",
    "small_grid",
    "wide_downward_diagonal",
)
_DASHES = ("solid", "dash", "round_dot", "dash_dot", "square_dot", "long_dash")
_MARKS = ("circle", "square", "triangle", "diamond", "x", "star")
_KINDS = {
    "bar": {"type": "column"},
    "stacked": {"type": "column", "subtype": "stacked"},
    "line": {"type": "line"},
}
WIDTH, HEIGHT = 620, 330  # pixels
ROWS, ROW = 17, 16  # rows it covers, of so many points


def native(book: Any, chart: Chart, sheet: str, head: int, columns: Sequence[int]) -> Any:
    """The chart of the numbers whose head is row ``head`` (from 0) of ``sheet``, its title in the row above.

    ``columns`` hold the categories and then each series.

    All its texts are references to cells: nothing in them can become a formula.
    """
    made = book.add_chart(_KINDS[chart.kind])
    first, *others = columns
    last = head + len(chart.x)
    for j, (one, column) in enumerate(zip(chart.series, others, strict=True)):
        made.add_series(
            {
                "name": [sheet, head, column],
                "categories": [sheet, head + 1, first, last, first],
                "values": [sheet, head + 1, column, last, column],
                "data_labels": _labels(chart, one),
                "gap": 70,
                **(_line(j) if chart.kind == "line" else _bar(j)),
            }
        )
    made.set_title({"name": [sheet, head - 1, 0], "name_font": {"size": 12, "bold": False}, "overlay": False})
    made.set_legend({"position": "top"})
    grid = {"visible": True, "line": {"color": "#D9D9D9"}}
    made.set_y_axis({"min": 0, "major_unit": scale.step_of(chart), "major_gridlines": grid})
    made.set_size({"width": WIDTH, "height": HEIGHT})
    return made


def _labels(chart: Chart, one: Series) -> dict[str, Any]:
    """A stack leaves out 0; of several lines the lowest has its numbers below, so that they do not touch."""
    if chart.kind == "stacked":
        return {"value": True, "position": "center", "num_format": "General;;;"}
    if chart.kind == "bar":
        return {"value": True, "position": "outside_end"}
    lowest = min(chart.series, key=lambda each: sum(each.values))
    return {"value": True, "position": "below" if len(chart.series) > 1 and one is lowest else "above"}


def _bar(j: int) -> dict[str, Any]:
    ink, pattern = _INKS[j % len(_INKS)], _PATTERNS[j % len(_PATTERNS)]
    line = {"border": {"color": ink}}
    if not pattern:
        return {"fill": {"color": ink}, **line}
    return {"pattern": {"pattern": pattern, "fg_color": ink, "bg_color": "#FFFFFF"}, **line}


def _line(j: int) -> dict[str, Any]:
    ink = _INKS[j % len(_INKS)]
    mark = {"type": _MARKS[j % len(_MARKS)], "size": 7, "fill": {"color": ink}, "border": {"color": ink}}
    return {"line": {"color": ink, "width": 1.75, "dash_type": _DASHES[j % len(_DASHES)]}, "marker": mark}
