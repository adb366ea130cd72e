"""What is wrong with a template, told without running it: its marks, its syntax, the names it uses."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from liushou_cli.formats import templates
from liushou_cli.formats.guarded.names import Names
from liushou_cli.formats.guarded.sandbox import Guarded
from liushou_cli.formats.template_faults import near, sentence
from liushou_cli.formats.template_header import Fault

_FULL_WIDTH = re.compile(r"｛[｛％%]|[｝％%]｝|\{[％｛]|[％｝]\}")
_LONE = re.compile(r"[{}]")
_GIVEN = {"loop", "caller", "varargs", "kwargs"}  # by for and macro


def faults(
    template: templates.Template, view: Mapping[str, Any] | None, others: Collection[str] = ()
) -> list[Fault]:
    """Everything at once, by line. Names are looked up in *view*, and left alone where there is none.

    *others* are names that could be meant too.
    """
    environment = templates.environment(template, Guarded)
    body, first = template.body, template.first_line
    found = list(_wide(body))
    try:
        tree = environment.parse(body)
        found += _lone(environment, body)
        found += _unknown(tree, view, others) if view is not None else ()
        environment.compile(tree, raw=True)
    except TemplateSyntaxError as error:
        found.append(Fault(error.lineno, sentence(error.message or "")[0]))
    except RecursionError:
        found.append(Fault(0, "括号或标记套得太深", "拆开来写"))
    return sorted({Fault(line + first, message, hint) for line, message, hint in found})


def _wide(body: str) -> Iterator[Fault]:
    for line, text in enumerate(body.split("\n"), 1):
        if found := _FULL_WIDTH.search(text):
            yield Fault(line, f"“{found[0]}”是全角的花括号", "换成半角的 {{ }} 和 {% %}")


def _lone(environment: Guarded, body: str) -> Iterator[Fault]:
    """Braces in the text itself: a chart is made of them, elsewhere they are half a mark."""
    chart = False
    for start, kind, value in environment.lex(body):
        if kind != "data":
            continue
        for offset, text in enumerate(value.split("\n")):
            chart ^= text.lstrip().startswith("```")
            if not chart and (found := _LONE.search(text)):
                yield Fault(start + offset, f"“{found[0]}”是单个的花括号", "要写两个 {{ }}，或者 {% %}")


def _unknown(tree: nodes.Template, view: Mapping[str, Any], others: Collection[str]) -> Iterator[Fault]:
    made = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    made |= {macro.name for macro in tree.find_all(nodes.Macro)} | _GIVEN
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in made and node.name not in view:
            yield Fault(node.lineno, f"没有“{node.name}”这个名字", near(node.name, [*view, *others]))
    for line, name, known in Names(view).missing(tree):
        yield Fault(line, f"没有“{name}”这一项", near(name, known))
