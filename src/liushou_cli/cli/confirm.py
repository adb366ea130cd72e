"""liushou confirm"""

from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.columns import aligned, room
from liushou_cli.cli.options import JsonOption, OnOption, OptionalChildArgument, day
from liushou_cli.cli.saved import told
from liushou_cli.domain.days import parse_day
from liushou_cli.errors import BadInput

_HEADINGS = ("班级", "孩子", "项", "电话或住址", "最后核实", "多久", "没打通")
_HALF_A_YEAR = 180


def confirm(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    item: Annotated[
        str | None, typer.Argument(metavar="项", help="父亲.电话、母亲.电话、奶奶.电话、现住址")
    ] = None,
    on: OnOption = None,
    stale: Annotated[
        int | None,
        typer.Option(
            "--stale",
            metavar="天数",
            min=0,
            help="列出这么多天没有核实的；不写是 180。没打通两次以上的总列出来",
        ),
    ] = None,
    everyone: Annotated[bool, typer.Option("--all", help="连同不是留守的")] = False,
    as_json: JsonOption = False,
) -> None:
    """记下电话、住址哪天核实过；不写孩子，就列出最久没有核实的。接通的电话、家访自己就算核实，不用再记。

    liushou confirm
    liushou confirm --stale 90
    liushou confirm 李小花 父亲.电话 --on 2013-12-20
    """
    from liushou_cli.usecases.confirm import confirm as write

    desk = context.of(ctx)
    if child is None:
        _list(desk, _HALF_A_YEAR if stale is None else stale, everyone=everyone, as_json=as_json)
        return
    if stale is not None:
        raise BadInput("--stale 是列出来看的，不能与孩子一起写", "去掉一样")
    item = prompts.need(item, "项", "核实了哪一项（如 父亲.电话、现住址）")
    when = parse_day(day(on or desk.today.isoformat(), desk))
    done = write(desk.start, child, item, when, desk.today, output.waiting)
    told(
        done.saved, f"已记：{done.name}的{done.item}，{when} 核实。",
        {"name": done.name, "item": done.item, "on": when.isoformat()}, as_json=as_json,
    )  # fmt: skip


def _list(desk: context.Desk, days: int, *, everyone: bool, as_json: bool) -> None:
    from liushou_cli.usecases.stale_facts import stalest

    found = stalest(desk.start, desk.today, days, everyone=everyone)
    if as_json:
        output.as_json({"stale": [one._asdict() for one in found]})
        return
    if found:
        output.say(_table(found, desk))
    talk = f"共 {len(found)} 项，{days} 天以上没有核实，或两次以上没打通。"
    output.talk(talk if found else f"没有 {days} 天以上没核实的。")


def _table(found: list[Any], desk: context.Desk) -> str:
    from liushou_cli.domain.facts import age

    rows = [
        (
            one.class_name,
            one.name,
            one.item,
            one.value,
            one.on or "—",
            age(parse_day(one.on) if one.on else None, desk.today),
            f"{one.failed} 次" if one.failed else "",
        )
        for one in found
    ]
    first = 0 if len({one.class_name for one in found}) > 1 else 1
    return aligned([row[first:] for row in [_HEADINGS, *rows]], most=room())
