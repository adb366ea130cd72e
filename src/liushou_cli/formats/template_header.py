"""The few lines between ``---`` and ``---`` at the top of a template, and what can be wrong with them."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from liushou_cli.formats.template_faults import near

SCOPES = ("班级", "学校", "孩子")
_KEYS = ("名称", "范围", "需要", "姓名")


class Fault(NamedTuple):
    """One thing wrong with a template; ``line`` is of its file, 0 for the whole."""

    line: int
    message: str
    hint: str = ""


def header_faults(text: str, parts: Collection[str]) -> list[Fault]:
    """What is wrong with the header of *text*; *parts* are those ``需要`` may name."""
    lines = text.split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        return [Fault(1, "模板没有抬头", "第一行写 ---，接着写 名称: 和 范围:，再写 ---")]
    rows = list(enumerate(lines[1 : lines.index("---", 1)], 2))
    found = {
        key.strip(): (line, value)
        for line, row in rows
        for key, colon, value in [row.partition(":")]
        if colon
    }
    faults = [
        Fault(line, f"抬头里的“{row}”没有冒号", "冒号用半角的 :")
        for line, row in rows
        if row.strip() and ":" not in row
    ]
    faults += [
        Fault(line, f"抬头里没有“{key}”这一项", near(key, _KEYS) or f"只有：{'、'.join(_KEYS)}")
        for key, (line, _) in found.items()
        if key not in _KEYS
    ]
    faults += [
        Fault(1, f"抬头里缺“{key}”", f"加一行 {key}: …")
        for key in ("名称", "范围")
        if not found.get(key, (0, ""))[1].strip()
    ]
    faults += _words(found, "范围", SCOPES)
    faults += _words(found, "需要", parts)
    faults += _words(found, "姓名", ("照写",))
    return faults


def _words(found: dict[str, tuple[int, str]], key: str, known: Collection[str]) -> Iterator[Fault]:
    line, value = found.get(key, (0, ""))
    for word in (word.strip() for word in value.split("、")):
        if word and word not in known:
            yield Fault(line, f"{key}里没有“{word}”", near(word, known) or f"只有：{'、'.join(known)}")
