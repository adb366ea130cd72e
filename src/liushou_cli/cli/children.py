"""liushou set"""

from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption, OptionalChildArgument, day, known
from liushou_cli.cli.saved import told
from liushou_cli.domain.days import parse_day
from liushou_cli.errors import BadInput


def set_field(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    field: Annotated[
        str | None, typer.Argument(metavar="项", help="如 现住址、父亲.电话、母亲.行踪、照护人、关注等级")
    ] = None,
    value: Annotated[str | None, typer.Argument(metavar="值")] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="日期", help="按日期记的项（行踪、照护人、监护情况、关注等级）从哪天起"
        ),
    ] = None,
    extra: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="键=值", help="一起记的，如 地点=广东省东莞市；可以写几次"),
    ] = None,
    together: Annotated[
        bool, typer.Option("--together", help="新的照护人与原来的一起照护；不写就是接手，原来的到前一天为止")
    ] = False,
    clear: Annotated[bool, typer.Option("--clear", help="去掉这一项")] = False,
    as_json: JsonOption = False,
) -> None:
    """改一个孩子档案里的一项。会随时间变的项添一条新的，旧的留着，以前的报告不变。

    liushou set 李小花 父亲.电话 13800001234
    liushou set 李小花 母亲.行踪 在家 --since 2013-10-20
    liushou set 李小花 照护人 王桂兰 --with 关系=奶奶 --since 2013-11-01
    """
    desk = context.of(ctx)
    if clear and value:
        raise BadInput("值和 --clear 只写一样", "改成别的就写值，去掉就写 --clear")
    child = prompts.need(child, "孩子", "哪个孩子", check=lambda text: known(desk, [text]))
    field = prompts.need(field, "项", "改哪一项（如 现住址、父亲.电话）")
    new = "" if clear else prompts.need(value, "值", f"{field}改成什么")
    pairs = _pairs(extra or [])
    from liushou_cli.usecases.set_field import set_field as change

    when = parse_day(day(since, desk, "--since")) if since else None
    done = change(desk.start, child, field, new, pairs, when, desk.today, output.waiting, together=together)
    if done.saved.files:
        sentence = f"已改：{done.name}的{done.field}，原来 {_short(done.before)}，现在 {_short(done.after)}。"
    else:
        sentence = (
            f"没有改动：{done.name}的{done.field}本来就{'是' if done.after else ''}{_short(done.after)}。"
        )
    told(
        done.saved,
        sentence,
        {"name": done.name, "field": field, "before": done.before, "after": done.after},
        as_json=as_json,
    )


def _pairs(written: list[str]) -> dict[str, str]:
    """``地点=广东省东莞市`` to key and value."""
    pairs = {}
    for pair in written:
        key, _, value = pair.partition("=")
        if not key.strip() or not value.strip():
            raise BadInput(f"--with 写的是“{pair}”，要写成 键=值", "如 --with 地点=广东省东莞市")
        pairs[key.strip()] = value.strip()
    return pairs


def _short(value: Any) -> str:
    if value is None:
        return "没有写"
    if isinstance(value, list):
        if all(isinstance(part, str) for part in value):
            return _short("、".join(value)) if value else "没有写"
        return f"{len(value)} 条，最后一条 {_short(value[-1])}"
    if isinstance(value, dict):
        return " ".join(f"{key} {part}" for key, part in value.items())
    return f"“{' '.join(str(value).split())}”"
