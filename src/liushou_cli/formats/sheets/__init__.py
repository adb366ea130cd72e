"""Workbooks and CSV that others made: bytes in, plain grids out. The one door to python-calamine.

Read by what the bytes are, never by the file's name; within limits (:mod:`limits`), and the workbook in a
process of its own (:mod:`process`), because a hostile one can abort the reader or eat all memory.
"""

from liushou_cli.domain.grid import Grid
from liushou_cli.errors import BadInput
from liushou_cli.formats.sheets import kinds, limits, process, text


def read(content: bytes) -> list[Grid]:
    """The visible sheets that hold anything, and our own hidden one; a CSV is one sheet without a name.

    Raises :class:`BadInput`, one sentence, for what is no table or breaks a limit.
    """
    kind = kinds.kind_of(content)
    grids = [text.read(content)] if kind == "text" else process.read(content, kind)
    filled = [grid for grid in grids if any(value is not None for row in grid.rows for value in row)]
    if not filled:
        raise BadInput("这张表是空的", "打开看看，是不是存错了文件")
    return filled


__all__ = ["limits", "read"]
