"""liushou level"""

from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.level_text import said_of
from liushou_cli.cli.options import JsonOption, OnOption, OptionalChildArgument, day, deadline
from liushou_cli.cli.saved import told
from liushou_cli.domain.choices import Attention
from liushou_cli.domain.days import parse_day
from liushou_cli.errors import BadInput


def _words(ctx: Any, param: Any, typed: str) -> list[str]:
    return [word for word in Attention.words() if word.startswith(typed)]


def level(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    to: Annotated[
        str | None,
        typer.Argument(metavar="等级", help="普通、重点、紧急；不写就看记录说什么", shell_complete=_words),
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="文字", help="为什么")] = None,
    review: Annotated[str | None, typer.Option("--review", metavar="日期", help="哪天再评")] = None,
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """定关注等级，写明原因和复评的日期，以前的留着。等级总是老师定：记录与它不合时只列出来，说明凭哪条记录、怎样就能降下来。

    liushou level
    liushou level 李小花
    liushou level 李小花 重点 --reason 奶奶住院 --review 2014-03-01
    """
    desk = context.of(ctx)
    if child and to:
        _set(desk, child, to, reason, review, on, as_json=as_json)
        return
    if reason or review or on:
        raise BadInput("没有写定成什么等级", f"写在孩子后面：{'、'.join(Attention.words())}")
    from liushou_cli.usecases.levels import levels

    found = levels(desk.start, child or "", desk.today)
    if as_json:
        output.as_json({"hints": [_plain(one) for one in found]})
        return
    if found:
        several = len({one.class_name for one in found}) > 1
        output.say("\n\n".join("\n".join(said_of(one, several=several)) for one in found))
    if not child:
        output.talk(
            f"共 {len(found)} 名。等级由老师定，程序不改。" if found else "没有与记录不合的，也没有该复评的。"
        )


def _set(
    desk: context.Desk,
    child: str,
    to: str,
    reason: str | None,
    review: str | None,
    on: str | None,
    *,
    as_json: bool,
) -> None:
    from liushou_cli.usecases.set_field import set_field

    if to not in Attention.words():
        raise BadInput(f"等级写的是“{to}”", f"可以写：{'、'.join(Attention.words())}")
    when = parse_day(day(on or desk.today.isoformat(), desk))
    if when > desk.today:
        raise BadInput(f"日期 {when} 还没有到（今天是 {desk.today}）", "到那天再定")
    said = {"原因": prompts.need(reason, "--reason", "为什么")}
    if review:
        said["复评"] = deadline(review, desk, "--review")
    done = set_field(desk.start, child, "关注等级", to, said, when, desk.today, output.waiting)
    again = f"，{said['复评']} 复评" if review else ""
    data = {"name": done.name, "level": to, "on": when.isoformat(), "review": said.get("复评", "")}
    told(done.saved, f"已定：{done.name}的关注等级，{when} 起{to}{again}。", data, as_json=as_json)


def _plain(one: Any) -> dict[str, Any]:
    return {**one._asdict(), "reasons": [why._asdict() for why in one.reasons]}
