"""The other end of :mod:`liushou_cli.formats.sheets.process`: a workbook in, JSON out, bounded in memory."""

import contextlib
import importlib
import io
import json
import sys
from datetime import date, datetime
from typing import Any

import python_calamine as calamine

from liushou_cli.formats.sheets import limits

_RESAVE = "用 Excel 或 WPS 打开，另存为 xlsx 再导入"


class _Fault(Exception):
    """A sentence and what to do."""


def main() -> None:
    content = sys.stdin.buffer.read()
    _limit()
    try:
        answer: dict[str, Any] = {"sheets": _sheets(content)}
    except _Fault as fault:
        answer = {"fault": list(fault.args)}
    except calamine.PasswordError:
        answer = {"fault": ["这个表格设了密码，打不开", "用 Excel 或 WPS 打开，去掉密码，另存一份"]}
    except (calamine.CalamineError, OSError, ValueError):
        answer = {"fault": ["这个表格文件坏了，打不开", _RESAVE]}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))


def _sheets(content: bytes) -> list[dict[str, Any]]:
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    shown = [
        one.name
        for one in book.sheets_metadata
        if (one.visible == calamine.SheetVisibleEnum.Visible or one.name == limits.REMEMBERED)
        and one.typ == calamine.SheetTypeEnum.WorkSheet
    ]
    if len(shown) > limits.SHEETS:
        raise _Fault(f"表格里有 {len(shown)} 张表，最多读 {limits.SHEETS} 张", "只留要导入的那张表，另存一份")
    return [_sheet(book.get_sheet_by_name(name), name) for name in shown]


def _sheet(sheet: calamine.CalamineSheet, name: str) -> dict[str, Any]:
    rows, columns = sheet.total_height, sheet.total_width
    if rows > limits.ROWS or columns > limits.COLUMNS or rows * columns > limits.CELLS:
        raise _Fault(
            f"表“{name}”有 {rows} 行、{columns} 列，最多读 {limits.ROWS} 行、{limits.COLUMNS} 列，没有读",
            "删掉右边和下面多余的行列，另存一份",
        )
    merges = [[*first, *last] for first, last in sheet.merged_cell_ranges or ()]
    cells = [[_plain(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    return {"name": name, "rows": cells, "merges": merges}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value[: limits.LETTERS]
    if isinstance(value, datetime) and value.time() == value.min.time():
        return [value.date().isoformat()]
    if isinstance(value, date):
        return [value.isoformat()]
    return value if isinstance(value, int | float | bool) else str(value)


def _limit() -> None:
    """Where the system knows such limits, no more memory than a large roster takes."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        resource = importlib.import_module("resource")  # not on Windows
        resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
