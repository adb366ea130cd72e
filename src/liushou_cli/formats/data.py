"""Rows of data as CSV, JSON, JSON Lines or a workbook."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from liushou_cli.formats import delimited
from liushou_cli.formats.document import Block, Chart, Paragraph, Run, Series, Table, Title
from liushou_cli.formats.xlsx import write

FORMS = ("csv", "xlsx", "json", "jsonl")
Cell = str | int | None


def lines(values: Iterable[Any]) -> str:
    """JSON Lines: one value a line."""
    return "".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values)


def table(
    form: str,
    title: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    facts: Mapping[str, Any],
    charts: Iterable[Chart] = (),
) -> str | bytes:
    """*facts* are told beside the rows where the format has room for them: JSON, and 说明 of a workbook."""
    if form == "csv":
        return delimited.write([heads, *rows])
    keyed = [dict(zip(heads, row, strict=True)) for row in rows]
    if form == "jsonl":
        return lines(keyed)
    if form == "json":
        return json.dumps({**facts, "rows": keyed}, ensure_ascii=False, indent=2) + "\n"
    return write([Title((title,)), _table(heads, rows), *_said(facts), *charts])


def stacked(title: str, x: Sequence[str], series: Mapping[str, Sequence[int]]) -> Chart:
    return Chart("stacked", title, tuple(x), tuple(Series(name, tuple(of)) for name, of in series.items()))


def bars(title: str, values: Mapping[str, int]) -> Chart:
    return Chart("bar", title, tuple(values), (Series("人数", tuple(values.values())),))


def _table(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Table:
    numbers = [any(isinstance(row[at], int) for row in rows) for at in range(len(heads))]
    cells = [tuple((Run("" if cell is None else str(cell)),) for cell in row) for row in (heads, *rows)]
    return Table(tuple(cells), tuple("right" if number else "center" for number in numbers), exact=True)


def _said(facts: Mapping[str, Any]) -> list[Block]:
    note = facts.get("note")
    return [Paragraph((Run(str(note)),))] if note else []
