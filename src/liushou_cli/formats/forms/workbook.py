"""The filled workbook: cells put, rows repeated, and whatever names a row led to where it went."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from liushou_cli.formats.archive import zipped
from liushou_cli.formats.forms import cells
from liushou_cli.formats.forms.excel import CELL, ROW, SPARE, STOP, TEXT
from liushou_cli.formats.forms.laid import Copy, lay, put
from liushou_cli.formats.forms.skeleton import Form
from liushou_cli.formats.office import around, reckoned
from liushou_cli.formats.office.book import Book, Tab
from liushou_cli.formats.office.moves import Moves
from liushou_cli.formats.office.ranges import ranges
from liushou_cli.formats.office.styles import Styles
from liushou_cli.formats.office.xml import written as as_bytes

_STEP = re.compile(f"[{ROW}{SPARE}](\\d+):(\\d+){STOP}|{CELL}(\\d+):([A-Z]+\\d+){TEXT}(.*?){STOP}", re.DOTALL)


def written(form: Form, text: str) -> bytes:
    """*text* is what the skeleton printed."""
    parts = dict(form.parts)
    book = Book(form.file, parts)
    strings = book.strings
    look = book.root(book.styles_part or "xl/styles.xml")
    styles = Styles(look)
    copies, singles = _steps(text)
    roots = {sheet: book.root(sheet.part) for sheet in book.sheets}
    laid: dict[str, Moves] = {}
    for number, sheet in enumerate(roots):
        for name, printed in singles[number].items():
            put(roots[sheet], {name: printed}, strings, styles)
        if copies[number]:
            laid[sheet.name] = lay(roots[sheet], copies[number], strings, styles)
    _settle(book, roots, laid)
    if strings:
        parts[book.strings_part] = as_bytes(cells.without_marks(strings))
    if styles.changed:
        parts[book.styles_part] = as_bytes(look)
    return zipped(parts)


def _steps(text: str) -> tuple[Mapping[int, list[Copy]], Mapping[int, dict[str, str]]]:
    """By the number of the sheet: its rows as they follow one another, and cells of sheets whose rows stay."""
    copies: defaultdict[int, list[Copy]] = defaultdict(list)
    singles: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for found in _STEP.finditer(text):
        if found[1]:
            copies[int(found[1])].append(Copy(int(found[2]), {}, found[0].startswith(SPARE)))
        elif copies[int(found[3])]:
            copies[int(found[3])][-1].cells[found[4]] = found[5]
        else:
            singles[int(found[3])][found[4]] = found[5]
    return copies, singles


def _settle(book: Book, roots: Mapping[Tab, Any], laid: Mapping[str, Moves]) -> None:
    """Everything that names rows of a sheet whose rows went elsewhere."""
    for sheet, root in roots.items():
        reckoned.follow(root, sheet.name, laid)
        reckoned.forget(root)
        if sheet.name in laid:
            ranges(root, laid[sheet.name])
            around.beside(book, sheet.part, laid[sheet.name])
        book.parts[sheet.part] = as_bytes(root)
    around.names_and_charts(book, laid)
    around.worked_out_anew(book)
    around.unchained(book)
