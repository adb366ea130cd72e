"""liushou plan"""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, options, output, prompts
from liushou_cli.cli.columns import aligned
from liushou_cli.cli.needs import unanswered
from liushou_cli.cli.options import JsonOption, OptionalChildArgument, day, deadline, known, listed
from liushou_cli.cli.saved import told
from liushou_cli.domain.days import parse_day
from liushou_cli.domain.term import Term

_PLANS = ("孩子", "目标", "期限", "现在", "结果")
_NEEDS = ("孩子", "需求", "方面", "哪天普查")


def plan(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    term: Annotated[
        str | None, typer.Option("--term", metavar="学期", help="哪个学期的，如 2013-2；不写就是本学期")
    ] = None,
    aim: Annotated[
        str | None, typer.Option("--aim", metavar="目标", help="到期限时孩子怎样才算做到了")
    ] = None,
    measures: Annotated[
        list[str] | None, typer.Option("--measure", metavar="措施", help="做什么；可以写几次")
    ] = None,
    needs: Annotated[
        list[str] | None, typer.Option("--for", metavar="需求", help="针对普查里的哪项需求；可以写几次")
    ] = None,
    who: Annotated[str | None, typer.Option("--who", metavar="姓名", help="负责人；不写就是班主任")] = None,
    by_when: Annotated[str | None, typer.Option("--by-when", metavar="日期", help="期限")] = None,
    result: Annotated[
        str | None,
        typer.Option("--result", metavar="文字", help="计划的结果；有几项计划的，用 --aim 写几个字指明"),
    ] = None,
    done: Annotated[
        str | None, typer.Option("--done", metavar="日期", help="计划哪天完成；不写就是今天")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """帮扶计划（一生一策）。不写孩子，列出本学期的计划，和普查记下还没有回应的需求。

    在终端里只写孩子，就把没有回应的需求一项一项问过去。

    liushou plan 李小花 --for 课外辅导 --aim 数学及格 --measure 每周二补一节 --by-when 2013-12-20
    liushou plan 李小花 --result 期末七十一分 --done 2014-01-10
    """
    desk = context.of(ctx)
    wanted = options.term_of(term)
    if child is None:
        _overview(desk, wanted, as_json=as_json)
    elif result or done:
        _finish(desk, child, aim or "", result or "", done, as_json=as_json)
    elif aim or not prompts.at_terminal():
        _add(desk, child, wanted, _values(desk, aim, measures, needs, who, by_when), as_json=as_json)
    else:
        _one_by_one(desk, child, wanted, who, by_when)


def _values(
    desk: context.Desk,
    aim: str | None,
    measures: list[str] | None,
    needs: list[str] | None,
    who: str | None,
    by_when: str | None,
) -> dict[str, Any]:
    by = prompts.may(by_when, "期限", check=lambda text: deadline(text, desk, "--by-when"))
    return {
        "目标": prompts.need(aim, "--aim", "目标"),
        "措施": [one.strip() for one in measures or _measures() if one.strip()],
        "针对": listed(needs),
        "负责人": prompts.may(who, "负责人"),
        "期限": deadline(by, desk, "--by-when") if by else "",
    }


def _measures() -> list[str]:
    return prompts.may(None, "措施（几条用分号隔开）").replace("；", ";").split(";")


def _one_by_one(
    desk: context.Desk, child: str, term: Term | None, who: str | None, by_when: str | None
) -> None:
    """Each need of the last survey that nothing answers; one plan each, saved before the next is asked."""
    known(desk, [child])
    there = unanswered(desk, child, term)
    if not there:
        output.talk("最近一次普查没有还没回应的需求。")
        _add(desk, child, term, _values(desk, None, None, None, who, by_when), as_json=False)
    for one in there:
        output.talk(f"需求：{one.need}（{one.aspect}，{one.surveyed} 普查）")
        if aim := prompts.may(None, "目标（不定计划就按回车）"):
            _add(desk, child, term, _values(desk, aim, None, [one.need], who, by_when), as_json=False)


def _add(desk: context.Desk, child: str, term: Term | None, values: dict[str, Any], *, as_json: bool) -> None:
    from liushou_cli.usecases.plan import plan as add

    made = add(desk.start, child, term, values, desk.today, output.waiting)
    left = f"还没有回应的需求：{'、'.join(made.open_needs)}。" if made.open_needs else ""
    told(
        made.saved, f"已定帮扶计划：{made.name}，{made.record['学期']}，{made.record['目标']}。{left}",
        {"name": made.name, "record": made.record, "open_needs": made.open_needs}, as_json=as_json,
    )  # fmt: skip


def _finish(
    desk: context.Desk, child: str, words: str, result: str, on: str | None, *, as_json: bool
) -> None:
    from liushou_cli.domain.unfinished import PLAN
    from liushou_cli.usecases.done import done as tick

    when = parse_day(day(on or desk.today.isoformat(), desk, "--done"))
    ticked = tick(desk.start, child, words, when, desk.today, output.waiting, kind=PLAN, result=result)
    ending = f"，结果：{result}" if result else ""
    told(
        ticked.saved, f"计划已完成：{ticked.name}，{ticked.what}，{when}{ending}。",
        {"name": ticked.name, "what": ticked.what, "on": when.isoformat(), "result": result}, as_json=as_json,
    )  # fmt: skip


def _overview(desk: context.Desk, term: Term | None, *, as_json: bool) -> None:
    from liushou_cli.usecases.plans import overview

    found = overview(desk.start, term, desk.today)
    if as_json:
        output.as_json(
            {
                "term": found.term,
                "plans": [one._asdict() for one in found.plans],
                "needs": [one._asdict() for one in found.needs],
            }
        )
        return
    several = len({one.class_name for one in found.plans} | {one.class_name for one in found.needs}) > 1
    plans = [(one.class_name, one.name, one.aim, one.by, one.state, one.result) for one in found.plans]
    needs = [(one.class_name, one.name, one.need, one.aspect, one.surveyed) for one in found.needs]
    tables = [_table(_PLANS, plans, several=several), _table(_NEEDS, needs, several=several)]
    if said := "\n\n".join(table for table in tables if table):
        output.say(said)
    finished = sum(one.state == "已完成" for one in found.plans)
    children = len({one.id for one in found.needs})
    output.talk(
        f"{found.term} 计划 {len(found.plans)} 项，完成 {finished} 项；"
        + (
            f"还没有回应的需求 {len(found.needs)} 项，{children} 名孩子。"
            if found.needs
            else "没有还没回应的需求。"
        )
    )


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, several: bool) -> str:
    if not rows:
        return ""
    whole = [("班级", *headings), *rows]
    return aligned([row if several else row[1:] for row in whole])
