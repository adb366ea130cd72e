"""Rosters as teachers have them, made on the spot: xlsx and CSV here, xls and ods by LibreOffice."""

import csv
import io
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

from tests.helpers import office

Rows = Sequence[Sequence[Any]]


def xlsx(
    rows: Rows, merges: Sequence[str] = (), *, sheet: str = "花名册", more: dict[str, Rows] | None = None
) -> bytes:
    """A workbook; *merges* like ``C2:D2``, *more* further sheets. Dates get a Chinese date format."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    day = book.add_format({"num_format": "yyyy年m月d日"})
    for name, lines in {sheet: rows, **(more or {})}.items():
        page = book.add_worksheet(name)
        for r, row in enumerate(lines):
            for c, value in enumerate(row):
                if isinstance(value, date):
                    page.write_datetime(r, c, datetime.combine(value, time()), day)
                elif value not in (None, ""):
                    page.write(r, c, value)
        for merge in merges if name == sheet else ():
            corner = merge.partition(":")[0]
            page.merge_range(merge, "")  # empties the corner, which is then written again
            down, right = xl_cell_to_rowcol(corner)
            page.write(down, right, rows[down][right])
    book.close()
    return stream.getvalue()


def text(rows: Rows, encoding: str = "utf-8-sig", between: str = ",") -> bytes:
    """A CSV."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=between).writerows(
        ["" if cell is None else cell for cell in row] for row in rows
    )
    return stream.getvalue().encode(encoding)


def converted(content: bytes, kind: str, folder: Path) -> bytes:
    """What LibreOffice makes of an xlsx: ``xls`` or ``ods``."""
    source = folder / "roster.xlsx"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, env=office.environment(), capture_output=True, check=True, timeout=120)
    return (folder / f"roster.{kind}").read_bytes()


def tampered(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """An xlsx whose first sheet's XML went through *change*."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            body = old.read(part)
            new.writestr(part, change(body) if part == "xl/worksheets/sheet1.xml" else body)
    return stream.getvalue()
