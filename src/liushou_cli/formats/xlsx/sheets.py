"""Bare tables on sheets of their own, for another program to read: no titles, no looks, all of it text."""

import io
from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook

from liushou_cli.formats.archive import undated
from liushou_cli.formats.xlsx.book import MADE_AT, OPTIONS
from liushou_cli.formats.xlsx.values import fitting


def write_sheets(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """Each sheet's rows under its name; the same values give the same bytes."""
    target = io.BytesIO()
    book = Workbook(target, dict(OPTIONS))
    book.set_properties({"created": MADE_AT})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for y, row in enumerate(rows):
            for x, text in enumerate(row):
                if text:
                    sheet.write_string(y, x, fitting(text))
    book.close()
    return undated(target.getvalue())
