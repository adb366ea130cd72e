"""Rows put into a table of a Word document: like another one, and empty."""

from collections.abc import Iterator
from copy import deepcopy

from liushou_cli.domain.blanks.grid import NewRows
from liushou_cli.formats.blanks import runs
from liushou_cli.formats.blanks.pieces import text_of
from liushou_cli.formats.blanks.word_table import nearest, paragraphs_of, rows_of
from liushou_cli.formats.office.xml import Element, local, named

_PERSONAL = ("paraId", "textId")  # a row's own numbers: a copy must not bear them
_MARKS = {"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr"}


def insert(table: Element, one: NewRows) -> None:
    lines = rows_of(table)
    pattern = lines[one.like - 1]
    for _ in range(one.number):
        row = deepcopy(pattern)
        for element in list(row.iter()):
            parent = element.getparent()
            if local(element) in _MARKS and parent is not None:
                parent.remove(element)
            for key in [key for key in element.attrib if str(key).endswith(_PERSONAL)]:
                del element.attrib[key]
        lines[one.after - 1].addnext(row)
        for cell in _cells_of_row(row):
            paragraphs = [one for one in paragraphs_of(cell) if local(one) == "p"]
            if text_of(paragraphs).strip():
                runs.put(paragraphs, "", None)


def _cells_of_row(row: Element) -> Iterator[Element]:
    return (cell for cell in named(row, "tc") if nearest(cell, "tr") is row)
