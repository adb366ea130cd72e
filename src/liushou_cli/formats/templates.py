"""Templates to Markdown text: the one door to Jinja.

Templates only place words. They run in an immutable sandbox, a name that is
not there is an error and never a blank, and whatever comes from a record is
escaped so that it stays text.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from jinja2 import (
    DictLoader,
    FileSystemBytecodeCache,
    StrictUndefined,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from liushou_cli.errors import BadInput, TemplateFault
from liushou_cli.formats import kinds, template_faults

_HEADER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
FILTERS = ("length", "join", "sum", "map", "selectattr", "rejectattr", "list", "first", "last")
_MARKS = re.compile(r"([\\`*_{}\[\]<>|#~^])")
_Environment = TypeVar("_Environment", bound=ImmutableSandboxedEnvironment)
_LINE_START = re.compile(r"^([-+:=]|\d+(?=[.)]))")


class Template(NamedTuple):
    """``title``, ``scopes`` (班级, 学校, 孩子) and ``parts`` of the view come from the header.

    ``mask`` is how names are hidden where nobody says: none for a child's own papers (``姓名: 照写``).
    ``first_line`` is where ``body`` begins.
    """

    kind: str
    title: str
    scopes: tuple[str, ...]
    parts: tuple[str, ...]
    mask: str
    body: str
    first_line: int


def available() -> list[Template]:
    """Every document there is a template for, by kind."""
    return [find(kind) for kind in kinds.kinds()]


def find(kind: str) -> Template:
    """Raises :class:`BadInput` for a *kind* without a template."""
    text = kinds.text_of(kind)
    if text is None:
        raise BadInput(f"没有“{kind}”这种文书", f"现有：{'、'.join(kinds.kinds())}")
    return read(kind, text)


def read(kind: str, text: str) -> Template:
    """A template from its *text*. Raises :class:`TemplateFault` without a header."""
    found = _HEADER.match(text)
    if not found:
        raise TemplateFault(f"模板 {kind} 没有抬头", "第一行写 ---，接着写 名称: 和 范围:，再写 ---")
    header = dict(line.split(":", 1) for line in found[1].splitlines() if ":" in line)
    scopes, parts = (
        tuple(word.strip() for word in header.get(name, "").split("、") if word.strip())
        for name in ("范围", "需要")
    )
    title = header.get("名称", kind).strip()
    mask = "none" if header.get("姓名", "").strip() == "照写" else "initial"
    return Template(kind, title, scopes, parts, mask, text[found.end() :], found[0].count("\n"))


def render(template: Template, view: Mapping[str, Any]) -> str:
    """Markdown text. ``view["f"]`` holds printed figures, which come out linked to their traces.

    Raises :class:`TemplateFault` with the template's line.
    """
    return filled(environment(template, ImmutableSandboxedEnvironment, _compiled()), template, view)


def filled(environment: ImmutableSandboxedEnvironment, template: Template, view: Mapping[str, Any]) -> str:
    """As :func:`render`, in an environment made by :func:`environment`."""
    values = {**view, "f": {name: _linked(name, text) for name, text in view["f"].items()}}
    try:
        return ran(lambda: environment.get_template(template.kind).render(values))
    except Stopped as stopped:
        place = (
            f"模板 {template.kind}{f' 第 {stopped.line + template.first_line} 行' if stopped.line else ''}"
        )
        raise TemplateFault(f"{place}：{stopped.message}", stopped.hint_from(view)) from None


class Stopped(Exception):
    """A rendering that came to nothing: ``line`` of the body (0: cannot be told), what was wrong, the name it was."""

    def __init__(self, line: int, message: str, name: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.name, self.hint = line, message, name, hint

    def hint_from(self, view: Mapping[str, Any]) -> str:
        return self.hint or template_faults.near(self.name, template_faults.names_in(view))


def ran(render: Callable[[], str]) -> str:
    """What *render* gives. Raises :class:`Stopped` for whatever a template can do wrong."""
    try:
        return render()
    except TemplateSyntaxError as error:
        raise Stopped(error.lineno, *template_faults.sentence(error.message or "")) from None
    except TemplateError as error:
        said = template_faults.sentence(error.message or "")
        raise Stopped(template_faults.line_in(error.__traceback__), *said) from None
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
        RecursionError,
        SyntaxError,
        MemoryError,
    ) as error:
        line, kind = template_faults.line_in(error.__traceback__), type(error).__name__
        raise Stopped(line, f"算不出来（{kind}）", hint="检查这一行的比较和计算") from None


def environment(
    template: Template,
    kind: type[_Environment],
    compiled: FileSystemBytecodeCache | None = None,
    finalize: Callable[[Any], Any] | None = None,
) -> _Environment:
    """Jinja for this one *template*: a missing name is an error, text from records is made inert by *finalize*."""
    found = kind(
        loader=DictLoader({template.kind: template.body}),
        bytecode_cache=compiled,
        undefined=StrictUndefined,
        finalize=finalize or _inert,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters = {name: found.filters[name] for name in FILTERS}
    found.filters["tojson"] = _json_text
    found.globals.clear()
    return found


def _compiled() -> FileSystemBytecodeCache | None:
    """Jinja's own per-user folder of compiled templates, which it checks is the user's alone."""
    try:
        return FileSystemBytecodeCache()
    except (OSError, RuntimeError):  # no safe place for it: compile each time
        return None


def _inert(value: Any) -> Any:
    """Text from records never becomes markup: no emphasis, no table break, no list at the start of a line."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return one(value)
    escaped = _MARKS.sub(r"\\\1", " ".join(value.replace("⏎", " ").split()))
    return (
        _LINE_START.sub(r"\\\1", escaped)
        if not escaped[:1].isdigit()
        else re.sub(r"^(\d+)([.)])", r"\1\\\2", escaped)
    )


def one(value: Any) -> Any:
    """A list would come out with brackets, and what it holds as markup; a yes or no in English."""
    if isinstance(value, list | tuple | dict):
        raise TemplateRuntimeError("列表不能直接印出来，用 {% for %} 或 join 一项一项取")
    if value is None or isinstance(value, bool):
        raise TemplateRuntimeError("这里没有字可印（是、否，或者没有），用 {% if %} 来问")
    return value


def _linked(name: str, text: str) -> Markup:
    return Markup("[{}](figure:{})").format(Markup(text), Markup(name))  # noqa: S704  # both are ours: a number, a name


def _json_text(value: Any) -> Markup:
    return Markup(json.dumps(value, ensure_ascii=False))  # noqa: S704  # inside a fenced block nothing is markup
