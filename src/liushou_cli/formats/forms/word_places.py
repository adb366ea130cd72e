"""What to call each paragraph of a Word file, counted as a reader would."""

from collections.abc import Iterator
from typing import Any

from liushou_cli.formats.office.xml import COMPATIBLE, W, within


def places_of(root: Any) -> Iterator[tuple[Any, str]]:
    """Every paragraph that is printed and what to call it: body and tables counted as a reader would."""
    cells = dict(_cells(root))
    number = 0
    for paragraph in root.iter(f"{W}p"):
        if within(paragraph, f"{COMPATIBLE}Fallback") is not None:
            continue
        cell = next((cells[one] for one in paragraph.iterancestors(f"{W}tc") if one in cells), "")
        if within(paragraph, f"{W}txbxContent") is not None:
            yield paragraph, "文本框"
        elif cell:
            yield paragraph, cell
        else:
            number += any(True for _ in paragraph.iter(f"{W}t", f"{W}instrText"))
            yield paragraph, f"第 {number} 段"


def _cells(root: Any) -> Iterator[tuple[Any, str]]:
    """第 1 个表第 3 行第 2 格, of tables that stand in no other."""
    outermost = [one for one in root.iter(f"{W}tbl") if within(one, f"{W}tbl") is None]
    for number, table in enumerate(outermost, 1):
        rows = [one for one in table.iter(f"{W}tr") if within(one, f"{W}tbl") is table]
        for down, row in enumerate(rows, 1):
            cells = [one for one in row.iter(f"{W}tc") if within(one, f"{W}tbl") is table]
            for right, cell in enumerate(cells, 1):
                yield cell, f"第 {number} 个表第 {down} 行第 {right} 格"
