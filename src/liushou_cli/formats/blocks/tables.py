"""Table tokens -> a table, or a form whose `<` and `^` cells are joined to their neighbours."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from liushou_cli.formats.blocks.faults import fault
from liushou_cli.formats.blocks.inline import runs
from liushou_cli.formats.document import Cell, Form, Runs, Table

_BAR = re.compile(r"(?<!\\)\|")
Place = tuple[int, int]


def table(tokens: Sequence[Token], lines: Sequence[str]) -> Table:
    """``tokens`` from ``table_open`` to ``table_close``; ``lines`` is the whole text."""
    _count_cells(tokens, lines)
    return Table(
        tuple(tuple(runs(cell, _line(cell)) for cell in row) for row in _rows(tokens)), _align(tokens)
    )


def form(tokens: Sequence[Token], lines: Sequence[str], widths: Sequence[float]) -> Form:
    _count_cells(tokens, lines)
    rows, align = _rows(tokens), _align(tokens)
    if len(widths) != len(align):
        raise fault(_line(rows[0][0]), f"表格有 {len(align)} 列，::: 表格 后面却给了 {len(widths)} 个列宽")
    cells = _joined(rows)
    return Form(tuple(tuple(cells.get(i, ())) for i in range(len(rows))), align, tuple(widths))


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _rows(tokens: Sequence[Token]) -> list[list[Token]]:
    rows: list[list[Token]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    return rows


def _align(tokens: Sequence[Token]) -> tuple[str, ...]:
    styles = (str(token.attrGet("style") or "") for token in tokens if token.type == "th_open")
    return tuple(style.removeprefix("text-align:") or "left" for style in styles)


def _count_cells(tokens: Sequence[Token], lines: Sequence[str]) -> None:
    """Markdown drops surplus cells and fills missing ones in silence; here both are faults."""
    columns = sum(token.type == "th_open" for token in tokens)
    for token in tokens:
        if token.type == "tr_open":
            line = _line(token)
            bars = len(_BAR.findall(lines[line - 1].strip().strip("|"))) + 1
            if bars != columns:
                raise fault(line, f"这一行有 {bars} 格，表头有 {columns} 格")


def _joined(rows: list[list[Token]]) -> dict[int, list[Cell]]:
    """Row -> the cells that begin in it."""
    areas: dict[Place, list[Place]] = {}
    owner: dict[Place, Place] = {}
    for r, row in enumerate(rows):
        for c, token in enumerate(row):
            owner[r, c] = _owner(token, (r, c), owner)
            areas.setdefault(owner[r, c], []).append((r, c))
    cells: dict[int, list[Cell]] = {}
    for (r, c), area in areas.items():
        cells.setdefault(r, []).append(_cell(rows[r][c], c, area))
    return cells


def _owner(token: Token, place: Place, owner: dict[Place, Place]) -> Place:
    """Which cell this place belongs to. An escaped `\\<` from a record is text, not a mark."""
    children = token.children or []
    mark = children[0].content if len(children) == 1 and children[0].type == "text" else ""
    if mark not in ("<", "^"):
        return place
    r, c = place
    neighbour = (r, c - 1) if mark == "<" else (r - 1, c)
    if neighbour not in owner:
        raise fault(_line(token), "第一列不能用 <，第一行不能用 ^")
    return owner[neighbour]


def _cell(token: Token, column: int, area: list[Place]) -> Cell:
    (top, left), (bottom, right) = area[0], area[-1]
    down, across = bottom - top + 1, right - left + 1
    if down * across != len(area):
        raise fault(_line(token), "合并的格子不是长方形")
    content: Runs = runs(token, _line(token))
    return Cell(content, column, across, down)
