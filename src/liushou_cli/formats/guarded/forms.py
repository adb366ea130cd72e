"""Filling a form somebody else made, at the other end of :mod:`process`: the only door to docxtpl."""

import base64
import io
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from docxtpl.template import DocxTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment

from liushou_cli.formats import templates
from liushou_cli.formats.archive import zipped
from liushou_cli.formats.characters import printable
from liushou_cli.formats.guarded.sandbox import Guarded

NUMBER = "\x05"  # before what is a number, in what is printed for a workbook
_EMPTY = re.compile("\x02([0-9]+)\x03\\s*\x04")


class _Figure(str):
    """A figure as printed: in a workbook the number it states."""

    __slots__ = ()


def fill(order: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One form for each of ``each``, the names it adds to ``view``. Of each form: ``text``, what the skeleton
    prints; ``blank``, how often each mark printed nothing; ``file``, the Word file.

    Raises :class:`templates.Stopped` with the skeleton's line.
    """
    form = templates.Template("form", "", (), (), "none", order["body"], 0)
    counted = order["kind"] == ".xlsx"
    environment = _environment(form, _counted if counted else _shown)
    word = None if counted else _environment(form, _shown)
    file = base64.b64decode(order["file"])
    view = dict(order["view"])
    if counted:
        view["f"] = {name: _Figure(text) for name, text in view["f"].items()}
    return [_one(environment, word, file, {**view, **more}) for more in order["each"]]


def _one(environment: Guarded, word: Guarded | None, file: bytes, view: dict[str, Any]) -> dict[str, Any]:
    text = templates.ran(lambda: environment.get_template("form").render(view))
    blank = Counter(int(found[1]) for found in _EMPTY.finditer(text))
    made = _word(file, view, word) if word else b""
    return {"text": text, "blank": dict(blank), "file": base64.b64encode(made).decode()}


def _environment(form: templates.Template, finalize: Callable[[Any], Any]) -> Guarded:
    environment = templates.environment(form, Guarded, None, finalize)
    environment.tie()
    return environment


def _word(file: bytes, view: Mapping[str, Any], environment: ImmutableSandboxedEnvironment) -> bytes:
    """Body, headers, footers and notes; not the file's properties, in which nobody looks for a mark."""
    environment.autoescape = True
    filled = _OnlyText(io.BytesIO(file))

    def render() -> str:
        filled.render(dict(view), environment, autoescape=True)
        return ""

    templates.ran(render)
    target = io.BytesIO()
    filled.save(target)
    return target.getvalue()


class _OnlyText(DocxTemplate):
    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Left as they are."""


def _shown(value: Any) -> Any:
    return printable(value) if isinstance(value, str) else templates.one(value)


def _counted(value: Any) -> Any:
    if isinstance(value, _Figure) or (isinstance(value, int | float) and not isinstance(value, bool)):
        return f"{NUMBER}{value}"
    return _shown(value)


def warm() -> None:
    """Loads whatever is loaded only when it is first needed: one small form is filled."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = zipped(
        {
            "[Content_Types].xml": _WARM_TYPES.format(kind=kind).encode(),
            "_rels/.rels": _WARM_RELATIONS.format(relation=relation).encode(),
            "word/document.xml": _WARM_BODY.format(space=space).encode(),
        }
    )
    names = {"f": {}, "甲": "乙"}
    order = {
        "kind": ".docx",
        "body": "{{ 甲 }}",
        "file": base64.b64encode(package),
        "view": names,
        "each": [{}],
    }
    fill(order)


_WARM_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
)
_WARM_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="{relation}" Target="word/document.xml"/></Relationships>'
)
_WARM_BODY = (
    '<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>{{{{ 甲 }}}}</w:t></w:r></w:p>'
    "<w:sectPr/></w:body></w:document>"
)
