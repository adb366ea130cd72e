"""Templates to Markdown text: the one door to Jinja.

Templates only place words. They run in an immutable sandbox, a name that is
not there is an error and never a blank, and whatever comes from a record is
escaped so that it stays text.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import (
    DictLoader,
    FileSystemBytecodeCache,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from liushou_cli.errors import BadInput, TemplateFault

_PACKAGE = Path(__file__).resolve().parents[1] / "_templates"
_CHECKOUT = Path(__file__).resolve().parents[3] / "templates"
_HEADER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FILTERS = ("length", "join", "sum", "map", "selectattr", "rejectattr", "list", "first", "last")
_MARKS = re.compile(r"([\\`*_{}\[\]<>|#~^])")
_LINE_START = re.compile(r"^([-+:=]|\d+(?=[.)]))")


class Template(NamedTuple):
    """``title`` and ``scopes`` (班级, 学校, 孩子) come from the header; ``first_line`` is where ``body`` begins."""

    kind: str
    title: str
    scopes: tuple[str, ...]
    body: str
    first_line: int


def folder() -> Path:
    """Where our own templates are: inside the installed package, or at the top of a checkout."""
    return _PACKAGE if _PACKAGE.is_dir() else _CHECKOUT


def available() -> list[Template]:
    """Every document there is a template for, by kind."""
    return [find(file.name.removesuffix(".md.j2")) for file in sorted(folder().glob("*.md.j2"))]


def find(kind: str) -> Template:
    """Raises :class:`BadInput` for a *kind* without a template."""
    file = folder() / f"{kind}.md.j2"
    if not re.fullmatch(r"[a-z0-9-]+", kind) or not file.is_file():
        names = "、".join(sorted(one.name.removesuffix(".md.j2") for one in folder().glob("*.md.j2")))
        raise BadInput(f"没有“{kind}”这种文书", f"现有：{names}")
    return read(kind, file.read_text(encoding="utf-8"))


def read(kind: str, text: str) -> Template:
    """A template from its *text*. Raises :class:`TemplateFault` without a header."""
    found = _HEADER.match(text)
    if not found:
        raise TemplateFault(f"模板 {kind} 没有抬头", "第一行写 ---，接着写 名称: 和 范围:，再写 ---")
    header = dict(line.split(":", 1) for line in found[1].splitlines() if ":" in line)
    scopes = tuple(scope.strip() for scope in header.get("范围", "").split("、"))
    return Template(kind, header.get("名称", kind).strip(), scopes, text[found.end() :], found[0].count("\n"))


def render(template: Template, view: Mapping[str, Any]) -> str:
    """Markdown text. ``view["f"]`` holds printed figures, which come out linked to their traces.

    Raises :class:`TemplateFault` with the template's line.
    """
    environment = _environment(template)
    values = {**view, "f": {name: _linked(name, text) for name, text in view["f"].items()}}
    try:
        return environment.get_template(template.kind).render(values)
    except TemplateSyntaxError as error:
        raise TemplateFault(
            f"模板 {template.kind} 第 {error.lineno + template.first_line} 行：{error.message}"
        ) from None
    except UndefinedError as error:
        raise TemplateFault(f"模板 {template.kind}：{error.message}", "检查变量名") from None
    except TemplateError as error:
        raise TemplateFault(f"模板 {template.kind}：{error}") from None


def _environment(template: Template) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader({template.kind: template.body}),
        bytecode_cache=_compiled(),
        undefined=StrictUndefined,
        finalize=_inert,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    environment.filters["tojson"] = _json_text
    environment.globals.clear()
    return environment


def _compiled() -> FileSystemBytecodeCache | None:
    """Jinja's own per-user folder of compiled templates, which it checks is the user's alone."""
    try:
        return FileSystemBytecodeCache()
    except (OSError, RuntimeError):  # no safe place for it: compile each time
        return None


def _inert(value: Any) -> Any:
    """Text from records never becomes markup: no emphasis, no table break, no list at the start of a line."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    escaped = _MARKS.sub(r"\\\1", " ".join(value.replace("⏎", " ").split()))
    return (
        _LINE_START.sub(r"\\\1", escaped)
        if not escaped[:1].isdigit()
        else re.sub(r"^(\d+)([.)])", r"\1\\\2", escaped)
    )


def _linked(name: str, text: str) -> Markup:
    return Markup("[{}](figure:{})").format(Markup(text), Markup(name))  # noqa: S704  # both are ours: a number, a name


def _json_text(value: Any) -> Markup:
    return Markup(json.dumps(value, ensure_ascii=False))  # noqa: S704  # inside a fenced block nothing is markup
