"""liushou log-support"""

import re
from typing import Annotated

import typer

from liushou_cli.cli import context, entering, prompts
from liushou_cli.cli.needs import answered_by, unasked
from liushou_cli.cli.options import (
    ChildrenArgument,
    FollowUpOption,
    JsonOption,
    NoteOption,
    OnOption,
    tasks,
)
from liushou_cli.domain.choices import SupportKind
from liushou_cli.errors import BadInput


def log_support(
    ctx: typer.Context,
    children: ChildrenArgument = None,
    on: OnOption = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="类别", help="、".join(SupportKind.words()))
    ] = None,
    what: Annotated[
        str | None, typer.Option("--what", metavar="内容", help="给了什么、做了什么，如 棉衣一件")
    ] = None,
    needs: Annotated[
        list[str] | None, typer.Option("--for", metavar="需求", help="针对普查里的哪项需求；可以写几次")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="谁", help="谁给的、谁做的")] = None,
    amount: Annotated[str | None, typer.Option("--amount", metavar="元", help="金额，如 300")] = None,
    note: NoteOption = None,
    follow_up: FollowUpOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一次帮扶，资助也在内。几个孩子一起受帮扶的写在一起：算 1 次，金额写总数。

    liushou log-support 李小花 --kind 资金 --what 冬衣补助 --amount 200 --by 镇关工委
    """
    desk = context.of(ctx)
    names = entering.children_meant(children, desk)
    values = {
        "日期": entering.day_of(on, desk),
        "类别": prompts.need(kind, "--kind", "类别", SupportKind.words()),
        "内容": prompts.need(what, "--what", "内容"),
        "针对": answered_by(needs, desk, names),
        "提供者": prompts.may(by, "谁给的、谁做的"),
        "金额": _money(prompts.may(amount, "金额（元）", check=_money)),
        "情况": prompts.may(note, "情况"),
        "跟进": tasks(follow_up, desk),
    }
    odd = unasked(desk, names, values)
    entering.log(desk, "帮扶", names, values, as_json=as_json, odd=odd)


def _money(text: str) -> str:
    """Yuan, with at most two decimals. Raises :class:`BadInput`."""
    plain = text.strip().removesuffix("元").strip()
    if plain and not re.fullmatch(r"\d{1,7}(\.\d{1,2})?", plain, re.ASCII):
        raise BadInput(f"--amount 写的是“{text}”", "写一个数，如 300 或 12.5")
    return plain
