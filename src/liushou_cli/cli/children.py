"""liushou set, list, show"""

from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.columns import aligned
from liushou_cli.cli.options import JsonOption, OptionalChildArgument, day, known
from liushou_cli.cli.saved import told
from liushou_cli.domain.days import parse_day
from liushou_cli.errors import BadInput

_UNSAID = "（内容不列，加 --incidents 看）"
_HEADINGS = ("班级", "编号", "姓名", "性别", "年龄", "留守", "照护人", "关注", "家访", "通话", "普查")


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


def list_children(
    ctx: typer.Context,
    everyone: Annotated[bool, typer.Option("--all", help="连同不是留守的和已离班的")] = False,
    as_json: JsonOption = False,
) -> None:
    """列出在班的留守儿童；家访、通话、普查是本学期到今天的次数。"""
    from liushou_cli.errors import Damaged
    from liushou_cli.usecases.list_children import list_children as listing

    desk = context.of(ctx)
    found = listing(desk.start, desk.today, everyone=everyone)
    if as_json:
        output.as_json([line._asdict() for line in found.lines])
    else:
        rows = [[str(cell) for cell in line] for line in found.lines]
        first = 0 if len({line.class_name for line in found.lines}) > 1 else 1
        output.say(
            aligned(
                [row[first:] for row in [list(_HEADINGS), *rows]],
                right=frozenset(range(8 - first, 11 - first)),
            )
        )
        output.talk(f"共 {len(found.lines)} 名。")
    if found.undecided and not everyone:
        output.talk(
            f"注意：口径在 {desk.today} 还没有实行，{found.undecided} 名在班的孩子分不出是不是留守；加 --all 列出全部。"
        )
    if found.unreadable:
        raise Damaged(
            f"有 {len(found.unreadable)} 份档案读不了：{'、'.join(found.unreadable[:3])}",
            "运行 liushou check 看是什么问题",
        )


def show(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    incidents: Annotated[
        bool, typer.Option("--incidents", help="连同事件的内容；不写只列出哪天有事件")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """看一个孩子的档案，记录按日期排。事件只列日期，内容要写 --incidents 才看得到。"""
    from liushou_cli.usecases.show import show as shown

    desk = context.of(ctx)
    child = prompts.need(child, "孩子", "哪个孩子", check=lambda text: known(desk, [text]))
    found = shown(desk.start, child, desk.today, incidents=incidents)
    if as_json:
        moments = [moment._asdict() for moment in found.moments]
        output.as_json(
            {
                "file": found.file,
                "status": found.status,
                "definition": found.definition,
                "facts": found.facts,
                "records": moments,
            }
        )
        return
    status = f"{found.status}（{found.definition}口径）" if found.status else "口径还没有实行"
    rows = [(key, _line(value)) for key, value in found.facts.items() if key != "格式"]
    output.say(f"{found.facts['姓名']}，{found.age} 岁，{status}。档案：{found.file}\n\n{aligned(rows)}")
    if found.moments:
        table = [(moment.on, moment.label, _line(moment.record) or _UNSAID) for moment in found.moments]
        output.say(f"\n{aligned(table)}")


def _line(value: Any) -> str:
    if isinstance(value, dict):
        return "，".join(f"{key} {_line(part)}" for key, part in value.items())
    if isinstance(value, list):
        mark = "；" if any(isinstance(part, dict) for part in value) else "、"
        return mark.join(_line(part) for part in value)
    return " ".join(str(value).split())
