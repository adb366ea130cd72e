"""What a command wants changed in a record, and the proof that nothing else was."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any, NamedTuple, TypeAlias

from liushou_cli.errors import Damaged
from liushou_cli.store import emit, splice
from liushou_cli.store.yaml_text import Mapping, Path, YamlFault, find, line_of, parse, plain


class Append(NamedTuple):
    """Add *value* at the end of the list at *path*."""

    path: Path
    value: Any


class Put(NamedTuple):
    """Set what stands at *path*."""

    path: Path
    value: Any


class Drop(NamedTuple):
    """Take out what stands at *path*; nothing there is nothing to do."""

    path: Path


Edit: TypeAlias = Append | Put | Drop


def apply(text: str, edits: Iterable[Edit], order: Sequence[str], file: str) -> str:
    """*text* after *edits*, read again after each: only the meant path differs.

    ``order`` is the order of keys at the root, ``file`` names the record in messages.
    Raises :class:`Damaged`, with nothing changed, where that cannot be had.
    """
    for edit in edits:
        root = _read(text, file)
        try:
            allowed = [expected(plain(before), edit) for before in _befores(text, root)]
            text = _spliced(text, root, edit, order)
            after = plain(parse(text))
        except splice.CannotSplice as refusal:
            raise _refused(file, refusal.line) from None
        except (YamlFault, LookupError, TypeError, ValueError, AttributeError):
            raise _refused(file, line_of(root, edit.path)) from None
        if after not in allowed:
            raise _refused(file, line_of(root, edit.path))
    return text


def _befores(text: str, root: Mapping) -> list[Mapping]:
    """*root*, and *text* read with a last line break: a ``|`` block at the end of the file has it only then."""
    return [root] if text.endswith("\n") else [root, parse(text + "\n")]


def expected(tree: Any, edit: Edit) -> Any:
    """The plain tree as *edit* should leave it; written apart from the splice on purpose."""
    tree = deepcopy(tree)
    node = tree
    for step in edit.path[:-1]:
        if isinstance(node, dict):
            node = node.setdefault(step, {}) if not isinstance(edit, Drop) else node.get(step, {})
        else:
            node = (node if isinstance(node, list) else [node])[int(step)]
    last: Any = edit.path[-1]
    if isinstance(edit, Append):
        old = node.get(last, [])
        node[last] = [*(old if isinstance(old, list) else [old]), as_text(edit.value)]
    elif isinstance(edit, Put):
        node[last] = as_text(edit.value)
    elif isinstance(node, dict):
        node.pop(last, None)
    return tree


def as_text(value: Any) -> Any:
    """A value as the reader will give it back: all scalars text, nothing without a value."""
    if isinstance(value, dict):
        return {key: as_text(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [as_text(part) for part in value]
    return emit.number(value) if isinstance(value, float) else str(value)


def _spliced(text: str, root: Mapping, edit: Edit, order: Sequence[str]) -> str:
    if isinstance(edit, Append):
        return splice.append(text, root, edit.path, edit.value, order)
    if isinstance(edit, Put):
        return splice.put(text, root, edit.path, edit.value, order)
    return text if find(root, edit.path) is None else splice.drop(text, root, edit.path)


def _read(text: str, file: str) -> Mapping:
    try:
        return parse(text)
    except YamlFault as fault:
        raise Damaged(f"{file}:{fault.line}：{fault.message}", fault.hint) from None


def _refused(file: str, line: int) -> Damaged:
    return Damaged(
        f"{file}:{line}：这一处的写法改起来不稳妥，没有改动",
        "用记事本打开这份文件，照这一处的样子手工添上，再运行 liushou check",
    )
