"""Which rows of a sheet are repeated: those from a tag to the one that closes it."""

from typing import Any, NamedTuple

from liushou_cli.formats.forms.marks import BETWEEN, CLOSES, OPENS, Tag, loose
from liushou_cli.formats.forms.skeleton import Wrong, shortened
from liushou_cli.formats.office.book import Tab
from liushou_cli.formats.office.cells import numbered
from liushou_cli.formats.office.xml import alike

_MOST = 200  # rows that one tag may stand for


class Cell(NamedTuple):
    row: int
    name: str
    text: str


class Block(NamedTuple):
    """Tags that stand for rows: where each stands, the opening one first."""

    tags: list[tuple[Cell, Tag]]

    @property
    def first(self) -> int:
        return self.tags[0][0].row

    @property
    def last(self) -> int:
        return self.tags[-1][0].row


def blocks_of(cells: list[Cell], sheet: Tab) -> tuple[list[Block], list[Wrong]]:
    held: list[Block] = []
    found: list[Block] = []
    for cell in cells:
        for tag in loose(cell.text):
            if tag.word in OPENS:
                held.append(Block([(cell, tag)]))
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


def complete(root: Any, blocks: list[Block]) -> bool:
    """Rows that a file leaves out because they are empty are made where they are to be repeated."""
    present = dict(numbered(root))
    lacking = {row for one in blocks for row in range(one.first, one.last + 1)} - set(present)
    for row in sorted(lacking):
        before = row - 1  # the first row of a block holds its tag, so there is one
        made = alike(present[before], "row", r=str(row))
        present[before].addnext(made)
        present[row] = made
    return bool(lacking)
