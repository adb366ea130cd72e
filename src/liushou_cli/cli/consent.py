"""liushou consent"""

from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.columns import aligned, room
from liushou_cli.cli.options import JsonOption, OnOption, OptionalChildArgument, day, deadline, listed
from liushou_cli.cli.saved import told
from liushou_cli.domain.days import parse_day
from liushou_cli.errors import BadInput

_HEADINGS = ("班级", "孩子", "什么", "", "日期")
_SOON = 30


def consent(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    by: Annotated[str | None, typer.Option("--by", metavar="谁", help="谁同意的，如 奶奶、父亲")] = None,
    on: OnOption = None,
    scope: Annotated[
        list[str] | None,
        typer.Option("--scope", metavar="范围", help="同意了什么，如 建档,上报统计；可以写几次"),
    ] = None,
    how: Annotated[str | None, typer.Option("--how", metavar="方式", help="如 当面签字、捎回签字")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="日期", help="同意到哪天为止")] = None,
    withdraw: Annotated[str | None, typer.Option("--withdraw", metavar="日期", help="哪天撤回的")] = None,
    within: Annotated[
        int | None, typer.Option("--within", metavar="天数", min=0, help="连同这么多天以内到期的；不写是 30")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """记家长的知情同意；不写孩子，就列出没有的、撤回的、过期和快到期的，委托照护也在内。

    liushou consent
    liushou consent 李小花 --by 父亲 --scope 建档,上报统计 --until 2014-08-31
    liushou consent 李小花 --withdraw 2014-03-01
    """
    from liushou_cli.usecases.consent import consent as write
    from liushou_cli.usecases.consent import withdraw as take_back

    desk = context.of(ctx)
    if child is None:
        if by or on or scope or how or until or withdraw:
            raise BadInput("没有写是哪个孩子", "写在命令后面")
        _list(desk, _SOON if within is None else within, as_json=as_json)
        return
    if withdraw:
        if by or on or scope or how or until:
            raise BadInput("--withdraw 只能单独写", "先撤回，再记新的同意")
        done = take_back(
            desk.start, child, parse_day(day(withdraw, desk, "--withdraw")), desk.today, output.waiting
        )
    else:
        values = {
            "日期": day(on or desk.today.isoformat(), desk),
            "同意人": prompts.need(by, "--by", "谁同意的"),
            "方式": how,
            "范围": listed(scope)
            or listed([prompts.need(None, "--scope", "同意了什么（如 建档、上报统计）")]),
            "至": deadline(until, desk, "--until") if until else "",
        }
        done = write(desk.start, child, values, desk.today, output.waiting)
    told(done.saved, _sentence(done), {"name": done.name, "record": done.record}, as_json=as_json)


def _sentence(done: Any) -> str:
    record = done.record
    if "撤回" in record:
        return f"已记：{done.name}的知情同意，{record['撤回']} 撤回。"
    until = f"，到 {record['至']} 为止" if "至" in record else ""
    return f"已记：{done.name}的知情同意，{record['同意人']}同意{'、'.join(record['范围'])}{until}。"


def _list(desk: context.Desk, within: int, *, as_json: bool) -> None:
    from liushou_cli.usecases.missing_consents import missing

    found = missing(desk.start, desk.today, within)
    if as_json:
        output.as_json({"consents": [one._asdict() for one in found]})
        return
    if found:
        rows = [(one.class_name, one.name, one.what, one.state, one.on) for one in found]
        first = 0 if len({one.class_name for one in found}) > 1 else 1
        output.say(aligned([row[first:] for row in [_HEADINGS, *rows]], most=room()))
    output.talk(f"共 {len(found)} 项。" if found else "都有，也没有过期的。")
