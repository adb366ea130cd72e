"""YAML text to a tree of text with places: the one door to the YAML reader.

Every scalar stays text; the model decides what is a date or a number, so a
telephone number keeps its zero. The reader is libyaml's event parser; what a
record may not hold (anchors, aliases, tags, directives, a second document,
duplicate keys, control characters) is refused here with its line.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

import yaml

from liushou_cli.store.yaml_fault import YamlFault as YamlFault  # one of its own: a command may read no YAML
from liushou_cli.store.yaml_words import explain, habit

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # PyYAML was built without libyaml: the same events, slower
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

MAX_DEPTH = 20
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BOM = re.compile("\ufeff")  # the reader passes over it and its places are then one off

Path: TypeAlias = tuple[str | int, ...]


class Scalar(NamedTuple):
    """``start``/``end`` are character offsets of the value as written; ``line`` counts from 1."""

    text: str
    style: str | None
    start: int
    end: int
    line: int


class Sequence(NamedTuple):
    items: list["Node"]
    flow: bool
    start: int
    end: int
    line: int


class Mapping(NamedTuple):
    entries: dict[str, tuple[Scalar, "Node"]]
    flow: bool
    start: int
    end: int
    line: int


Node: TypeAlias = Scalar | Sequence | Mapping


def parse(text: str) -> Mapping:
    """The root mapping of a record. Raises :class:`YamlFault` for anything else."""
    if bad := _FORBIDDEN.search(text) or _BOM.search(text):
        raise YamlFault(
            _line_at(text, bad.start()),
            f"有控制字符 U+{ord(bad.group()):04X}",
            "删掉这个看不见的字符",
            "control",
        )
    try:
        return _document(_events(text))
    except yaml.MarkedYAMLError as error:
        reason = f"{error.context or ''}: {error.problem or ''}"
        raise YamlFault(*explain(text, _line_of_error(error), reason)) from None
    except YamlFault as fault:
        if fault.kind == "yaml" and (found := habit(text, fault.line)):
            raise YamlFault(*found) from None
        raise
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise YamlFault(*explain(text, 1, str(error))) from None


def plain(node: Node) -> Any:
    """The tree as dicts, lists and text; entries without a value are left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items if not is_empty(item)]
    return {key: plain(value) for key, (_, value) in node.entries.items() if not is_empty(value)}


def is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.style is None and node.text in ("", "~")


def find(root: Node, path: Path) -> Node | None:
    """The node at *path*, or None where the path leads nowhere; list items skip empty ones, as in :func:`plain`."""
    node: Node | None = root
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.entries[step][1] if step in node.entries else None
        elif isinstance(node, Sequence) and isinstance(step, int):
            items = _filled(node)
            node = items[step] if -len(items) <= step < len(items) else None
        else:
            return None
    return node


def line_of(root: Mapping, path: Path) -> int:
    """The line of *path*, or of the nearest part above it that exists; list items skip empty ones."""
    node: Node = root
    line = 1
    for step in path:
        if isinstance(node, Mapping) and step in node.entries:
            key, node = node.entries[str(step)]
            line = key.line
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(_filled(node)):
            node = _filled(node)[step]
            line = node.line
        elif step == 0:
            continue  # a single value standing for a list of one
        else:
            break
    return line


def _filled(node: Sequence) -> list[Node]:
    return [item for item in node.items if not is_empty(item)]


def _events(text: str) -> Iterator[Any]:
    """The parser's events; ``yaml.parse`` asks twice for each, and a class has ten thousand."""
    loader = _Loader(text)
    try:
        following = loader.get_event
        while (event := following()) is not None:
            yield event
    finally:
        loader.dispose()


def _document(events: Iterator[Any]) -> Mapping:
    next(events)  # stream start
    start = next(events)
    if isinstance(start, yaml.StreamEndEvent):
        raise YamlFault(1, "文件是空的", "从备份或历史里找回这份文件", "empty")
    if start.version or start.tags:
        raise YamlFault(1, "有 % 开头的 YAML 指令", "删掉那一行", "yaml-feature")
    root = _node(next(events), events, 0)
    if not isinstance(root, Mapping):
        raise YamlFault(
            root.line, "文件里没有“键: 值”", "每行写成“姓名: 李小花”的样子，冒号用半角，后面空一格"
        )
    next(events)  # document end
    after = next(events)
    if not isinstance(after, yaml.StreamEndEvent):
        raise YamlFault(
            after.start_mark.line + 1,
            "一份文件里有两个文档（---）",
            "删掉 --- 一行，或分成两份文件",
            "yaml-feature",
        )
    return root


def _node(event: Any, events: Iterator[Any], depth: int) -> Node:
    kind = type(event)
    if kind is not yaml.AliasEvent and event.anchor is None and event.tag is None:
        if kind is yaml.ScalarEvent:
            return _scalar(event)
        if depth < MAX_DEPTH:
            return (_sequence if kind is yaml.SequenceStartEvent else _mapping)(event, events, depth)
    raise _unwanted(event)


def _unwanted(event: Any) -> YamlFault:
    line = event.start_mark.line + 1
    if isinstance(event, yaml.AliasEvent):
        return YamlFault(
            line, f"用了 YAML 别名 *{event.anchor}", "把内容直接写出来；文字以 * 开头时加引号", "yaml-feature"
        )
    if event.anchor:
        return YamlFault(
            line,
            f"用了 YAML 锚点 &{event.anchor}",
            "删掉 & 和后面的名字；文字以 & 开头时加引号",
            "yaml-feature",
        )
    if event.tag:
        return YamlFault(line, "用了 YAML 标签 !", "删掉 ! 和后面的词；文字以 ! 开头时加引号", "yaml-feature")
    return YamlFault(line, f"嵌套超过 {MAX_DEPTH} 层", "检查括号和缩进", "yaml-feature")


def _scalar(event: Any) -> Scalar:
    start = event.start_mark
    style = event.style or None
    if style == '"' and (bad := _FORBIDDEN.search(event.value)):
        raise YamlFault(
            start.line + 1, f"引号里的转义写出了控制字符 U+{ord(bad.group()):04X}", "改成普通文字", "control"
        )
    return Scalar(event.value, style, start.index, event.end_mark.index, start.line + 1)


def _sequence(event: Any, events: Iterator[Any], depth: int) -> Sequence:
    items = []
    for item in events:
        if type(item) is yaml.SequenceEndEvent:
            break
        items.append(_node(item, events, depth + 1))
    start = event.start_mark
    return Sequence(items, bool(event.flow_style), start.index, item.end_mark.index, start.line + 1)


def _mapping(event: Any, events: Iterator[Any], depth: int) -> Mapping:
    entries: dict[str, tuple[Scalar, Node]] = {}
    for item in events:
        if type(item) is yaml.MappingEndEvent:
            break
        key = _node(item, events, depth + 1)
        if not isinstance(key, Scalar) or key.text == "<<" or key.text in entries:
            raise _bad_key(key, entries)
        entries[key.text] = (key, _node(next(events), events, depth + 1))
    start = event.start_mark
    return Mapping(entries, bool(event.flow_style), start.index, item.end_mark.index, start.line + 1)


def _bad_key(key: Node, entries: dict[str, tuple[Scalar, Node]]) -> YamlFault:
    if not isinstance(key, Scalar):
        return YamlFault(key.line, "键不是文字", "键只能是一个词，如“姓名”", "yaml-feature")
    if key.text == "<<":
        return YamlFault(key.line, "用了 YAML 合并键 <<", "把内容直接写出来", "yaml-feature")
    first = entries[key.text][0].line
    return YamlFault(
        key.line, f"“{key.text}”写了两次，第一次在第 {first} 行", "留一个，删一个", "duplicate-key"
    )


def _line_of_error(error: yaml.MarkedYAMLError) -> int:
    """A quote or bracket that is never closed is named where it opens, a key without colon where it stands."""
    opens = any(clue in (error.context or "") for clue in ("quoted", "flow", "simple key"))
    mark = error.context_mark if opens else error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 1


def _line_at(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
