"""The widths of the columns of each part of a sheet."""

from collections.abc import Sequence

from liushou_cli.formats.document import Chart, Form, Table, half_widths, plain
from liushou_cli.formats.xlsx import measures
from liushou_cli.formats.xlsx.plan import Line, Part


def shapes_of(parts: Sequence[Part]) -> list[list[float]]:
    """One for each part; tables with the same head have the same, a line of text has one column."""
    heads: dict[tuple[str, ...], list[Table]] = {}
    for part in parts:
        if isinstance(part.body, Table):
            heads.setdefault(_head(part.body), []).append(part.body)
    widths = {head: measures.table_widths(tables) for head, tables in heads.items()}
    found = [
        widths[_head(part.body)] if isinstance(part.body, Table) else _shape(part.body) for part in parts
    ]
    whole = max((sum(shape) for shape in found), default=0) or measures.PAGE
    return [shape or [whole] for shape in found]


def _head(table: Table) -> tuple[str, ...]:
    return tuple(plain(cell) for cell in table.rows[0])


def _shape(body: Form | Chart | Table | Line) -> list[float]:
    match body:
        case Form(widths=widths):
            return measures.form_widths(widths)
        case Chart(x=x, series=series):
            names = max((half_widths(name) + 2 for name in x), default=0)
            return measures.chart_widths(names, len(series))
        case _:
            return []
