"""liushou log-incident"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from liushou_cli.cli import context, entering, output, prompts
from liushou_cli.cli.options import ChildrenArgument, FollowUpOption, JsonOption, OnOption, day, tasks
from liushou_cli.cli.saved import told
from liushou_cli.domain.days import parse_day
from liushou_cli.errors import BadInput

_LIKE = "写成 公安@2013-11-05 16:20，只知道哪天的写日期"


def log_incident(
    ctx: typer.Context,
    children: ChildrenArgument = None,
    on: OnOption = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="类别", help="如 意外受伤、欺凌、失联、被打")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="文字", help="发生了什么")] = None,
    found_by: Annotated[
        str | None, typer.Option("--found-by", metavar="文字", help="怎么知道的，如 亲眼看到、孩子自己说的")
    ] = None,
    reports: Annotated[
        list[str] | None,
        typer.Option(
            "--report",
            metavar="对象@时间",
            help="报给了谁、几点，如 公安@2013-11-05 16:20；可以写几次，以后也能补",
        ),
    ] = None,
    handling: Annotated[str | None, typer.Option("--handling", metavar="文字", help="怎么处理的")] = None,
    follow_up: FollowUpOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一件事件：孩子受了伤害、可能受到伤害，或有危险。学校的人知道了要马上报告。

    只写 --report 不写 --note，是给记过的事件补一次报告。
    事件的文字只进事件报告单（liushou report incident --child 姓名），别的文书、名单都不写。

    liushou log-incident 李小花 --kind 意外受伤 --note 放学路上摔伤手臂 --report 监护人@2013-11-05 16:20
    """
    desk = context.of(ctx)
    names = entering.children_meant(children, desk)
    told_to = [_report(text, desk) for text in reports or []]
    if told_to and not (note or kind):
        _more(desk, names, on, told_to, as_json=as_json)
        return
    from liushou_cli.usecases.log_contact import log_contact
    from liushou_cli.usecases.report_incident import possible, still_to_do

    values = {
        "日期": entering.day_of(on, desk),
        "类别": prompts.need(kind, "--kind", "类别，如 意外受伤、欺凌、失联"),
        "发现方式": prompts.may(found_by, "怎么知道的"),
        "情况": prompts.need(note, "--note", "发生了什么"),
        "报告": told_to,
        "处理": prompts.may(handling, "怎么处理的"),
        "跟进": tasks(follow_up, desk),
    }
    when = parse_day(str(values["日期"]))
    possible(told_to, when, desk.today)
    done = log_contact(desk.start, "事件", names, values, desk.today, output.waiting)
    unreported, rules = still_to_do(done.record, when)
    data = {"children": list(done.children), "on": when.isoformat(), "unreported": unreported, "rules": rules}
    sentence = f"已记事件：{'、'.join(done.children)}，{when}。\n{_duty(done.children[0], unreported, rules)}"
    told(done.saved, sentence, data, as_json=as_json)


def _more(
    desk: context.Desk, names: Sequence[str], on: str | None, told_to: list[dict[str, str]], *, as_json: bool
) -> None:
    from liushou_cli.usecases.report_incident import report_incident

    if len(names) > 1:
        raise BadInput("补报告一次写一个孩子", "几个孩子共有的一件事，写其中一个就行")
    meant: date | None = parse_day(day(on, desk)) if on else None
    added = report_incident(desk.start, names[0], meant, told_to, desk.today, output.waiting)
    data = {
        "children": [added.name], "on": added.on.isoformat(),
        "unreported": added.unreported, "rules": added.rules,
    }  # fmt: skip
    said = "、".join(one["对象"] for one in told_to)
    sentence = f"已记 {added.on} 事件的报告：{added.name}，{said}。\n{_left(added.name, added.unreported)}"
    told(added.saved, sentence, data, as_json=as_json)


def _duty(name: str, unreported: list[str], rules: list[str]) -> str:
    """What must be done now, and which rule of that day says so."""
    from liushou_cli.domain.reporting import PLAIN_DUTY

    lines = [f"{PLAIN_DUTY}。", *(f"依据：{rule}。" for rule in rules), _left(name, unreported)]
    return "\n".join(lines)


def _left(name: str, unreported: list[str]) -> str:
    if not unreported:
        return "学校、公安、教育部门、监护人都有报告的记录。"
    return (
        f"还没有报告的记录：{'、'.join(unreported)}。该报的马上报，报了就记下："
        f'liushou log-incident {name} --report "{unreported[0]}@日期 几点:几分"'
    )


def _report(text: str, desk: context.Desk) -> dict[str, str]:
    """``公安@11-05 16:20`` to 对象 and 时间 (2013-11-05 16:20, or the day alone)."""
    whom, at, when = text.partition("@")
    whom, when = whom.strip(), when.strip()
    if not at or not whom or not when:
        raise BadInput(f"--report 写的是“{text}”，要有对象和时间", _LIKE)
    found = re.fullmatch(r"(\S+)\s+(\d{1,2})[:：](\d{2})", when, re.ASCII)
    spoken, clock = (found[1], (int(found[2]), int(found[3]))) if found else (when, None)
    if clock and (clock[0] > 23 or clock[1] > 59):
        raise BadInput(f"--report 的时间写的是“{when}”", _LIKE)
    on = day(spoken, desk, "--report 的时间")
    return {"对象": whom, "时间": f"{on} {clock[0]:02}:{clock[1]:02}" if clock else on}
