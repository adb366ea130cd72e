"""liushou show"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.columns import room, width, wrapped
from liushou_cli.cli.options import JsonOption, OptionalChildArgument, known

_GAP = "  "


def show(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    timeline: Annotated[
        bool,
        typer.Option(
            "--timeline", help="只看时间线：记录和父母行踪、照护人、等级的变动排在一起，最近的在最后"
        ),
    ] = False,
    incidents: Annotated[bool, typer.Option("--incidents", help="连同事件的内容；不写就只有日期")] = False,
    as_json: JsonOption = False,
) -> None:
    """看一个孩子的档案，记录按日期排，最近的在最后。电话、住址后面写着多久以前核实过。"""
    from liushou_cli.usecases.show import show as shown

    desk = context.of(ctx)
    child = prompts.need(child, "孩子", "哪个孩子", check=lambda text: known(desk, [text]))
    found = shown(desk.start, child, desk.today, incidents=incidents)
    if as_json:
        output.as_json(_plain(found))
        return
    status = f"{found.status}（{found.definition}口径）" if found.status else "口径还没有实行"
    output.say(f"{found.facts['姓名']}，{found.age} 岁，{status}。档案：{found.file}\n")
    if found.facts.get("不得透露"):
        output.talk("注意：这个孩子有不得透露的内容，外借、转述前先看“不得透露”。")
    if timeline:
        moments = sorted([*found.changes, *found.moments], key=lambda one: one.on)
        output.say(_rows([(one.on, one.label, _line(one.record)) for one in moments]))
        return
    notes = _ages(found.ages, desk.today)
    rows = [(key, _line(value, notes, (key,))) for key, value in found.facts.items() if key != "格式"]
    output.say(_rows(rows))
    if found.moments:
        output.say("\n" + _rows([(one.on, one.label, _line(one.record)) for one in found.moments]))


def _plain(found: Any) -> dict[str, Any]:
    ages = [
        {"item": one.name, "confirmed": one.on.isoformat() if one.on else None, "failed": one.failed}
        for one in found.ages
    ]
    return {
        "file": found.file,
        "status": found.status,
        "definition": found.definition,
        "facts": found.facts,
        "records": [moment._asdict() for moment in found.moments],
        "ages": ages,
    }


def _ages(ages: Any, today: date) -> dict[tuple[str | int, ...], str]:
    """What stands behind each number and address."""
    from liushou_cli.domain.facts import age

    notes = {}
    for one in ages:
        said = age(one.on, today)
        said = f"{one.on} 核实，{said}" if one.on else said
        notes[one.path] = f"（{said}{f'，后来 {one.failed} 次没打通' if one.failed else ''}）"
    return notes


def _rows(rows: Sequence[tuple[str, ...]]) -> str:
    """Columns of which the last runs over several lines of a terminal."""
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    indent = sum(widths) + len(_GAP) * len(widths)
    lines = []
    for row in rows:
        cells = [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=False)]
        lines.append((_GAP.join(cells) + _GAP + wrapped(row[-1], room(), indent)).rstrip())
    return "\n".join(lines)


def _line(
    value: Any, notes: Mapping[tuple[str | int, ...], str] | None = None, path: tuple[str | int, ...] = ()
) -> str:
    notes = notes or {}
    if isinstance(value, dict):
        deep = any(
            isinstance(part, dict) or (part and isinstance(part, list) and isinstance(part[0], dict))
            for part in value.values()
        )
        said = (f"{key} {_line(part, notes, (*path, key))}" for key, part in value.items())
        return _joined("；" if deep else "，", said)
    if isinstance(value, list):
        mark = "；" if any(isinstance(part, dict) for part in value) else "、"
        return _joined(mark, (_line(part, notes, (*path, place)) for place, part in enumerate(value)))
    return " ".join(str(value).split()) + notes.get(path, "")


def _joined(mark: str, parts: Iterable[str]) -> str:
    """A sentence that ended with 。 does not end in the middle."""
    said = list(parts)
    return mark.join([*(part.removesuffix("。") for part in said[:-1]), *said[-1:]])
