"""The workbook put together."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

from xlsxwriter import Workbook

from liushou_cli.formats.archive import undated
from liushou_cli.formats.document import Block, title_of
from liushou_cli.formats.xlsx.looks import SONG, Looks
from liushou_cli.formats.xlsx.plan import TEXT, Part, plan
from liushou_cli.formats.xlsx.sheet import SheetWriter
from liushou_cli.formats.xlsx.values import fitting

MADE_AT = datetime(1980, 1, 1, tzinfo=UTC)
# The font that columns are measured in: as wide as our texts, and Excel's own in Chinese.
_FONT = MappingProxyType({"font_size": 11})
# Text is text, whatever it looks like: a note "=cmd|…" must not run on the reader's machine.
OPTIONS = MappingProxyType(
    {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "default_column_width": 72,
        "default_row_height": 18,
    }
)


def write(blocks: Sequence[Block], faces: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """The same blocks give the same bytes. ``faces``: table and level_1 -> the font chosen for it."""
    found, target = plan(blocks), io.BytesIO()
    font = {**_FONT, "font_name": faces.get("table", SONG)}
    book = Workbook(target, {**OPTIONS, "default_format_properties": font})
    book.set_properties({"title": fitting(title_of(blocks))[:255], "created": MADE_AT})
    looks = Looks(book.add_format, faces)
    if found.text or not found.sheets:
        SheetWriter(book, book.add_worksheet(TEXT), looks).write([Part(line) for line in found.text])
    for one in found.sheets:
        SheetWriter(book, book.add_worksheet(one.name), looks).write(one.parts)
    book.close()
    return undated(target.getvalue())
