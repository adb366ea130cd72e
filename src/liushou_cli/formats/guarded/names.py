"""Which items of which values a template names: figures, and the columns of the lists it goes through."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import nodes

_OPEN = ("需求：",)  # figures that come and go with what the records hold
_Unknown = tuple[int, str, Iterable[str]]


class Names:
    """The values of *view*, followed through ``for`` and ``set`` as far as that can be done without running."""

    def __init__(self, view: Mapping[str, Any]) -> None:
        self._scope: dict[str, Any] = dict(view)
        self._asked: set[str] = set()

    def missing(self, tree: nodes.Node) -> Iterator[_Unknown]:
        """(line, name, the names there are) of each item that is not there, in figures and in rows of lists."""
        self._asked = {str(_key(test.node)) for test in tree.find_all(nodes.Test) if test.name == "defined"}
        yield from self._below(tree)

    def _below(self, node: nodes.Node) -> Iterator[_Unknown]:
        if isinstance(node, nodes.For):
            yield from self._below(node.iter)
            yield from self._in_loop(node)
            return
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            yield from self._item(node)
        for child in node.iter_child_nodes():
            yield from self._below(child)

    def _in_loop(self, node: nodes.For) -> Iterator[_Unknown]:
        outer = dict(self._scope)
        if isinstance(node.target, nodes.Name):
            self._scope[node.target.name] = row(self._value(node.iter))
        else:
            for name in node.target.find_all(nodes.Name):
                self._scope[name.name] = None
        for part in (*node.body, *node.else_, *([node.test] if node.test else [])):
            yield from self._below(part)
        self._scope = outer

    def _item(self, node: nodes.Getattr | nodes.Getitem) -> Iterator[_Unknown]:
        owner, key = self._value(node.node), _key(node)
        closed = isinstance(owner, Row) or (
            isinstance(node.node, nodes.Name) and node.node.name in ("f", "n")
        )
        if not closed or key is None or not isinstance(owner, Mapping) or key in owner or key in self._asked:
            return
        if not key.startswith(_OPEN) and key not in ("items", "keys", "values", "get"):
            yield node.lineno, key, list(owner)

    def _value(self, node: nodes.Node) -> Any:
        if isinstance(node, nodes.Name):
            return self._scope.get(node.name)
        if isinstance(node, nodes.Filter) and node.name in ("list", "selectattr", "rejectattr") and node.node:
            return self._value(node.node)
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            owner, key = self._value(node.node), _key(node)
            if isinstance(owner, Mapping):
                found = (
                    owner.get(key) if key is not None else next((one for one in owner.values() if one), None)
                )
                return Row(found) if isinstance(owner, Row) and found and isinstance(found, dict) else found
            return owner if isinstance(owner, list) and not isinstance(node, nodes.Getattr) else None
        return None


class Row(dict[str, Any]):
    """All keys that the rows of one list have."""


def row(rows: Any) -> Any:
    """What any of the *rows* of a list has; None where it is no list of such."""
    if not isinstance(rows, list | tuple) or not rows or not all(isinstance(row, Mapping) for row in rows):
        return None
    found = Row()
    for row in rows:
        for key, value in row.items():
            found[key] = found.get(key) or value
    return found


def _key(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Getattr):
        return node.attr
    if (
        isinstance(node, nodes.Getitem)
        and isinstance(node.arg, nodes.Const)
        and isinstance(node.arg.value, str)
    ):
        return node.arg.value
    return None
