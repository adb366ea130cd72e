"""liushou leave"""

from typing import Annotated

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption, OnOption, OptionalChildArgument, day, known
from liushou_cli.cli.saved import told
from liushou_cli.domain.choices import LeavingReason
from liushou_cli.domain.days import parse_day
from liushou_cli.errors import BadInput


def leave(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    on: OnOption = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="原因", help="、".join(LeavingReason.words()))
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="去向", help="去了哪里")] = None,
    everyone: Annotated[
        bool, typer.Option("--all", help="全班在班的孩子一起记，毕业时用；要么全记，要么全不记")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """孩子离开这个班：写上最后一天、原因、去向。档案留着，以前的报告不变。

    liushou leave 李小花 --on 2013-10-18 --reason 转学 --to 广东省东莞市
    liushou leave --all --on 2015-07-01 --reason 毕业
    """
    from liushou_cli.usecases.leave import leave as close

    desk = context.of(ctx)
    if everyone:
        _all(desk, child, on, reason, to, as_json=as_json)
        return
    child = prompts.need(child, "孩子", "哪个孩子", check=lambda text: known(desk, [text]))
    reason = prompts.need(reason, "--reason", "原因", LeavingReason.words())
    when = parse_day(day(on or desk.today.isoformat(), desk))
    left = close(desk.start, child, when, reason, prompts.may(to, "去向"), desk.today, output.waiting)
    told(
        left.saved, f"已记离班：{left.name}，在班到 {left.last_day}，{reason}。",
        {"name": left.name, "last_day": left.last_day.isoformat(), "reason": reason}, as_json=as_json,
    )  # fmt: skip


def _all(
    desk: context.Desk,
    child: str | None,
    on: str | None,
    reason: str | None,
    to: str | None,
    *,
    as_json: bool,
) -> None:
    from liushou_cli.usecases.leave_all import leave_all

    if child:
        raise BadInput("孩子和 --all 只写一样", "全班一起离开就去掉孩子的名字")
    reason = prompts.need(reason, "--reason", "原因", LeavingReason.words())
    when = parse_day(day(on or desk.today.isoformat(), desk))
    left = leave_all(desk.start, when, reason, to or "", desk.today, output.waiting)
    told(
        left.saved, f"已记离班：全班 {len(left.ids)} 名，在班到 {left.last_day}，{reason}。",
        {"children": list(left.ids), "last_day": left.last_day.isoformat(), "reason": reason}, as_json=as_json,
    )  # fmt: skip
