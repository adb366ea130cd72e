"""The other end of :mod:`liushou_cli.formats.guarded.process`: JSON in, JSON out, nothing opened in between."""

import contextlib
import importlib
import json
import sys
from typing import Any

from liushou_cli.errors import TemplateFault
from liushou_cli.formats import templates
from liushou_cli.formats.guarded.sandbox import Guarded

_MEMORY = 512 * 1024 * 1024
# What Python and Jinja load only when they first need it has to be there before files can no longer be opened.
_WARM = (
    "{% for a in '\\u4e00' %}{{ f.甲 ~ loop.index }}{% endfor %}\n{{ 乙 }}",
    "{{ 甲.__class__ }}",
    "{% if %}",
    "{{ 1/0 }}",
)


def main() -> None:
    order = json.loads(sys.stdin.buffer.read())
    for body in _WARM:
        warm = templates.read("warm", f"---\n名称: 甲\n---\n{body}")
        _answer({"template": warm._asdict(), "view": {"f": {"甲": "1"}, "甲": ""}})
    if "form" in order:
        importlib.import_module("liushou_cli.formats.guarded.forms").warm()
    _limit()
    sys.stdout.buffer.write(json.dumps(_answer(order), ensure_ascii=False).encode())


def _answer(order: dict[str, Any]) -> dict[str, Any]:
    if "form" in order:
        return _filled(order["form"])
    template = templates.Template(**order["template"])
    try:
        environment = templates.environment(template, Guarded)
        environment.tie()
        return {"text": templates.filled(environment, template, order["view"])}
    except TemplateFault as fault:
        return {"fault": [fault.message, fault.hint]}


def _filled(form: dict[str, Any]) -> dict[str, Any]:
    forms = importlib.import_module("liushou_cli.formats.guarded.forms")
    try:
        return {"filled": forms.fill(form)}
    except templates.Stopped as stopped:
        return {"stopped": [stopped.line, stopped.message, stopped.hint_from(form["view"])]}


def _limit() -> None:
    """Where the system knows such limits: little memory, and no file or connection is opened from here on."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        resource = importlib.import_module("resource")  # not on Windows
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


if __name__ == "__main__":
    main()
