"""docs/commands.md: the help of every command, as the program prints it."""

from collections.abc import Iterator
from typing import Any

from tests.helpers.run import Runner

HEAD = """\
# 命令

每条命令的说明，与 `liushou 命令 --help` 所见相同。这一页由程序生成，测试会核对。
"""


def commands() -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each command that is not hidden, with the words that call it; groups before what they hold."""
    from typer.main import get_command

    from liushou_cli.cli.app import app

    yield from _below(get_command(app), ())


def _below(command: Any, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield words, command
    if not hasattr(command, "list_commands"):
        return
    context = command.context_class(command, info_name="liushou")
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        if not found.hidden:
            yield from _below(found, (*words, name))


def options(command: Any) -> list[Any]:
    """The command's options that a person sees, but for --help."""
    return [
        param
        for param in command.params
        if param.param_type_name == "option" and not param.hidden and "--help" not in param.opts
    ]


def page(run: Runner) -> str:
    sections = [HEAD]
    for words, _ in commands():
        ran = run(*words, "--help")
        if ran.code or ran.err:
            raise AssertionError(f"`{' '.join(words)} --help`: {ran.code}\n{ran.err}")
        title = " ".join(("liushou", *words))
        sections.append(f"## `{title}`\n\n```text\n{_stripped(ran.out)}\n```\n")
    return "\n".join(sections)


def _stripped(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
