"""liushou due"""

from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output
from liushou_cli.cli.columns import aligned
from liushou_cli.cli.options import JsonOption

_HEADINGS = ("期限", "", "班级", "孩子", "要做的事", "为什么", "上次")


def due(
    ctx: typer.Context,
    within: Annotated[
        int | None, typer.Option("--within", metavar="天数", min=0, help="只看这么多天以内到期的和已经逾期的")
    ] = None,
    fail: Annotated[bool, typer.Option("--fail", help="有逾期的，退出码是 1")] = False,
    as_json: JsonOption = False,
) -> None:
    """该做什么：谁该家访、该通话，答应了什么，哪天到期，为什么。最急的在前；记下一次家访、通话，它自己就消了。"""
    from liushou_cli.usecases.due import due as found

    desk = context.of(ctx)
    lines = found(desk.start, desk.today, within)
    if as_json:
        output.as_json({"due": [line._asdict() for line in lines]})
    elif lines:
        output.say(_table(lines))
    late = sum(line.overdue for line in lines)
    if not as_json:
        output.talk(f"共 {len(lines)} 件，逾期 {late} 件。" if lines else "没有要做的事。")
    if fail and late:
        raise typer.Exit(1)


def _table(lines: list[Any]) -> str:
    rows = [
        (
            one.by or "没有期限",
            "逾期" if one.overdue else "",
            one.class_name,
            one.name,
            one.what,
            one.why,
            one.last,
        )
        for one in lines
    ]
    columns = [0, 1, 2, 3, 4, 5, 6] if len({one.class_name for one in lines}) > 1 else [0, 1, 3, 4, 5, 6]
    return aligned([[row[column] for column in columns] for row in [_HEADINGS, *rows]])
