"""liushou pair, unpair"""

from typing import Annotated

import typer

from liushou_cli.cli import context, entering, output, prompts
from liushou_cli.cli.columns import aligned
from liushou_cli.cli.options import ChildrenArgument, JsonOption, OnOption, day, listed
from liushou_cli.cli.saved import told
from liushou_cli.domain.choices import Pairer
from liushou_cli.domain.days import parse_day
from liushou_cli.errors import BadInput

_NameOption = Annotated[str | None, typer.Option("--with", metavar="姓名", help="与谁结对")]
_RoleOption = Annotated[str | None, typer.Option("--role", metavar="身份", help="、".join(Pairer.words()))]


def pair(
    ctx: typer.Context,
    children: ChildrenArgument = None,
    name: _NameOption = None,
    role: _RoleOption = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="日期", help="从哪天起；不写就是今天")
    ] = None,
    phone: Annotated[str | None, typer.Option("--phone", metavar="电话", help="电话")] = None,
    workplace: Annotated[str | None, typer.Option("--workplace", metavar="单位", help="单位")] = None,
    as_json: JsonOption = False,
) -> None:
    """结对：给孩子找代理家长或帮扶教师。不写孩子，列出谁结了几名、谁还没有人结对。

    学校的设置里写了 结对上限 的，一个人不能超过这个数，全校一起算。

    liushou pair 李小花 --with 陈静 --role 帮扶教师 --since 2013-09-16
    """
    desk = context.of(ctx)
    if not listed(children) and not (name or role):
        _loads(desk, as_json=as_json)
        return
    from liushou_cli.usecases.pair import pair as join

    names = entering.children_meant(children, desk)
    values = {
        "姓名": prompts.need(name, "--with", "与谁结对").strip(),
        "身份": prompts.need(role, "--role", "身份", Pairer.words()),
        "电话": prompts.may(phone, "电话"),
        "单位": prompts.may(workplace, "单位"),
    }
    when = parse_day(day(since or desk.today.isoformat(), desk, "--since"))
    joined = join(desk.start, names, values, when, desk.today, output.waiting)
    who = f"{joined.record['姓名']}（{joined.record['身份']}）"
    told(
        joined.saved,
        f"已结对：{'、'.join(joined.children)}与{who}，{when} 起。{values['姓名']}现在结对 {joined.load} 名。",
        {"children": list(joined.children), "record": joined.record, "load": joined.load}, as_json=as_json,
    )  # fmt: skip


def unpair(
    ctx: typer.Context,
    children: ChildrenArgument = None,
    name: _NameOption = None,
    role: _RoleOption = None,
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """结对终止：写上最后一天。以前的记录留着，以前的报告不变。

    liushou unpair 李小花 --with 陈静 --on 2014-01-10
    """
    from liushou_cli.usecases.unpair import unpair as part

    desk = context.of(ctx)
    names = entering.children_meant(children, desk)
    name = prompts.need(name, "--with", "与谁的结对")
    if role and role not in Pairer.words():
        raise BadInput(f"身份写的是“{role}”", f"只能写：{'、'.join(Pairer.words())}")
    when = parse_day(entering.day_of(on, desk))
    ended = part(desk.start, names, name, role or "", when, desk.today, output.waiting)
    told(
        ended.saved, f"结对已终止：{'、'.join(ended.children)}与{name}，到 {when} 为止。",
        {"children": list(ended.children), "with": name, "on": when.isoformat()}, as_json=as_json,
    )  # fmt: skip


def _loads(desk: context.Desk, *, as_json: bool) -> None:
    from liushou_cli.usecases.pair_loads import pair_loads

    found = pair_loads(desk.start, desk.today)
    if as_json:
        output.as_json(
            {
                "people": [one._asdict() for one in found.people],
                "without": [{"class_name": code, "name": name} for code, name in found.without],
                "limit": found.limit,
            }
        )
        return
    rows = [
        (one.name, "、".join(one.roles), one.workplace, str(len(one.children)), "、".join(one.children))
        for one in found.people
    ]
    if rows:
        output.say(aligned([("结对的人", "身份", "单位", "名数", "孩子"), *rows], right=frozenset({3})))
    over = [one.name for one in found.people if found.limit and len(one.children) > found.limit]
    if over:
        output.talk(f"注意：{'、'.join(over)}结对超过 {found.limit} 名。")
    several = len({code for code, _ in found.without}) > 1
    names = "、".join(f"{name}（{code}）" if several else name for code, name in found.without)
    output.talk(
        f"还没有人结对的留守儿童 {len(found.without)} 名：{names}" if names else "每名留守儿童都有人结对。"
    )
