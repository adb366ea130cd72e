"""An Excel form: its marks cell by cell, and which rows are repeated.

A tag opened in one cell and closed in another means the rows from the one to the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from liushou_cli.formats.forms import package
from liushou_cli.formats.forms.marks import BETWEEN, CLOSES, MARK, OPENS, Tag, loose, straight, unfinished
from liushou_cli.formats.forms.sheets import Sheet, holder, numbered, shared, sheets, text_of
from liushou_cli.formats.forms.skeleton import Form, Line, Wrong, shortened
from liushou_cli.formats.forms.xml import S, element, written

# In what the skeleton prints: a row begins, a row stays although there is nothing for it, a cell and its text.
ROW, SPARE, CELL, TEXT, STOP, BREAK = "\x0e", "\x0f", "\x10", "\x11", "\x12", "\x13"
_DRAWN = re.compile(r"xl/(drawings/drawing|charts/chart|comments)\d*\.xml")
_MOST = 200  # rows that one tag may stand for
_MARKUP = re.compile(r"<[^>]*>")


class _Cell(NamedTuple):
    row: int
    name: str
    text: str


class _Block(NamedTuple):
    """Tags that stand for rows: where each stands, the opening one first."""

    tags: list[tuple[_Cell, Tag]]

    @property
    def first(self) -> int:
        return self.tags[0][0].row

    @property
    def last(self) -> int:
        return self.tags[-1][0].row


def read(file: str, data: bytes) -> tuple[Form, list[Wrong]]:
    """The form, and what keeps its marks from being read. Raises as :func:`package.opened`."""
    parts = package.opened(file, data)
    strings = shared(file, parts)
    lines: list[Line] = []
    wrong: list[Wrong] = []
    for number, sheet in enumerate(sheets(file, parts)):
        root = package.parsed(file, sheet.part, parts[sheet.part])
        cells = list(_marked(root, strings))
        blocks, faults = _blocks(cells, sheet)
        wrong += faults
        if blocks and _complete(root, blocks):
            parts[sheet.part] = written(root)
        lines += _lines(number, sheet, root, cells, blocks)
    for part, content in parts.items():
        if _DRAWN.fullmatch(part) and (found := MARK.search(_MARKUP.sub("", content.decode("utf-8-sig")))):
            wrong.append(Wrong(part, "这个地方的标记填不了", "标记写在格子里", found[0]))
    return Form(file, ".xlsx", parts, tuple(lines)), wrong


def _marked(root: Any, strings: list[Any]) -> Iterator[_Cell]:
    for number, row in numbered(root):
        for cell in row.iter(f"{S}c"):
            text = straight(text_of(holder(cell, strings)))
            if MARK.search(text) or unfinished(text) or re.search("[｛｝]", text):
                yield _Cell(number, cell.get("r") or "", text.replace("\r", "").replace("\n", BREAK))


def _blocks(cells: list[_Cell], sheet: Sheet) -> tuple[list[_Block], list[Wrong]]:
    held: list[_Block] = []
    found: list[_Block] = []
    for cell in cells:
        for tag in loose(cell.text):
            if tag.word in OPENS:
                held.append(_Block([(cell, tag)]))
                found.append(held[-1])
            elif held and tag.word in BETWEEN | CLOSES:
                held[-1].tags.append((cell, tag))
                if tag.word in CLOSES:
                    held.pop()
    wrong = [
        (one.tags[0], "在这张工作表里配不上对", "同一张工作表里写上它的 endfor 或 endif") for one in held
    ]
    wrong += [
        (one.tags[0], f"要重复的超过 {_MOST} 行", "endfor 写在要重复的最后一行里")
        for one in found
        if one.last - one.first >= _MOST
    ]
    faults = [
        Wrong(f"{sheet.name}!{cell.name}", f"{tag.text} {message}", hint, shortened(cell.text))
        for (cell, tag), message, hint in wrong
    ]
    return [] if faults else found, faults


def _complete(root: Any, blocks: list[_Block]) -> bool:
    """Rows that a file leaves out because they are empty are made where they are to be repeated."""
    present = dict(numbered(root))
    lacking = {row for one in blocks for row in range(one.first, one.last + 1)} - set(present)
    for row in sorted(lacking):
        before = row - 1  # the first row of a block holds its tag, so there is one
        made = element(f"{S}row", r=str(row))
        present[before].addnext(made)
        present[row] = made
    return bool(lacking)


def _lines(number: int, sheet: Sheet, root: Any, cells: list[_Cell], blocks: list[_Block]) -> Iterator[Line]:
    if not blocks:
        yield from (_line(number, sheet, cell, []) for cell in cells)
        return
    held: defaultdict[int, list[_Cell]] = defaultdict(list)
    moved: defaultdict[_Cell, list[Tag]] = defaultdict(list)
    before: defaultdict[int, list[Line]] = defaultdict(list)
    ends: defaultdict[int, list[_Block]] = defaultdict(list)
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


def _end(number: int, sheet: Sheet, block: _Block) -> Iterator[Line]:
    """Where there is nobody to print, one empty copy of the rows stays: a form keeps its lines."""
    cell, tag = block.tags[-1]
    place = f"{sheet.name}!{cell.name}"
    if tag.word == "endfor" and len(block.tags) == 2:
        yield Line("{% else %}", place)
        for row in range(block.first, block.last + 1):
            yield Line(f"{SPARE}{number}:{row}{STOP}", place)
    yield Line(tag.text, place)


def _line(number: int, sheet: Sheet, cell: _Cell, moved: list[Tag]) -> Line:
    text = cell.text
    for tag in sorted(moved, key=lambda one: -one.start):
        text = text[: tag.start] + text[tag.end :]
    return Line(f"{CELL}{number}:{cell.name}{TEXT}{text}{STOP}", f"{sheet.name}!{cell.name}")
