"""The zip archive that a .docx or .xlsx is, opened as a stranger's: counted, bounded, and only as data."""

import contextlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from liushou_cli.errors import BadInput, Refused
from liushou_cli.formats.forms.xml import tree

MOST, MOST_TEXT, PARTS = 64 * 1024 * 1024, 16 * 1024 * 1024, 2000  # bytes of all, of one text; parts
_TEXTS = (".xml", ".rels", ".vml")
_OLD = bytes.fromhex("d0cf11e0a1b11ae1")  # a .doc or .xls, and every file that has a password
_TEMPLATES = ("macroEnabled", "vbaProject", "activeX")
_DECLARED = re.compile(r"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_OUTSIDE = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>", re.ASCII)
_ATTRIBUTE = re.compile(r"""\b(Type|Target|TargetMode)\s*=\s*["']([^"']*)""")
_LINKS = ("http://", "https://", "mailto:")


class Kind(NamedTuple):
    """``main`` names the part that such a file is made around."""

    suffix: str
    program: str
    main: str


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        ".docx": Kind(".docx", "Word", "word/document.xml"),
        ".xlsx": Kind(".xlsx", "Excel", "xl/workbook.xml"),
    }
)


def opened(name: str, data: bytes) -> dict[str, bytes]:
    """The parts of the form called *name*, in their order.

    Raises :class:`BadInput` for what is no such file, :class:`Refused` for what could do more than be read:
    macros, links to files elsewhere, a document type, an archive that unfolds without end.
    """
    kind = KINDS["." + name.rsplit(".", 1)[-1].lower()]
    if data.startswith(_OLD):
        raise BadInput(
            f"{name} 是旧格式的文件，或者加了密码",
            f"在 {kind.program}、WPS 里另存为 {kind.suffix[1:]}，不设密码",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _read(name, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise BadInput(
            f"{name} 不是 {kind.program} 文件，或者没有传完整",
            f"在 {kind.program}、WPS 里打开，另存为 {kind.suffix[1:]}",
        ) from None
    if kind.main not in parts:
        raise BadInput(f"{name} 里没有 {kind.program} 的内容", f"要一份 {kind.suffix[1:]} 文件")
    for part, content in parts.items():
        _harmless(name, part, content)
    return parts


def parsed(name: str, part: str, content: bytes) -> Any:
    """The tree of one part. Raises :class:`BadInput`."""
    try:
        return tree(content)
    except ValueError:
        raise BadInput(f"{name} 的 {part} 读不懂", "在 Word、Excel 或 WPS 里打开，另存一份") from None


@contextlib.contextmanager
def understood(name: str) -> Iterator[None]:
    """Turns whatever a part says that cannot be so into :class:`BadInput`: no office program wrote it."""
    try:
        yield
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError):
        raise BadInput(f"{name} 里有读不懂的地方", "在 Word、Excel 或 WPS 里打开，另存一份") from None


def _read(name: str, archive: zipfile.ZipFile) -> dict[str, bytes]:
    members = [one for one in archive.infolist() if not one.is_dir()]
    long = any(one.file_size > MOST_TEXT for one in members if one.filename.lower().endswith(_TEXTS))
    if long or len(members) > PARTS or sum(one.file_size for one in members) > MOST:
        raise Refused(f"{name} 展开以后太大，不打开", "请发表的人重新存一份")
    if len({one.filename.lower() for one in members}) < len(members):
        raise Refused(f"{name} 里有两个同名的部分，不打开", "请发表的人重新存一份")
    return {one.filename: archive.read(one) for one in members}


def _harmless(name: str, part: str, content: bytes) -> None:
    if any(word.lower() in part.lower() for word in _TEMPLATES):
        raise Refused(f"{name} 带着宏，不打开", "另存为不带宏的 docx 或 xlsx")
    if not part.lower().endswith(_TEXTS):
        return
    text = _text(name, part, content)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Refused(f"{name} 的 {part} 里有文档类型声明，不打开", "请发表的人重新存一份")
    if part == "[Content_Types].xml" and any(word in text for word in _TEMPLATES):
        raise Refused(f"{name} 带着宏，不打开", "另存为不带宏的 docx 或 xlsx")
    if part.lower().endswith(".rels"):
        _inside(name, text)


def _text(name: str, part: str, content: bytes) -> str:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = ""
    declared = _DECLARED.match(text)
    if (content and not text) or (declared and declared[1].lower() not in ("utf-8", "utf-16", "us-ascii")):
        raise BadInput(f"{name} 的 {part} 不是 UTF-8 的文字", "在 Word、Excel 或 WPS 里打开，另存一份")
    return text


def _inside(name: str, relations: str) -> None:
    """Links that are clicked may lead to a page; nothing that is fetched unasked may come from elsewhere."""
    for found in _OUTSIDE.finditer(relations):
        told = dict(_ATTRIBUTE.findall(found[0]))
        clicked = told.get("Type", "").endswith("/hyperlink") and told.get("Target", "").startswith(_LINKS)
        if told.get("TargetMode", "").lower() == "external" and not clicked:
            raise Refused(
                f"{name} 里有指向别处的内容（{told.get('Target', '')[:60]}），不打开",
                "去掉外面的图片、模板或链接再用",
            )
