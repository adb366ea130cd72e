"""The zip archive that a .docx or .xlsx is, opened as a stranger's: counted, bounded, and only as data.

Limits: a form of a school is some tens of kilobytes. What unfolds to more than ``MOST`` bytes, or (above a
megabyte) to more than ``RATIO`` times its size, was not made to be filled in.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from liushou_cli.errors import BadInput, Refused
from liushou_cli.formats.office.harmless import TEXTS, must_be_harmless

MOST, MOST_TEXT, PARTS = 64 * 1024 * 1024, 16 * 1024 * 1024, 2000  # bytes of all, of one text; parts
RATIO = 200
_OLD = bytes.fromhex("d0cf11e0a1b11ae1")  # a .doc or .xls, and every file that has a password
_PROGRAMS = MappingProxyType({"docx": "Word", "xlsx": "Excel"})
_SAVE_AS = "用 Word、Excel 或 WPS 打开，另存为 docx 或 xlsx"
_AGAIN = "请发表的人重新存一份"


class Package(NamedTuple):
    """``kind`` is docx or xlsx; ``parts`` their content by name, in the order of the archive."""

    kind: str
    parts: dict[str, bytes]


def opened(name: str, data: bytes, kind: str = "") -> Package:
    """The parts of the form called *name*, told by what is in it; *kind*: it is to be such a file.

    Raises :class:`BadInput` for what is no such file, :class:`Refused` for what could do more than be read:
    macros, links to files elsewhere, a document type, an archive that unfolds without end.
    """
    if data.startswith(_OLD):
        raise BadInput(f"{name} 是旧格式的文件（doc、xls、wps、et），或者加了密码", f"{_SAVE_AS}，不设密码")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _read(name, archive, len(data))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise BadInput(f"{name} 不是 Word 或 Excel 文件，或者没有传完整", _SAVE_AS) from None
    found = _kind(parts)
    if not found or kind not in ("", found):
        program = _PROGRAMS.get(kind, "Word 或 Excel")
        raise BadInput(f"{name} 里没有 {program} 的内容", f"要一份 {kind or 'docx 或 xlsx'} 文件")
    must_be_harmless(name, parts)
    return Package(found, parts)


def _kind(parts: Mapping[str, bytes]) -> str:
    if any(part.startswith("xl/worksheets/") for part in parts):
        return "xlsx"
    return "docx" if "word/document.xml" in parts else ""


def _read(name: str, archive: zipfile.ZipFile, size: int) -> dict[str, bytes]:
    members = [one for one in archive.infolist() if not one.is_dir()]
    total = sum(one.file_size for one in members)
    long = any(one.file_size > MOST_TEXT for one in members if one.filename.lower().endswith(TEXTS))
    dense = total > 1024 * 1024 and total > RATIO * size
    if long or dense or len(members) > PARTS or total > MOST:
        raise Refused(f"{name} 展开以后太大，不打开", _AGAIN)
    if len({one.filename.lower() for one in members}) < len(members):
        raise Refused(f"{name} 里有两个同名的部分，不打开", _AGAIN)
    return {one.filename: _member(archive, one) for one in members}


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Never more than the archive's table promised: read in one go, a lying one would unfold whole."""
    with archive.open(member) as stream:
        content = stream.read(member.file_size + 1)
    if len(content) != member.file_size:
        raise zipfile.BadZipFile(member.filename)
    return content
