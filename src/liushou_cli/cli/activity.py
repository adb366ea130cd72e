"""liushou log-activity"""

from typing import Annotated

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import ByOption, JsonOption, NoteOption, OnOption, count, day, listed
from liushou_cli.cli.saved import told
from liushou_cli.domain.choices import ActivityKind

_ALL = "全体"


def log_activity(
    ctx: typer.Context,
    on: OnOption = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="类别", help="、".join(ActivityKind.words()))
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="文字", help="主题")] = None,
    children: Annotated[
        str | None,
        typer.Option("--children", metavar="谁", help="all（全体留守儿童），或几个名字，用逗号隔开"),
    ] = None,
    absent: Annotated[
        list[str] | None, typer.Option("--absent", metavar="谁", help="全体里没来的；可以写几次")
    ] = None,
    guests: Annotated[str | None, typer.Option("--guests", metavar="人数", help="监护人到会多少人")] = None,
    by: ByOption = None,
    note: NoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一次班级活动：班会、课外辅导、文体、实践、监护人会议……

    liushou log-activity --kind 班会 --title 我和爸妈的电话 --children all
    """
    desk = context.of(ctx)
    who = prompts.may(children, "参加的孩子（全体，或名字用逗号隔开）", default=_ALL)
    values = {
        "日期": day(
            prompts.may(on, "日期", default=desk.today.isoformat(), check=lambda text: day(text, desk)), desk
        ),
        "类别": prompts.need(kind, "--kind", "类别", ActivityKind.words()),
        "主题": prompts.need(title, "--title", "主题"),
        "监护人到会": count(guests, "--guests"),
        "情况": prompts.may(note, "情况"),
    }
    if by:
        values["负责人"] = listed(by)  # type: ignore[assignment]
    from liushou_cli.usecases.log_activity import log_activity as log

    present = [_ALL] if who in (_ALL, "all") else listed([who])
    held = log(desk.start, values, present, listed(absent), desk.today, output.waiting)
    sentence = (
        f"已记活动：{held.record['类别']}《{held.record['主题']}》，{held.record['日期']}（{held.term}）。"
    )
    told(held.saved, sentence, {"term": held.term, "record": held.record}, as_json=as_json)
