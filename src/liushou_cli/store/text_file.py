"""Reading one record's bytes, carefully: no links, no surprises of size or encoding."""

import hashlib
import os
import re
from pathlib import Path
from typing import NamedTuple

from liushou_cli.errors import DiskTrouble, reason
from liushou_cli.store.yaml_fault import YamlFault
from liushou_cli.store.yaml_words import conflict

MAX_BYTES = 256 * 1024
_BOM = "\ufeff"
_LONE_CR = re.compile(r"\r(?!\n)")


class TextFile(NamedTuple):
    """``text`` without its BOM; ``digest`` is of the bytes as they stood on the disk."""

    text: str
    bom: bool
    digest: str

    def encoded(self, text: str) -> bytes:
        """New *text* as bytes in the manner of this file."""
        return ((_BOM if self.bom else "") + text).encode("utf-8")


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The file's bytes, at most ``limit + 1`` of them; never follows a link at *path* itself."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    )
    if path.is_symlink():
        raise DiskTrouble(f"{path.name} 是符号链接，不读", "换成真正的文件")
    if path.is_dir():
        raise DiskTrouble(f"{path.name} 是文件夹，不是文件", "换成真正的文件")
    try:
        with os.fdopen(os.open(path, flags), "rb") as stream:
            return stream.read(limit + 1)
    except OSError as error:
        raise DiskTrouble(f"读不了 {path.name}：{reason(error)}", "检查文件是否还在、有没有权限") from None


def read(path: Path) -> TextFile:
    """The text of a record. Raises :class:`DiskTrouble`, or :class:`YamlFault` where it is no text."""
    content = read_bytes(path)
    if len(content) > MAX_BYTES:
        raise YamlFault(
            0, f"文件超过 {MAX_BYTES // 1024} KiB", "一份记录不会这么大，检查是不是放错了文件", "size"
        )
    if found := conflict(decode(content)):
        raise YamlFault(*found)
    return text_of(content, digest(content))


def text_of(content: bytes, digest: str) -> TextFile:
    """*content* as text that stands, or is to stand, where *digest* was read. Raises as :func:`decode`."""
    text = decode(content)
    return TextFile(text.removeprefix(_BOM), text.startswith(_BOM), digest)


def decode(content: bytes) -> str:
    """UTF-8 with or without BOM. Raises :class:`YamlFault` that names the encoding it looks like."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise YamlFault(0, "文件编码是 UTF-16", "用记事本打开，另存为，编码选 UTF-8", "encoding")
    if not content.strip(b"\x00"):
        what = "文件里全是空字节，多半是断电时没有写完" if content else "文件是空的"
        raise YamlFault(0, what, "从备份或历史里找回这份文件", "empty")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        if looks_gbk(content):
            hint = "运行 liushou check --fix 转成 UTF-8，或用记事本打开，另存为，编码选 UTF-8"
            raise YamlFault(line, "文件编码是 GBK（ANSI）", hint, "encoding") from None
        raise YamlFault(line, "这里的字节不是 UTF-8 文字", "从备份或历史里找回这份文件", "encoding") from None
    if lone := _LONE_CR.search(text):
        raise YamlFault(
            text.count("\n", 0, lone.start()) + 1, "换行只有 CR，没有 LF", "用记事本打开，另存一次", "newline"
        )
    return text


def looks_gbk(content: bytes) -> bool:
    """Whether the bytes read as GB18030 text of a record (it has the keys of one)."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return any(word in text for word in ("格式", "编号", "姓名", "班级", "学校", "学期"))
