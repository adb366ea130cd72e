"""Edits by cutting and pasting text at the places of the tree; nothing else moves.

Each function takes the text and its tree and returns new text. None of them
is trusted: :mod:`liushou_cli.store.edit` reads the result again and compares.
"""

from collections.abc import Sequence as Items
from typing import Any

from liushou_cli.store import emit
from liushou_cli.store.splice_places import (
    behind_comments,
    column_of,
    content_end,
    insert_lines,
    line_behind,
    line_end,
    line_start,
    newline_of,
)
from liushou_cli.store.yaml_text import Mapping, Node, Path, Scalar, Sequence, find, is_empty


class CannotSplice(Exception):
    """This place is written in a way the splice does not dare to touch; ``line`` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def append(text: str, root: Mapping, path: Path, value: Any, order: Items[str]) -> str:
    """Add *value* at the end of the list at *path*, making the list where there is none."""
    node = find(root, path)
    if node is None:
        return put(text, root, path, [value], order)
    if isinstance(node, Sequence) and node.items:
        return _append_flow(text, node, value) if node.flow else _append_block(text, node, value)
    if is_empty(node) or isinstance(node, Sequence):
        return _fill(text, root, path, node, [value])
    return _wrap(text, node, value)


def put(text: str, root: Mapping, path: Path, value: Any, order: Items[str] = ()) -> str:
    """Set the value at *path*, replacing the span of an old one or adding the key to its mapping."""
    node, parent, key = find(root, path), find(root, path[:-1]), path[-1]
    if node is not None and is_empty(node):
        return _fill(text, root, path, node, value)
    if node is not None:
        return _replace(text, root, path, node, value)
    if parent is None or is_empty(parent):
        return put(text, root, path[:-1], {key: value}, order)
    if not isinstance(parent, Mapping) or not isinstance(key, str):
        raise CannotSplice(parent.line)
    if parent.flow:
        return _add_flow_key(text, parent, key, value)
    return _add_block_key(text, parent, key, value, order if len(path) == 1 else ())


def drop(text: str, root: Mapping, path: Path) -> str:
    """Take the entry at *path* out of its mapping."""
    parent, key = find(root, path[:-1]), path[-1]
    if not isinstance(parent, Mapping) or key not in parent.entries or len(parent.entries) == 1:
        raise CannotSplice(parent.line if parent else 1)
    name, value = parent.entries[str(key)]
    if parent.flow:
        return _drop_flow_key(text, parent, str(key))
    first = line_start(text, name.start)
    if text[first : name.start].strip():  # the first key of a list entry shares its line with the dash
        raise CannotSplice(name.line)
    return text[:first] + text[line_behind(text, value) :]


def _append_block(text: str, node: Sequence, value: Any) -> str:
    column = column_of(text, node.start)
    first = node.items[0]
    gap = text[node.start + 1 : first.start]
    lines = emit.item(value, column, gap=gap if gap.strip(" ") == "" and gap else " ")
    return insert_lines(text, behind_comments(text, line_behind(text, node), column), lines)


def _append_flow(text: str, node: Sequence, value: Any) -> str:
    at = content_end(text, node.items[-1])
    return f"{text[:at]}, {emit.flow(value)}{text[at:]}"


def _wrap(text: str, node: Node, value: Any) -> str:
    """``张敏`` or ``{…}`` standing for a list of one becomes ``[…, …]``."""
    block_scalar = isinstance(node, Scalar) and node.style in ("|", ">")
    if block_scalar or (isinstance(node, Mapping) and not node.flow):
        raise CannotSplice(node.line)
    old = text[node.start : node.end]
    if isinstance(node, Scalar) and node.style is None:
        old = emit.scalar(node.text, flow=True)
    return f"{text[: node.start]}[{old}, {emit.flow(value)}]{text[node.end :]}"


def _fill(text: str, root: Mapping, path: Path, node: Node, value: Any) -> str:
    """Give a value to a key that stands without one (``家访:``, ``~``, ``[]``, ``{}``)."""
    parent, key = find(root, path[:-1]), path[-1]
    if not isinstance(parent, Mapping) or not isinstance(key, str):
        raise CannotSplice(node.line)
    name = parent.entries[key][0]
    if parent.flow:
        return f"{text[: name.end]}: {emit.flow(value)}{text[max(node.end, name.end + 1) :]}"
    return _rewrite(
        text, name, key, value, text.index(":", name.end) + 1, max(node.end, text.index(":", name.end) + 1)
    )


def _replace(text: str, root: Mapping, path: Path, node: Node, value: Any) -> str:
    parent, key = find(root, path[:-1]), path[-1]
    end = content_end(text, node)
    if not isinstance(parent, Mapping) or parent.flow:
        return text[: node.start] + emit.flow(value) + text[end:]
    name = parent.entries[str(key)][0]
    block = not isinstance(node, Scalar) and not node.flow
    return _rewrite(text, name, str(key), value, text.index(":", name.end) + 1 if block else node.start, end)


def _rewrite(text: str, name: Scalar, key: str, value: Any, start: int, end: int) -> str:
    """``name: value`` in block style, the old value at ``start..end``; what stands behind it on its line stays."""
    column, colon = column_of(text, name.start), text.index(":", name.end) + 1
    head, *rest = emit.entry(key, value, column)
    inline = head[column + len(emit.scalar(key)) + 1 :].lstrip(" ")
    start = start if inline else colon
    cut = text[:start] + (" " if inline and start == colon else "") + inline + text[end:]
    return insert_lines(cut, line_end(cut, start + len(inline)), rest, newline_of(text)) if rest else cut


def _add_flow_key(text: str, parent: Mapping, key: str, value: Any) -> str:
    pair = f"{emit.scalar(key, flow=True)}: {emit.flow(value)}"
    if not parent.entries:
        return f"{text[: parent.start]}{{{pair}}}{text[parent.end :]}"
    at = content_end(text, list(parent.entries.values())[-1][1])
    return f"{text[:at]}, {pair}{text[at:]}"


def _add_block_key(text: str, parent: Mapping, key: str, value: Any, order: Items[str]) -> str:
    names = list(parent.entries)
    before = (
        [name for name in names if name in order and order.index(name) < order.index(key)]
        if key in order
        else []
    )
    anchor = max(before, key=order.index) if before else names[-1]
    _, behind = parent.entries[anchor]
    column = column_of(text, parent.entries[names[0]][0].start)
    at = behind_comments(text, line_behind(text, behind), column)
    return insert_lines(text, at, emit.entry(key, value, column))


def _drop_flow_key(text: str, parent: Mapping, key: str) -> str:
    names = list(parent.entries)
    index = names.index(key)
    name, value = parent.entries[key]
    if index == 0:
        return text[: name.start] + text[parent.entries[names[1]][0].start :]
    before = content_end(text, parent.entries[names[index - 1]][1])
    return text[:before] + text[content_end(text, value) :]
