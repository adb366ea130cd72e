"""The program: its commands by name, the options common to all, and the way from arguments to an exit code."""

import gc
import os
from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

from liushou_cli import __version__
from liushou_cli.cli import completion, context, failures, output, prompts
from liushou_cli.cli.commands import Group

app = typer.Typer(cls=Group, add_completion=True, rich_markup_mode=None, pretty_exceptions_enable=False)


def _version(asked: bool) -> None:
    if asked:
        output.say(f"liushou {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def liushou(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Option("-C", metavar="文件夹", help="先到这个文件夹再做事")] = Path(),
    today: Annotated[
        str,
        typer.Option(
            "--today",
            metavar="日期",
            envvar="LIUSHOU_TODAY",
            show_envvar=False,
            help="把这一天当作今天（补录、测试用）",
        ),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="状态页以 JSON 输出")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="版本")
    ] = False,
) -> None:
    """留守儿童档案：登记、家访、通话、活动，期末出总结。

    不带命令时，看现在在哪个班、有多少孩子、还缺什么。
    """
    ctx.obj = context.Desk.at(folder, today)
    if ctx.invoked_subcommand is None:
        from liushou_cli.cli.status import status

        status(ctx.obj, as_json=as_json)


def run(arguments: list[str]) -> int:
    """One command line from start to end; nothing it raises gets past here."""
    gc.disable()  # a command lives a fraction of a second; collecting costs a tenth of it
    os.environ.setdefault(
        "PYDANTIC_DISABLE_PLUGINS", "1"
    )  # looking for plugins takes longer than most commands
    output.prepare()
    try:
        for argument in arguments:
            prompts.must_be_writable(argument)
        command = get_command(app)
        completion.speak_chinese(command)
        code = command.main(arguments, prog_name="liushou", standalone_mode=False)
        output.finish()
    except SystemExit as stop:  # shell completion ends this way, and typer when the reader of a pipe has left
        if isinstance(stop.__context__, BrokenPipeError):
            return failures.report(stop.__context__)
        return stop.code if isinstance(stop.code, int) else 0
    except BaseException as error:
        return failures.report(error)
    return code if isinstance(code, int) else 0
