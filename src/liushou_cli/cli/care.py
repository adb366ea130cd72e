"""liushou log-mediation, log-concern"""

from typing import Annotated

import typer

from liushou_cli.cli import context, entering, prompts
from liushou_cli.cli.options import (
    ChildrenArgument,
    FollowUpOption,
    JsonOption,
    NoteOption,
    OnOption,
    listed,
    tasks,
)
from liushou_cli.cli.settling import SettleOption, settle_open
from liushou_cli.domain.choices import ConcernAspect, Settlement, Watch


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
    settle: SettleOption = False,
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
        settle_open(desk, "矛盾调解", "已化解", names, on, note, as_json=as_json)
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
    settle: SettleOption = False,
    follow_up: FollowUpOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一件要多看几眼的事：还不成事件，先跟踪着。放心了用 --settle，或 liushou done。

    liushou log-concern 李小花 --aspect 心理 --note 这周总一个人坐着，不出去玩
    """
    desk = context.of(ctx)
    names = entering.children_meant(children, desk)
    if settle:
        settle_open(desk, "关注事项", "已解除", names, on, note, as_json=as_json)
        return
    values = {
        "日期": entering.day_of(on, desk),
        "方面": prompts.need(aspect, "--aspect", "方面", ConcernAspect.words()),
        "情况": prompts.need(note, "--note", "情况"),
        "结果": Watch.WATCHED.value,
        "跟进": tasks(follow_up, desk),
    }
    entering.log(desk, "关注事项", names, values, as_json=as_json)
