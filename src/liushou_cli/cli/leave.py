"""liushou leave"""

from typing import Annotated

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption, OnOption, OptionalChildArgument, day, known
from liushou_cli.cli.saved import told
from liushou_cli.domain.choices import LeavingReason
from liushou_cli.domain.days import parse_day


def leave(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    on: OnOption = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="原因", help="、".join(LeavingReason.words()))
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="去向", help="去了哪里")] = None,
    as_json: JsonOption = False,
) -> None:
    """孩子离开这个班：写上最后一天、原因、去向。档案留着，以前的报告不变。

    liushou leave 李小花 --on 2013-10-18 --reason 转学 --to 广东省东莞市
    """
    from liushou_cli.usecases.leave import leave as close

    desk = context.of(ctx)
    child = prompts.need(child, "孩子", "哪个孩子", check=lambda text: known(desk, [text]))
    reason = prompts.need(reason, "--reason", "原因", LeavingReason.words())
    when = parse_day(day(on or desk.today.isoformat(), desk))
    left = close(desk.start, child, when, reason, prompts.may(to, "去向"), desk.today, output.waiting)
    told(
        left.saved, f"已记离班：{left.name}，在班到 {left.last_day}，{reason}。",
        {"name": left.name, "last_day": left.last_day.isoformat(), "reason": reason}, as_json=as_json,
    )  # fmt: skip
