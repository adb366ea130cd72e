"""An Excel form: its marks cell by cell, and which rows are repeated.

A tag opened in one cell and closed in another means the rows from the one to the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from liushou_cli.formats.forms.marks import MARK, Tag, straight, unfinished
from liushou_cli.formats.forms.repeated import Block, Cell, blocks_of, complete
from liushou_cli.formats.forms.skeleton import Form, Line, Wrong
from liushou_cli.formats.office import package
from liushou_cli.formats.office.book import Book, Tab
from liushou_cli.formats.office.cells import holder, numbered, text_of
from liushou_cli.formats.office.xml import named, written

# In what the skeleton prints: a row begins, a row stays although there is nothing for it, a cell and its text.
ROW, SPARE, CELL, TEXT, STOP, BREAK = "\x0e", "\x0f", "\x10", "\x11", "\x12", "\x13"
_DRAWN = re.compile(r"xl/(drawings/drawing|charts/chart|comments)\d*\.xml")
_MARKUP = re.compile(r"<[^>]*>")


def read(file: str, data: bytes) -> tuple[Form, list[Wrong]]:
    """The form, and what keeps its marks from being read. Raises as :func:`package.opened`."""
    parts = package.opened(file, data, "xlsx").parts
    book = Book(file, parts)
    lines: list[Line] = []
    wrong: list[Wrong] = []
    for number, sheet in enumerate(book.sheets):
        root = book.root(sheet.part)
        cells = list(_marked(root, book.strings))
        blocks, faults = blocks_of(cells, sheet)
        wrong += faults
        if blocks and complete(root, blocks):
            parts[sheet.part] = written(root)
        lines += _lines(number, sheet, root, cells, blocks)
    for part, content in parts.items():
        if _DRAWN.fullmatch(part) and (found := MARK.search(_MARKUP.sub("", content.decode("utf-8-sig")))):
            wrong.append(Wrong(part, "这个地方的标记填不了", "标记写在格子里", found[0]))
    return Form(file, ".xlsx", parts, tuple(lines)), wrong


def _marked(root: Any, strings: list[Any]) -> Iterator[Cell]:
    for number, row in numbered(root):
        for cell in named(row, "c"):
            text = straight(text_of(holder(cell, strings)))
            if MARK.search(text) or unfinished(text) or re.search("[｛｝]", text):
                yield Cell(number, cell.get("r") or "", text.replace("\r", "").replace("\n", BREAK))


def _lines(number: int, sheet: Tab, root: Any, cells: list[Cell], blocks: list[Block]) -> Iterator[Line]:
    if not blocks:
        yield from (_line(number, sheet, cell, []) for cell in cells)
        return
    held: defaultdict[int, list[Cell]] = defaultdict(list)
    moved: defaultdict[Cell, list[Tag]] = defaultdict(list)
    before: defaultdict[int, list[Line]] = defaultdict(list)
    ends: defaultdict[int, list[Block]] = defaultdict(list)
    for cell in cells:
        held[cell.row].append(cell)
    for block in blocks:
        ends[block.last].append(block)
        for cell, tag in block.tags:
            moved[cell].append(tag)
        for cell, tag in block.tags[:-1]:
            before[cell.row].append(Line(tag.text, f"{sheet.name}!{cell.name}"))
    for row, _ in numbered(root):
        yield from before[row]
        yield Line(f"{ROW}{number}:{row}{STOP}", f"{sheet.name}!第 {row} 行")
        yield from (_line(number, sheet, cell, moved[cell]) for cell in held[row])
        for block in sorted(ends[row], key=lambda one: -one.first):
            yield from _end(number, sheet, block)


def _end(number: int, sheet: Tab, block: Block) -> Iterator[Line]:
    """Where there is nobody to print, one empty copy of the rows stays: a form keeps its lines."""
    cell, tag = block.tags[-1]
    place = f"{sheet.name}!{cell.name}"
    if tag.word == "endfor" and len(block.tags) == 2:
        yield Line("{% else %}", place)
        for row in range(block.first, block.last + 1):
            yield Line(f"{SPARE}{number}:{row}{STOP}", place)
    yield Line(tag.text, place)


def _line(number: int, sheet: Tab, cell: Cell, moved: list[Tag]) -> Line:
    text = cell.text
    for tag in sorted(moved, key=lambda one: -one.start):
        text = text[: tag.start] + text[tag.end :]
    return Line(f"{CELL}{number}:{cell.name}{TEXT}{text}{STOP}", f"{sheet.name}!{cell.name}")
