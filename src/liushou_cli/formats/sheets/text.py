"""CSV and its kin: what the characters are, and what stands between the cells."""

import csv
import io

from liushou_cli.domain.grid import Grid
from liushou_cli.errors import BadInput
from liushou_cli.formats.sheets import limits

_BETWEEN = ",\t;，"
_SAMPLE = 20  # lines by which the separator is judged


def read(content: bytes) -> Grid:
    """One sheet of text cells; empty ones are None. Raises as :func:`rows`."""
    found = rows(content)
    width = max((len(row) for row in found), default=0)
    return Grid(
        "", tuple(tuple([*(cell or None for cell in row), *[None] * (width - len(row))]) for row in found)
    )


def rows(content: bytes) -> list[list[str]]:
    """The cells line by line, empty lines kept so that rows keep their numbers.

    Raises :class:`BadInput` for bytes that are no text, and for what breaks a limit.
    """
    text = decode(content)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text))
    found: list[list[str]] = []
    try:
        for line in lines:
            if len(found) >= limits.ROWS or len(line) > limits.COLUMNS:
                raise BadInput(f"表超过 {limits.ROWS} 行或 {limits.COLUMNS} 列，没有读", "分成几份再导入")
            if any(len(cell) > limits.LETTERS for cell in line):
                raise csv.Error
            found.append(line)
    except csv.Error:
        raise BadInput("这个 CSV 里有一个格子长得出奇，没有读", "检查引号是不是少了一边") from None
    return found


def decode(content: bytes) -> str:
    """UTF-16 by its mark or its zeros, else UTF-8 with or without mark, else GB18030 (of which GBK is part)."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadInput("这个文件不是文字，读不出里面的字", "从原来的工具里重新导出，或用 Excel、WPS 另存为 xlsx")


def separator(text: str) -> str:
    """What most of the first lines are cut by, outside quotes."""
    lines = [line for line in text.splitlines()[:_SAMPLE] if line.strip()]
    outside = ["".join(line.split('"')[::2]) for line in lines]
    counts = {mark: sum(line.count(mark) for line in outside) for mark in _BETWEEN}
    best = max(_BETWEEN, key=lambda mark: counts[mark])
    return best if counts[best] else ","


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\0" in content[:4096]:
        return ("utf-16-le", "utf-16-be") if b"\n\0" in content else ("utf-16-be", "utf-16-le")
    return ("utf-8-sig", "gb18030")
