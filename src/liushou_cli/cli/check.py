"""liushou check"""

from functools import partial
from typing import Annotated

import typer

from liushou_cli.cli import context, output
from liushou_cli.cli.options import JsonOption
from liushou_cli.cli.progress import counted


def check(
    ctx: typer.Context,
    fix: Annotated[bool, typer.Option("--fix", help="先改好能安全改的（GBK 编码、缺的号），再查")] = False,
    as_json: JsonOption = False,
) -> None:
    """读每一份档案，把所有问题一次报出来：在哪个文件第几行，写的是什么，该怎么办。有问题时退出码是 1。"""
    from liushou_cli.usecases.check import examine, shown

    desk = context.of(ctx)
    if fix:
        _mend(desk)
    with counted(silent=as_json) as tell:
        found = examine(desk.start, desk.today, partial(tell, "files"))
    if as_json:
        output.as_json({"problems": [problem._asdict() for problem in found.problems]})
    else:
        output.say(shown(found).rstrip("\n"))
    if found.problems:
        raise typer.Exit(1)


def _mend(desk: context.Desk) -> None:
    from liushou_cli.usecases.fix import fix

    done = fix(desk.start, output.waiting)
    for sentence in done.changes:
        output.talk(f"已改：{sentence}")
    for warning in done.saved.warnings:
        output.talk(f"注意：{warning}")
    if done.saved.git_trouble:
        raise done.saved.git_trouble
