"""Which names a form uses: they stand for the header that a template of ours has."""

from typing import NamedTuple

from jinja2 import TemplateSyntaxError, meta, nodes

from liushou_cli.formats import templates
from liushou_cli.formats.guarded.sandbox import Guarded

_READING = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


class Used(NamedTuple):
    """``names`` are those the view has to give; ``figures`` those after ``f.`` and ``n.``.

    ``all_figures``: one is asked for by a name that is put together, so it may be any. ``reading`` are the
    lines of tags that would read another file.
    """

    names: frozenset[str]
    figures: frozenset[str]
    all_figures: bool
    reading: tuple[int, ...]


def used(body: str) -> Used:
    """Of a *body* that cannot be read nothing is known: what is wrong with it is told elsewhere."""
    form = templates.Template("form", "", (), (), "none", body, 0)
    try:
        tree = templates.environment(form, Guarded).parse(body)
    except (TemplateSyntaxError, RecursionError):
        return Used(frozenset(), frozenset(), False, ())
    keys = [_key(node) for node in tree.find_all((nodes.Getattr, nodes.Getitem)) if _of_figures(node)]
    reading = tuple(node.lineno for node in tree.find_all(_READING))
    names = frozenset(meta.find_undeclared_variables(tree)) if not reading else frozenset[str]()
    return Used(names, frozenset(key for key in keys if key), None in keys or _whole(tree), reading)


def _of_figures(node: nodes.Node) -> bool:
    owner = getattr(node, "node", None)
    return isinstance(owner, nodes.Name) and owner.name in ("f", "n")


def _key(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Getattr):
        return node.attr
    arg = getattr(node, "arg", None)
    return str(arg.value) if isinstance(arg, nodes.Const) else None


def _whole(tree: nodes.Template) -> bool:
    """``f`` itself is handed about: ``{% for 名, 数 in f.items() %}``."""
    named = sum(name.name in ("f", "n") for name in tree.find_all(nodes.Name))
    asked = sum(map(_of_figures, tree.find_all((nodes.Getattr, nodes.Getitem))))
    return named > asked or any(
        node.attr in ("items", "keys", "values") for node in tree.find_all(nodes.Getattr)
    )
