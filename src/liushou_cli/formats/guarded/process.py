"""A process of its own for each rendering: when it takes too long it is ended, and with it whatever it held."""

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from liushou_cli.errors import TemplateFault
from liushou_cli.formats.templates import Template

SECONDS = 30.0
# -P: no module is looked for in the folder we stand in, which may be a stranger's.
_CHILD = ("-P", "-m", "liushou_cli.formats.guarded")


def render(template: Template, view: Mapping[str, Any]) -> str:
    """As :func:`liushou_cli.formats.templates.render`, of a *template* that is not ours.

    Raises :class:`TemplateFault` for what it may not do, for more than ``SECONDS``, and for more than
    20 MiB of text or (where the system knows it) 512 MiB of memory.
    """
    answer = asked({"template": template._asdict(), "view": view}, f"模板 {template.kind}")
    if "fault" in answer:
        raise TemplateFault(*answer["fault"])
    return str(answer["text"])


def asked(order: Mapping[str, Any], name: str, seconds: float = 0) -> dict[str, Any]:
    """What the process of its own answers to *order*; *name* is what is rendered, in what is said of it."""
    seconds = seconds or SECONDS
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter, fixed arguments, no shell
            [sys.executable, *_CHILD], input=json.dumps(order, ensure_ascii=False).encode(), capture_output=True,
            timeout=seconds, check=False, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise TemplateFault(
            f"{name} 排了 {seconds:g} 秒还没有排完", "检查里面一层套一层的 {% for %}"
        ) from None
    if done.returncode:
        raise TemplateFault(f"{name} 没有排完，中途停了", "检查里面的循环，是不是要得太多")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
