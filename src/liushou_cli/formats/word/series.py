"""The series of a chart as Word draws them: numbers, looks that survive grey, labels."""

from collections.abc import Iterator, Sequence

from liushou_cli.domain.grid import column_name
from liushou_cli.formats.document import Chart, Series
from liushou_cli.formats.word.xml import text

_INKS = ("2F5597", "B45309", "3F6F2A", "6B4FA0", "555555", "A02C4A")
# Patterns, so that a grey print still tells the series apart; the first is solid.
_PATTERNS = ("", "wdUpDiag", "pct25", "horz", "cross", "wdDnDiag")
_DASHES = ("solid", "dash", "sysDot", "dashDot", "sysDash", "lgDash")
_MARKS = ("circle", "square", "triangle", "diamond", "x", "star")


def series(chart: Chart, j: int, one: Series) -> str:
    letter, last = column_name(j + 1), len(chart.x) + 1
    look = "".join(_line_look(j) if chart.kind == "line" else _bar_look(j))
    name = f"<c:strRef><c:f>Sheet1!${letter}$1</c:f><c:strCache>{_points([text(one.name)])}</c:strCache></c:strRef>"
    names = _points([text(name) for name in chart.x])
    values = _points([str(value) for value in one.values])
    return (
        f'<c:ser><c:idx val="{j}"/><c:order val="{j}"/><c:tx>{name}</c:tx>{look}{_labels(chart, one)}'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${letter}$2:${letter}${last}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{values}</c:numCache></c:numRef></c:val>"
        + ('<c:smooth val="0"/>' if chart.kind == "line" else "")
        + "</c:ser>"
    )


def _points(values: Sequence[str]) -> str:
    inside = "".join(f'<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>' for i, value in enumerate(values))
    return f'<c:ptCount val="{len(values)}"/>{inside}'


def _bar_look(j: int) -> Iterator[str]:
    ink, pattern = _ink(j), _PATTERNS[j % len(_PATTERNS)]
    yield "<c:spPr>"
    if pattern:
        yield f'<a:pattFill prst="{pattern}"><a:fgClr>{ink}</a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>'
        yield "</a:pattFill>"
    else:
        yield f"<a:solidFill>{ink}</a:solidFill>"
    yield f'<a:ln w="9525"><a:solidFill>{ink}</a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>'


def _line_look(j: int) -> Iterator[str]:
    fill = f"<a:solidFill>{_ink(j)}</a:solidFill>"
    dash, mark = _DASHES[j % len(_DASHES)], _MARKS[j % len(_MARKS)]
    yield f'<c:spPr><a:ln w="22225">{fill}<a:prstDash val="{dash}"/></a:ln></c:spPr>'
    yield f'<c:marker><c:symbol val="{mark}"/><c:size val="7"/><c:spPr>{fill}</c:spPr></c:marker>'


def _ink(j: int) -> str:
    return f'<a:srgbClr val="{_INKS[j % len(_INKS)]}"/>'


def _labels(chart: Chart, one: Series) -> str:
    """The numbers beside the marks; in a stack they lie on the hatching, white under them, and 0 is left out."""
    shape = f'<c:dLblPos val="{_place(chart, one)}"/>'
    if chart.kind == "stacked":
        ground = '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>'
        shape = f'<c:numFmt formatCode="General;;;" sourceLinked="0"/>{ground}{shape}'
    shown = "".join(
        f'<c:show{what} val="{int(what == "Val")}"/>'
        for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
    return f"<c:dLbls>{shape}{shown}</c:dLbls>"


def _place(chart: Chart, one: Series) -> str:
    """Over the point; the lowest of several lines has its numbers under it, so that they do not touch."""
    if chart.kind != "line":
        return "ctr" if chart.kind == "stacked" else "outEnd"
    lowest = min(chart.series, key=lambda each: sum(each.values))
    return "b" if len(chart.series) > 1 and one is lowest else "t"
