"""A workbook is read in a process of its own: one that aborts, hangs or swells takes nothing with it."""

import json
import subprocess
import sys
from datetime import date, datetime
from typing import Any

from liushou_cli.domain.grid import Grid, Merge, Value
from liushou_cli.errors import BadInput
from liushou_cli.formats.sheets import limits

# -P: no module is looked for in the folder we stand in, which may be a stranger's.
_CHILD = ("-P", "-m", "liushou_cli.formats.sheets")
_RESAVE = "用 Excel 或 WPS 打开，只留要导入的那张表，另存为 xlsx 再导入"


def read(content: bytes, kind: str) -> list[Grid]:
    """The visible sheets of a workbook. Raises :class:`BadInput` for whatever goes wrong."""
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter, fixed arguments, no shell
            [sys.executable, *_CHILD, kind], input=content, capture_output=True, timeout=limits.SECONDS, check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise BadInput(f"这个表格读了 {limits.SECONDS:g} 秒还没有读完，停了", _RESAVE) from None
    if done.returncode:
        raise BadInput("这个表格读到一半停了：文件坏了，或者有一格离得太远", _RESAVE)
    answer = json.loads(done.stdout)
    if "fault" in answer:
        raise BadInput(*answer["fault"])
    return [_grid(one) for one in answer["sheets"]]


def _grid(raw: dict[str, Any]) -> Grid:
    rows = [[_value(value) for value in row] for row in raw["rows"]]
    width = max((len(row) for row in rows), default=0)
    padded = tuple(tuple([*row, *[None] * (width - len(row))]) for row in rows)
    return Grid(raw["name"], padded, tuple(Merge(*merge) for merge in raw["merges"]))


def _value(raw: Any) -> Value:
    """Dates travel as ``["2013-10-12"]`` or ``["2013-10-12T08:00:00"]``, whole numbers as floats."""
    if isinstance(raw, list):
        return datetime.fromisoformat(raw[0]) if "T" in raw[0] else date.fromisoformat(raw[0])
    return None if raw == "" else float(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw
