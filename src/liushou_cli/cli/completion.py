"""Tab completion: typer's own, with Chinese sentences."""

import contextlib
import io
from typing import Any

import typer
from typer.completion import install  # type: ignore[attr-defined]  # there is no other door to it

from liushou_cli.cli import output
from liushou_cli.errors import BadInput


def speak_chinese(command: Any) -> None:
    """Put our callback in the place of typer's, which reports in English."""
    for param in command.params:
        if "--install-completion" in param.opts:
            param.callback = _install


def _install(ctx: Any, param: Any, value: Any) -> Any:
    if not value or ctx.resilient_parsing:
        return value
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            shell, path = install(shell=value if isinstance(value, str) else None)
    except typer.Exit:
        raise BadInput("认不出这是哪一种命令行", "补全支持 bash、zsh、fish 和 PowerShell") from None
    output.talk(f"已装上 {shell} 的补全（写在 {path}），重开一个窗口就能用。")
    raise typer.Exit
