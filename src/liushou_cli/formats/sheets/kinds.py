"""What a file is, told from its bytes; and whether it is safe to unpack."""

import io
import re
import zipfile
from collections.abc import Iterator

from liushou_cli.errors import BadInput
from liushou_cli.formats.sheets import limits

_RESAVE = "用 Excel 或 WPS 打开，另存为 xlsx 再导入"
_ONE_SHEET = "只留要导入的那张表，另存一份"
_OTHERS = (
    (b"%PDF", "这是 PDF，不是表格"),
    (b"\x89PNG", "这是图片，不是表格"),
    (b"\xff\xd8\xff", "这是图片，不是表格"),
    (b"Rar!", "这是压缩包，不是表格"),
    (b"7z\xbc\xaf", "这是压缩包，不是表格"),
    (b"\x1f\x8b", "这是压缩包，不是表格"),
    (b"{\\rtf", "这是 RTF 文档，不是表格"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CELL = re.compile(
    rb"""<(?:[\w.-]+:)?c\s(?:[^>]*?\s)?r\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["'](?:[^>]*[^>/])?>"""
)
_ENCRYPTED = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"


def kind_of(content: bytes) -> str:
    """``zip`` (xlsx, ods), ``ole`` (xls) or ``text``. Raises :class:`BadInput` for anything else."""
    if len(content) > limits.FILE:
        raise BadInput(f"文件有 {len(content) >> 20} MiB，最多读 {limits.FILE >> 20} MiB", _ONE_SHEET)
    if not content.strip(b"\0 \t\r\n"):
        raise BadInput("这个文件是空的", "打开看看，是不是存错了文件")
    for start, sentence in _OTHERS:
        if content.startswith(start):
            raise BadInput(sentence, "导入 xlsx、xls、ods 或 csv")
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise BadInput("这个表格设了密码，打不开", "用 Excel 或 WPS 打开，去掉密码，另存一份")
        return "ole"
    if content.startswith(b"PK"):
        _look_into(content)
        return "zip"
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise BadInput("这是网页格式的表（名字像表格，内容是 HTML 或 XML）", _RESAVE)
    return "text"


def _look_into(content: bytes) -> None:
    """Refuse a zip that is no workbook, unpacks to too much, or has a cell far away from all others."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if len(parts) > limits.PARTS or sum(part.file_size for part in parts) > limits.UNPACKED:
                raise BadInput(
                    f"这个文件解开超过 {limits.UNPACKED >> 20} MiB，不像一张花名册，没有读",
                    _ONE_SHEET,
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
        raise BadInput("这个表格文件坏了，打不开", _RESAVE) from None


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
                raise BadInput("这个表格文件坏了，解开的比写的多", _RESAVE)
            whole = rest + piece
            for found in _CELL.finditer(whole):
                yield found[1].upper(), int(found[2])
            rest = whole[-512:]


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number
