"""The passphrase of a sealed file: asked without showing it, or from where a script keeps it; never an argument."""

import os
from pathlib import Path
from typing import Annotated

import typer

from liushou_cli.cli import output, prompts
from liushou_cli.errors import BadInput

VARIABLE = "LIUSHOU_PASSPHRASE"
PassphraseFileOption = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="文件",
        help=f"口令在哪个文件的第一行，写脚本用；也可以放在环境变量 {VARIABLE}。不写就在终端里问",
    ),
]


def new(file: Path | None) -> str:
    """For sealing: asked twice. Raises :class:`BadInput` where nobody can be asked."""
    return _given(file) or _asked("口令（至少 8 个字符，记牢：忘了谁也打不开）", again=True)


def known(file: Path | None) -> str:
    """For opening. Raises as :func:`new`."""
    return _given(file) or _asked("口令", again=False)


def _given(file: Path | None) -> str:
    if file is None:
        return os.environ.get(VARIABLE, "")
    from liushou_cli.store.text_file import read_bytes

    try:
        lines = read_bytes(file).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise BadInput(f"{file.name} 不是 UTF-8 文字", "用记事本另存为 UTF-8") from None
    if not lines or not lines[0]:
        raise BadInput(f"{file.name} 的第一行是空的", "口令写在第一行")
    return lines[0]


def _asked(question: str, *, again: bool) -> str:
    if not prompts.at_terminal():
        raise BadInput("缺口令", f"加上 --passphrase-file，或放在环境变量 {VARIABLE}")
    try:
        while True:
            first = str(typer.prompt(f"{question}：", hide_input=True, prompt_suffix="", err=True))
            if not again or first == typer.prompt("再打一遍：", hide_input=True, prompt_suffix="", err=True):
                return first
            output.talk("两遍不一样，重新来")
    except KeyboardInterrupt:
        raise typer.Abort from None
