"""The lists a sheet lets choose from, wherever in the workbook their words stand."""

import re
from collections.abc import Iterator

from liushou_cli.formats.blanks.places import Range, cells_of, ranges, text_of
from liushou_cli.formats.blanks.workbook import Workbook
from liushou_cli.formats.office.xml import Element, named, plain

_ELSEWHERE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!(.+)")


def lists_of(book: Workbook, root: Element) -> Iterator[tuple[Range, tuple[str, ...]]]:
    """Every list validation, also of the newer kind that reaches into another sheet."""
    for one in named(root, "dataValidation"):
        if one.get("type") != "list":
            continue
        formula = next(named(one, "formula1"), None)
        where = one.get("sqref") or next((area.text or "" for area in named(one, "sqref")), "")
        words = _words(book, root, plain(formula) if formula is not None else "")
        for area in ranges(where) if words else ():
            yield area, words


def _words(book: Workbook, root: Element, formula: str) -> tuple[str, ...]:
    if formula.startswith('"'):
        return tuple(
            word.strip() for word in formula.strip('"').replace("，", ",").split(",") if word.strip()
        )
    formula = book.names.get(formula, formula)
    if there := _ELSEWHERE.fullmatch(formula):
        name = (there[1] or there[2]).replace("''", "'")
        part = next((sheet.part for sheet in book.sheets if sheet.name == name), "")
        return _words(book, book.root(part), there[3]) if part else ()
    found = ranges(formula)
    if not found:
        return ()
    top, left, bottom, right = found[0]
    words = [
        text_of(book, cell).strip()
        for row, col, cell in cells_of(root)
        if top <= row <= bottom and left <= col <= right
    ]
    return tuple(word for word in words[:200] if word)
