"""liushou log-support, log-mediation, log-concern"""

import re
from typing import Annotated

import typer

from liushou_cli.cli import context, entering, output, prompts
from liushou_cli.cli.needs import answered_by
from liushou_cli.cli.options import (
    ChildrenArgument,
    FollowUpOption,
    JsonOption,
    NoteOption,
    OnOption,
    listed,
    tasks,
)
from liushou_cli.cli.saved import told
from liushou_cli.domain.choices import ConcernAspect, Settlement, SupportKind, Watch
from liushou_cli.domain.days import parse_day
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
    entering.log(desk, "帮扶", names, values, as_json=as_json)


_SettleOption = Annotated[
    bool,
    typer.Option("--settle", help="不是记新的，是以前记的那一件有结果了；有几件的，用 --note 写几个字指明"),
]


def log_mediation(
    ctx: typer.Context,
    children: ChildrenArgument = None,
    on: OnOption = None,
    with_whom: Annotated[
        list[str] | None, typer.Option("--with", metavar="谁", help="和谁的矛盾，如 奶奶、同学")
    ] = None,
    note: NoteOption = None,
    result: Annotated[
        str | None, typer.Option("--result", metavar="结果", help="、".join(Settlement.words()))
    ] = None,
    settle: _SettleOption = False,
    follow_up: FollowUpOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一次矛盾调解。没有当场化解的写 跟踪中，后来化解了用 --settle，或 liushou done。

    liushou log-mediation 李小花 --with 奶奶 --note 为玩手机吵架，说好周末半小时 --result 跟踪中
    liushou log-mediation 李小花 --settle --on 2013-11-20
    """
    desk = context.of(ctx)
    names = entering.children_meant(children, desk)
    if settle:
        _settle(desk, "矛盾调解", "已化解", names, on, note, as_json=as_json)
        return
    values = {
        "日期": entering.day_of(on, desk),
        "对象": listed(with_whom) or listed([prompts.may(None, "和谁的矛盾")]),
        "情况": prompts.need(note, "--note", "情况"),
        "结果": prompts.need(result, "--result", "结果", Settlement.words()),
        "跟进": tasks(follow_up, desk),
    }
    entering.log(desk, "矛盾调解", names, values, as_json=as_json)


def log_concern(
    ctx: typer.Context,
    children: ChildrenArgument = None,
    on: OnOption = None,
    aspect: Annotated[
        str | None, typer.Option("--aspect", metavar="方面", help="、".join(ConcernAspect.words()))
    ] = None,
    note: NoteOption = None,
    settle: _SettleOption = False,
    follow_up: FollowUpOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一件要多看几眼的事：还不成事件，先跟踪着。放心了用 --settle，或 liushou done。

    liushou log-concern 李小花 --aspect 心理 --note 这周总一个人坐着，不出去玩
    """
    desk = context.of(ctx)
    names = entering.children_meant(children, desk)
    if settle:
        _settle(desk, "关注事项", "已解除", names, on, note, as_json=as_json)
        return
    values = {
        "日期": entering.day_of(on, desk),
        "方面": prompts.need(aspect, "--aspect", "方面", ConcernAspect.words()),
        "情况": prompts.need(note, "--note", "情况"),
        "结果": Watch.WATCHED.value,
        "跟进": tasks(follow_up, desk),
    }
    entering.log(desk, "关注事项", names, values, as_json=as_json)


def _settle(
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


def _money(text: str) -> str:
    """Yuan, with at most two decimals. Raises :class:`BadInput`."""
    plain = text.strip().removesuffix("元").strip()
    if plain and not re.fullmatch(r"\d{1,7}(\.\d{1,2})?", plain, re.ASCII):
        raise BadInput(f"--amount 写的是“{text}”", "写一个数，如 300 或 12.5")
    return plain
