"""How wide and how high: Excel fits no row to a joined cell, and a printed sheet cannot be pulled wider."""

from collections.abc import Iterable, Sequence

from liushou_cli.formats.document import Table, half_widths, plain

_NARROWEST, _WIDEST, _MARGIN = 6, 44, 3  # in half characters, as Excel counts columns
PAGE = 80  # half characters of 11 pt that A4 holds upright at full size
_LINE, _HIGHEST = 15, 409  # points
_DOWN, _DOWN_ASIDE = 700, 460  # points of rows on a sheet of A4, upright and lying
_SMALLEST = 0.7


def table_widths(tables: Iterable[Table]) -> list[float]:
    columns = zip(*(row for table in tables for row in table.rows), strict=True)
    return [_width(plain(cell) for cell in column) for column in columns]


def form_widths(shares: Sequence[float]) -> list[float]:
    return [round(PAGE * share / sum(shares), 1) for share in shares]


def chart_widths(names: int, series: int) -> list[float]:
    """The chart, some 78 half characters wide, stands below its numbers and within their columns."""
    first = min(_WIDEST, max(14, names))
    return [first, *[max(10, round((PAGE - first) / series, 1))] * series] if series else [PAGE]


def height(texts: Iterable[tuple[str, float]], least: int, larger: float = 1) -> float:
    """Of a row whose cells hold these texts in columns so wide, set ``larger`` than usual."""
    lines = max((_lines(text, width / larger) for text, width in texts), default=1)
    return min(_HIGHEST, max(least, lines * _LINE * larger + 6))


def upright(widths: Sequence[float]) -> bool:
    return sum(widths) <= PAGE * 1.15


def scale(widths: Sequence[float], pages: Iterable[float]) -> int:
    """Per cent at which the columns fit the paper, and each page that is not far too high is one page."""
    across, down = (PAGE, _DOWN) if upright(widths) else (PAGE * 1.5, _DOWN_ASIDE)
    shares = [1, across / sum(widths), *(down / page for page in pages if page * _SMALLEST < down)]
    return int(100 * max(_SMALLEST, min(shares)))


def _width(texts: Iterable[str]) -> float:
    longest = max((half_widths(line) for text in texts for line in text.split("\n")), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + _MARGIN))


def _lines(text: str, width: float) -> int:
    room = max(1.0, width - 1.5)
    return sum(1 + int((half_widths(line) - 1) / room) for line in text.split("\n"))
