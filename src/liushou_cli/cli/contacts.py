"""liushou log-visit, log-call, log-talk"""

from typing import Annotated

import typer

from liushou_cli.cli import context, entering, prompts
from liushou_cli.cli.options import (
    ByOption,
    ChildrenArgument,
    FollowUpOption,
    JsonOption,
    NoteOption,
    OnOption,
    listed,
    returns,
    tasks,
)
from liushou_cli.domain.choices import PARENTS, CallKind, CallResult, Channel, Relation, VisitKind


def log_visit(
    ctx: typer.Context,
    children: ChildrenArgument = None,
    on: OnOption = None,
    met: Annotated[
        list[str] | None, typer.Option("--with", metavar="谁", help="见了谁，如 奶奶；可以写几次")
    ] = None,
    by: ByOption = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="性质", help="定期、不定期")] = None,
    purpose: Annotated[str | None, typer.Option("--purpose", metavar="文字", help="目的")] = None,
    note: NoteOption = None,
    guidance: Annotated[str | None, typer.Option("--guidance", metavar="文字", help="家教指导")] = None,
    follow_up: FollowUpOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一次家访。兄弟姐妹一起访的写在一起：算 1 次、几人次。

    liushou log-visit 李小花 --on 2013-10-12 --with 奶奶 --kind 定期 --note 奶奶身体尚可
    """
    desk = context.of(ctx)
    names = entering.children_meant(children, desk)
    values = {
        "日期": entering.day_of(on, desk),
        "性质": prompts.need(kind, "--kind", "性质", VisitKind.words()),
        "对象": listed(met) or listed([prompts.may(None, "见了谁")]),
        "家访人": listed(by),
        "目的": purpose,
        "情况": prompts.need(note, "--note", "情况"),
        "家教指导": prompts.may(guidance, "家教指导"),
        "跟进": tasks(follow_up, desk),
    }
    entering.log(desk, "家访", names, values, as_json=as_json)


def log_call(
    ctx: typer.Context,
    children: ChildrenArgument = None,
    on: OnOption = None,
    with_whom: Annotated[
        list[str] | None, typer.Option("--with", metavar="谁", help="和谁通话，如 父亲、奶奶")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--type", metavar="类型", help="教师联系家长、教师联系照护人、亲情通话；不写按 --with 定"
        ),
    ] = None,
    channel: Annotated[
        str | None,
        typer.Option("--channel", metavar="方式", help="电话、微信、视频、短信、见面、书信；不写就是电话"),
    ] = None,
    result: Annotated[
        str | None, typer.Option("--result", metavar="结果", help="接通、未接通；不写就是接通")
    ] = None,
    by: ByOption = None,
    note: NoteOption = None,
    follow_up: FollowUpOption = None,
    returning: Annotated[
        list[str] | None,
        typer.Option(
            "--return", metavar="谁@起..止", help="说好哪天回来住，如 父亲@2014-01-20..2014-02-08；止可以不写"
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """记一次通话。没有接通的也可以记，不算次数，但看得出号码该核实了。

    liushou log-call 李小花 --with 父亲 --note 说好每周日晚上打回来
    """
    desk = context.of(ctx)
    names = entering.children_meant(children, desk)
    people = listed(with_whom) or [prompts.need(None, "--with", "和谁通话")]
    result = prompts.may(result, "结果", CallResult.words(), default=CallResult.THROUGH)
    values = {
        "日期": entering.day_of(on, desk),
        "类型": kind or prompts.may(None, "类型", CallKind.words(), default=_kind(people)),
        "对象": people,
        "通话人": listed(by),
        "方式": prompts.may(channel, "方式", Channel.words(), default=Channel.PHONE),
        "结果": result,
        "情况": prompts.may(note, "情况"),
        "跟进": tasks(follow_up, desk),
    }
    entering.log(desk, "通话", names, values, returns(returning), as_json=as_json)


def log_talk(
    ctx: typer.Context,
    children: ChildrenArgument = None,
    on: OnOption = None,
    topic: Annotated[str | None, typer.Option("--topic", metavar="文字", help="谈什么")] = None,
    by: ByOption = None,
    note: NoteOption = None,
    follow_up: FollowUpOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一次谈心。

    liushou log-talk 李小花 --topic 想家 --note 说梦见妈妈，答应周日一起打电话
    """
    desk = context.of(ctx)
    names = entering.children_meant(children, desk)
    values = {
        "日期": entering.day_of(on, desk),
        "谈心人": listed(by),
        "主题": prompts.may(topic, "主题"),
        "情况": prompts.need(note, "--note", "情况"),
        "跟进": tasks(follow_up, desk),
    }
    entering.log(desk, "谈心", names, values, as_json=as_json)


def _kind(people: list[str]) -> str:
    if any(person in PARENTS for person in people):
        return CallKind.WITH_PARENT
    return CallKind.WITH_CAREGIVER if any(person in Relation.words() for person in people) else ""
