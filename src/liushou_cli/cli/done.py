"""liushou done"""

from typing import Annotated

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption, OnOption, OptionalChildArgument, day, known
from liushou_cli.cli.saved import told
from liushou_cli.domain.days import parse_day


def done(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    what: Annotated[
        str | None, typer.Argument(metavar="事项", help="哪一件，写几个字就行；只有一件时可以不写")
    ] = None,
    on: OnOption = None,
    result: Annotated[
        str | None, typer.Option("--result", metavar="文字", help="帮扶计划的结果；写了它就只在计划里找")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """答应的事办好了，勾掉。兄弟姐妹一次家访时答应的，一起勾掉。

    帮扶计划完成了、矛盾化解了、关注事项解除了，也用它：写目标或情况里的几个字。

    liushou done 李小花 配眼镜 --on 2013-10-28
    liushou done 李小花 数学 --result 期末七十一分
    """
    from liushou_cli.usecases.done import done as tick

    desk = context.of(ctx)
    child = prompts.need(child, "孩子", "哪个孩子", check=lambda text: known(desk, [text]))
    when = parse_day(day(on or desk.today.isoformat(), desk))
    ticked = tick(desk.start, child, what or "", when, desk.today, output.waiting, result=result or "")
    others = f"，另外 {ticked.others} 名一起的孩子也勾掉了" if ticked.others else ""
    told(
        ticked.saved, f"已勾掉：{ticked.name}，{ticked.what.rstrip('。')}，{when}{others}。",
        {"name": ticked.name, "what": ticked.what, "on": when.isoformat()}, as_json=as_json,
    )  # fmt: skip
