"""What was still open when it was written down, and has come to an end."""

from typing import Annotated

import typer

from liushou_cli.cli import context, entering, output
from liushou_cli.cli.saved import told
from liushou_cli.domain.days import parse_day
from liushou_cli.errors import BadInput

SettleOption = Annotated[
    bool,
    typer.Option("--settle", help="不是记新的，是以前记的那一件有结果了；有几件的，用 --note 写几个字指明"),
]


def settle_open(
    desk: context.Desk,
    label: str,
    result: str,
    names: list[str],
    on: str | None,
    words: str | None,
    *,
    as_json: bool,
) -> None:
    from liushou_cli.usecases.done import done

    if len(names) > 1:
        raise BadInput("--settle 一次写一个孩子", "几个孩子共有的一件，写其中一个就行")
    when = parse_day(entering.day_of(on, desk))
    ended = done(desk.start, names[0], words or "", when, desk.today, output.waiting, kind=label)
    others = f"，另外 {ended.others} 名一起的孩子也记了" if ended.others else ""
    told(
        ended.saved, f"已记{label}的结果：{ended.name}，{when}，{result}{others}。",
        {"name": ended.name, "what": ended.what, "on": when.isoformat(), "result": result}, as_json=as_json,
    )  # fmt: skip
