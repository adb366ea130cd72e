"""liushou readmit"""

from typing import Annotated

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption, OptionalChildArgument, day, known
from liushou_cli.cli.saved import told
from liushou_cli.domain.days import parse_day


def readmit(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="日期", help="从哪天起又在班；不写就是今天")
    ] = None,
    came_from: Annotated[str | None, typer.Option("--from", metavar="来自", help="从哪里回来")] = None,
    as_json: JsonOption = False,
) -> None:
    """离开过的孩子回来了：接着用原来的档案，从那天起重新在班。离开的那一段不动，以前的报告不变。

    liushou readmit 李小花 --since 2014-02-17 --from 广东省东莞市
    """
    desk = context.of(ctx)
    child = prompts.need(child, "孩子", "哪个孩子", check=lambda text: known(desk, [text]))
    when = parse_day(day(since or desk.today.isoformat(), desk, "--since"))
    from liushou_cli.usecases.readmit import readmit as take

    back = take(desk.start, child, when, prompts.may(came_from, "从哪里回来"), desk.today, output.waiting)
    told(
        back.saved, f"已记回来：{back.name}，从 {back.since} 起又在班。",
        {"id": back.id, "name": back.name, "since": back.since.isoformat()}, as_json=as_json,
    )  # fmt: skip
