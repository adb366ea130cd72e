"""A second, independent reading of a record: the one door to ruamel.yaml.

Two YAML readers may take one text for two different things (a tab after a
colon, a line break only one of them knows). A file is only sure when both see
the same. Only the node tree is compared, in which every scalar is text: no
types are resolved and nothing is built.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from liushou_cli.store.yaml_text import Mapping, Node, Scalar, Sequence

_HINT = "给这一行冒号后面的内容加上双引号，或换成最简单的写法"
_TAB_HINT = "把这一行的制表符（Tab）换成空格"

# The part of YAML that both readers share by construction: one line a value, no
# tabs, escapes, block scalars or exotic line breaks. Structure by indentation is
# the same algorithm in both, inherited from PyYAML.
_START = r"0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff“”（）《》，。、；：！？…·—"
_PLAIN = rf"[{_START}](?:[{_START}.\-+/_~%]| (?=[{_START}]))*"
_QUOTED = rf'"[{_START} .\-+/_~%#&*!|>:,\[\]{{}}\']*"'
_KEY = r"[0-9A-Za-z\u4e00-\u9fff\-]{1,30}"
_ATOM = rf"(?:{_PLAIN}|{_QUOTED})"
_LIST = rf"\[(?:{_ATOM}(?:, {_ATOM})*)?\]"
_PAIR = rf"{_KEY}: (?:{_ATOM}|{_LIST})"
_GROUP = rf"\{{(?:{_PAIR}(?:, {_PAIR})*)?\}}"
_VALUE = rf"(?:{_ATOM}|{_GROUP}|\[(?:{_ATOM}|{_GROUP})(?:, (?:{_ATOM}|{_GROUP}))*\]|\[\])"
_LINE = rf" *(?:#[^\r\n\x85\u2028\u2029]*|(?:- )*(?!-)(?:{_KEY}:(?: {_VALUE})?|{_VALUE}))?"
_SIMPLE = re.compile(rf"(?:{_LINE}\r?\n)*(?:{_LINE})?")


class Doubt(NamedTuple):
    """Where the readers part; ``line`` counts from 1."""

    line: int
    message: str
    hint: str


def doubt(text: str, root: Mapping) -> Doubt | None:
    """Where ruamel.yaml disagrees with *root*, our reading of *text*; None where both are one.

    *text* is one our reader accepted: at most 256 KiB, 20 levels, no alias or tag.
    Never raises: whatever ruamel raises is a disagreement.
    """
    if is_simple(text):
        return None
    try:
        other = YAML(typ="safe", pure=True).compose(text)
        parted = next(_differences(root, other), None)
    except Exception as error:  # RecursionError, AssertionError, ValueError, ...: all one answer
        return _doubt(text, _line_of(error), "另一种读法读不懂这里")
    return None if parted is None else _doubt(text, parted.line, "另一种读法在这里读出来不一样")


def is_simple(text: str) -> bool:
    """Whether *text* keeps to the part of YAML on which the readers cannot part."""
    return _SIMPLE.fullmatch(text) is not None


def _differences(ours: Node, other: Any) -> Iterator[Node]:
    if isinstance(ours, Scalar):
        if not isinstance(other, ScalarNode) or other.value != ours.text:
            yield ours
    elif isinstance(ours, Sequence):
        if not isinstance(other, SequenceNode) or len(other.value) != len(ours.items):
            yield ours
            return
        for item, theirs in zip(ours.items, other.value, strict=True):
            yield from _differences(item, theirs)
    else:
        yield from _of_mapping(ours, other)


def _of_mapping(ours: Mapping, other: Any) -> Iterator[Node]:
    if not isinstance(other, MappingNode) or len(other.value) != len(ours.entries):
        yield ours
        return
    for (key, value), (their_key, their_value) in zip(ours.entries.values(), other.value, strict=True):
        yield from _differences(key, their_key)
        yield from _differences(value, their_value)


def _line_of(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else 1


def _doubt(text: str, line: int, said: str) -> Doubt:
    lines = text.split("\n")
    content = lines[line - 1].strip() if line <= len(lines) else ""
    shown = content if len(content) <= 24 else content[:24] + "…"
    return Doubt(line, f"{said}：{shown}" if shown else said, _TAB_HINT if "\t" in content else _HINT)
