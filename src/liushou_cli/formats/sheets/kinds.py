"""What a file is, told from its bytes."""

from liushou_cli.errors import BadInput
from liushou_cli.formats.sheets import limits
from liushou_cli.formats.sheets.unpacked import ONE_SHEET, RESAVE, must_be_workbook

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
_ENCRYPTED = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"


def kind_of(content: bytes) -> str:
    """``zip`` (xlsx, ods), ``ole`` (xls) or ``text``. Raises :class:`BadInput` for anything else."""
    if len(content) > limits.FILE:
        raise BadInput(f"文件有 {len(content) >> 20} MiB，最多读 {limits.FILE >> 20} MiB", ONE_SHEET)
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
        must_be_workbook(content)
        return "zip"
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise BadInput("这是网页格式的表（名字像表格，内容是 HTML 或 XML）", RESAVE)
    return "text"
