"""Whether a zip is a workbook, and one that can be unpacked without harm."""

import io
import re
import zipfile
from collections.abc import Iterator

from liushou_cli.errors import BadInput
from liushou_cli.formats.sheets import limits

RESAVE = "用 Excel 或 WPS 打开，另存为 xlsx 再导入"
ONE_SHEET = "只留要导入的那张表，另存一份"
_CELL = re.compile(
    rb"""<(?:[\w.-]+:)?c\s(?:[^>]*?\s)?r\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["'](?:[^>]*[^>/])?>"""
)


def must_be_workbook(content: bytes) -> None:
    """Refuse a zip that is no workbook, unpacks to too much, or has a cell far away from all others."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if len(parts) > limits.PARTS or sum(part.file_size for part in parts) > limits.UNPACKED:
                raise BadInput(
                    f"这个文件解开超过 {limits.UNPACKED >> 20} MiB，不像一张花名册，没有读",
                    ONE_SHEET,
                )
            if any(name.startswith("word/") for name in names):
                raise BadInput(
                    "这是 Word 文档，不是表格", "把里面的表格复制到 Excel 或 WPS 表格里，存成 xlsx"
                )
            if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
                raise BadInput("这是压缩包，里面没有表格", "导入 xlsx、xls、ods 或 csv")
            for part in parts:
                if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
                    _near_enough(archive, part)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise BadInput("这个表格文件坏了，打不开", RESAVE) from None


def _near_enough(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """A cell that holds something must lie within the limits: the reader lays out every cell up to it."""
    for column, row in _cells(archive, part):
        if row > limits.ROWS or len(column) > 2 or _number(column) > limits.COLUMNS:
            raise BadInput(
                f"表里 {column.decode()}{row} 格有内容，离得太远（最多读 {limits.ROWS} 行、{limits.COLUMNS} 列）",
                "删掉那一格所在的行和列，另存一份",
            )


def _cells(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """The farthest cells of each piece of the sheet."""
    read, rest = 0, b""
    with archive.open(part) as stream:
        while piece := stream.read(1 << 20):
            read += len(piece)
            if read > limits.UNPACKED:  # the directory of the zip lied
                raise BadInput("这个表格文件坏了，解开的比写的多", RESAVE)
            whole = rest + piece
            for found in _CELL.finditer(whole):
                yield found[1].upper(), int(found[2])
            rest = whole[-512:]


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number
