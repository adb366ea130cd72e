"""Text that reads without a fault, and yet surely not as it was meant."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from liushou_cli.store.yaml_text import Mapping, Node, Scalar, Sequence

# Zero-width, bidi controls (Trojan Source), soft hyphen, exotic line breaks.
_INVISIBLE = re.compile(
    "[\u00ad\u0085\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_HASH = re.compile(r" +#[^\s#][^\n\r]*")
_WIDE_COLON = re.compile(r"^\s*[\w·（）()]{1,12}：", re.MULTILINE)


class Suspect(NamedTuple):
    """``line`` counts from 1."""

    line: int
    check: str
    message: str
    hint: str


def suspects(text: str, root: Mapping) -> Iterator[Suspect]:
    """What a person should look at again, each at the line it stands on."""
    for found in _INVISIBLE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        code = f"U+{ord(found.group()):04X}"
        yield Suspect(
            line,
            "invisible",
            f"有看不见的字符 {code}：{_excerpt(text, line)}",
            "删掉它，或把这个词重新打一遍",
        )
    for scalar in _scalars(root):
        if scalar.style is None and scalar.end > scalar.start:
            yield from _cut(text, scalar)
            yield from _swallowed(text, scalar)


def _cut(text: str, scalar: Scalar) -> Iterator[Suspect]:
    """``三组 #5号``: by the standard the value ends before the hash."""
    if found := _HASH.match(text, scalar.end):
        lost = found.group().strip()
        shown = lost if len(lost) <= 16 else lost[:16] + "…"
        line = text.count("\n", 0, scalar.end) + 1
        hint = "要留下就给整个值加上双引号；是注释就在 # 后面空一格"
        yield Suspect(line, "cut", f"“{shown}”被当成注释，不在记录里", hint)


def _swallowed(text: str, scalar: Scalar) -> Iterator[Suspect]:
    """A line with a full-width colon becomes the tail of the value above it."""
    written = text[scalar.start : scalar.end]
    first = written.find("\n") + 1
    if first and (found := _WIDE_COLON.search(written, first)):
        line = text.count("\n", 0, scalar.start + found.end()) + 1
        message = f"冒号是全角的，这一行被并进了上一行：{_excerpt(text, line)}"
        yield Suspect(line, "colon", message, "换成半角冒号，后面空一格；真是上一行的话，就接在上一行后面写")


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for key, value in node.entries.values():
            yield key
            yield from _scalars(value)


def _excerpt(text: str, line: int) -> str:
    content = _INVISIBLE.sub("\N{WHITE SQUARE}", text.split("\n")[line - 1]).strip()
    return content if len(content) <= 24 else content[:24] + "…"
