"""The zip package of an .xlsx or .docx from outside, looked at before anything in it is read.

Limits: a form of a school is some tens of kilobytes; what unpacks to more than ``LARGEST`` bytes, or to
more than ``RATIO`` times its size, was not made to be filled in.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

from liushou_cli.errors import BadInput, Refused

LARGEST = 64 * 1024 * 1024
RATIO = 200
MOST_PARTS = 2000
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RELATED = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_HARMLESS = re.compile(rb"relationships/(?:hyperlink|image)\"")


class Parcel(NamedTuple):
    """``kind`` is xlsx or docx; ``parts`` their content by name, in the order of the package."""

    kind: str
    parts: dict[str, bytes]

    def packed(self, changed: Mapping[str, bytes]) -> bytes:
        """The package with *changed* parts in place of the old ones, every other one byte for byte."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), changed.get(name, content), zipfile.ZIP_DEFLATED)
        return target.getvalue()


def opened(data: bytes, name: str) -> Parcel:
    """The parts of the form called *name*. Raises :class:`BadInput`, :class:`Refused` in one sentence."""
    if data.startswith(_OLD):
        raise BadInput(
            f"{name} 是旧格式（xls、et、doc、wps）或加了密码",
            "用 WPS、Excel 或 Word 打开，另存为 xlsx 或 docx",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _unpacked(archive, name, len(data))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError, OSError):
        raise _no_form(name) from None
    except Exception as error:  # zlib has an exception of its own, and a damaged archive finds others
        if isinstance(error, BadInput | Refused):
            raise
        raise _no_form(name) from None
    parcel = Parcel(_kind(parts, name), parts)
    _must_be_plain(parcel, name)
    return parcel


def _unpacked(archive: zipfile.ZipFile, name: str, size: int) -> dict[str, bytes]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    total = sum(member.file_size for member in members)
    too_dense = total > 1024 * 1024 and total > RATIO * size
    if len(members) > MOST_PARTS or total > LARGEST or too_dense:
        raise Refused(f"{name} 解开来太大，不像一张空表", "向发表的人要一份普通的空表")
    if len({member.filename for member in members}) < len(members):
        raise _no_form(name)
    found = {}
    for member in members:
        with archive.open(member) as stream:
            found[member.filename] = stream.read(member.file_size + 1)
        if len(found[member.filename]) != member.file_size:
            raise _no_form(name)
    return found


def _kind(parts: Mapping[str, bytes], name: str) -> str:
    if any(part.startswith("xl/worksheets/") for part in parts):
        return "xlsx"
    if "word/document.xml" in parts:
        return "docx"
    raise _no_form(name)


def _no_form(name: str) -> BadInput:
    return BadInput(
        f"{name} 打不开，不是 xlsx 或 docx，或者文件坏了", "用 WPS、Excel 或 Word 打开，另存为 xlsx 或 docx"
    )


def _must_be_plain(parcel: Parcel, name: str) -> None:
    """Raise :class:`Refused` for what could run or reach out once the filled form is opened."""
    if any(part.lower().endswith(("vbaproject.bin", ".exe", ".dll")) for part in parcel.parts):
        raise Refused(f"{name} 里带有宏（程序），不填", "另存为不带宏的 xlsx 或 docx，再填")
    if any(part.startswith("xl/externalLinks/") for part in parcel.parts) or _reaches_out(parcel):
        raise Refused(
            f"{name} 里有指向别的文件或网络的链接，不填", "在 WPS、Excel 或 Word 里断开链接，保存后再填"
        )
    for part, content in parcel.parts.items():
        if part.endswith((".xml", ".rels", ".vml")) and b"<!DOCTYPE" in content.replace(b"\0", b""):
            raise Refused(f"{name} 里有不该有的声明（DTD），不填", "用 WPS、Excel 或 Word 另存一份，再填")


def _reaches_out(parcel: Parcel) -> bool:
    """Templates, objects or data fetched from elsewhere; a link to click on is harmless."""
    return any(
        b'TargetMode="External"' in related and not _HARMLESS.search(related)
        for part, content in parcel.parts.items()
        if part.endswith(".rels")
        for related in _RELATED.findall(content)
    )
