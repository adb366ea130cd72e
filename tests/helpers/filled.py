"""A teacher at a sheet that went out: what she types into its cells, saved as Excel would."""

import io
from collections.abc import Mapping
from typing import Any

import openpyxl

_HEADS = 3  # the row in which the heads stand
Typed = Mapping[tuple[int, str], Any]


def typed(content: bytes, cells: Typed) -> bytes:
    """*cells* are (row as the sheet counts, head) to what is typed there; None empties a cell."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["填写"]
    heads = {cell.value: cell.column for cell in sheet[_HEADS]}
    for (row, head), value in cells.items():
        sheet.cell(row, heads[head]).value = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def shown(content: bytes) -> list[dict[str, Any]]:
    """The rows under the heads, row 4 first."""
    sheet = openpyxl.load_workbook(io.BytesIO(content))["填写"]
    heads = [cell.value for cell in sheet[_HEADS]]
    return [
        dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=_HEADS + 1, values_only=True)
    ]
