"""``import`` of a sheet that went out by ``export --sheet``: what it says, asks, and writes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from liushou_cli.cli import annotating, context, output, prompts
from liushou_cli.cli.saved import NOTHING, told
from liushou_cli.errors import BadInput


def base_of(grids: Sequence[Any]) -> Any:
    """What the workbook remembers of its export; None for any other table.

    Raises :class:`BadInput` for a sheet of ours that lost its memory on the way.
    """
    from liushou_cli.domain.worksheet.base import found
    from liushou_cli.domain.worksheet.notice import MARK

    base = found(grids)
    if base is None and any(MARK in text for grid in grids for row in list(grid.lines())[:5] for text in row):
        raise BadInput(
            "这张表出的时候带着对照用的底子，存成 csv 或复制到别的文件里就丢了，读不回来",
            "用原来的文件，存成 xlsx 或 ods 再导入",
        )
    return base


def take_in(
    desk: context.Desk,
    base: Any,
    grids: Sequence[Any],
    place: Path | None,
    *,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """All rows, or none and every bad cell at once."""
    from liushou_cli.usecases.sheet_in import carry_out, prepare

    ready = prepare(desk.start, base, grids, desk.today)
    if ready.problems:
        _refuse(ready, grids, place, as_json=as_json)
    if not as_json:
        _show(ready)
    if dry_run or not ready.work:
        told(NOTHING, sentence(ready), data(ready), as_json=as_json)
        return
    if not yes:
        if not prompts.at_terminal():
            raise BadInput("还没有写：没有人确认", "用 --dry-run 看过会改什么，再加 --yes")
        if prompts.need(None, "--yes", f"{sentence(ready)}照这样写吗", ["是", "否"]) != "是":
            output.talk("没有写。")
            return
    told(carry_out(ready, output.waiting), sentence(ready), data(ready), as_json=as_json)


def _refuse(ready: Any, grids: Sequence[Any], place: Path | None, *, as_json: bool) -> None:
    if as_json:
        output.as_json({**data(ready), "files": [], "warnings": []})
    for spot in [] if as_json else ready.problems:
        output.say(f"{spot.cell}：{spot.message}")
        if spot.hint:
            output.say(f"  → {spot.hint}")
    output.talk(f"错误：有 {len(ready.problems)} 处要先改好，一行也没有记")
    annotating.annotate(place, grids, ready.returned.grid, ready.problems, _drawn(ready))
    raise typer.Exit(2)


def _drawn(ready: Any) -> Any:
    """The drop-downs and the hidden column of the sheet as it came back."""
    from liushou_cli.domain.worksheet.cells import clean
    from liushou_cli.domain.worksheet.kinds import NUMBER
    from liushou_cli.formats.xlsx.annotated import Drawn

    grid, head = ready.returned.grid, ready.returned.head
    names = [clean(value) for value in grid.rows[head]]
    words = {
        names.index(one.head): one.words for one in ready.base.of.columns if one.words and one.head in names
    }
    return Drawn(head, words, [names.index(NUMBER)] if NUMBER in names else [])


def _show(ready: Any) -> None:
    """What is added, and old and new of what is corrected."""
    for one in ready.plan.new:
        output.say(f"添 {one.who.row.name} {one.record['日期']}（第 {one.line.number} 行）")
    for one in ready.plan.corrected:
        output.say(f"改 {one.who.row.name} {one.before['日期']}（第 {one.line.number} 行）")
        for column, before, after in one.cells:
            for sign, text in (("-", before), ("+", after)):
                if text:
                    output.say(f"  {sign} {column.head}：{text}")
    if ready.returned.strange:
        output.talk(f"不是这张表的列，没有读：{'、'.join(ready.returned.strange)}")


def sentence(ready: Any) -> str:
    plan, title = ready.plan, ready.base.of.title
    before = f"，{plan.before} 行以前记过" if plan.before else ""
    return f"{title}：添 {len(plan.new)} 条，改 {len(plan.corrected)} 条，{plan.untouched} 条没有动{before}。"


def data(ready: Any) -> dict[str, Any]:
    plan = ready.plan
    return {
        "kind": ready.base.kind,
        "sheet": ready.returned.grid.sheet,
        "rows": len(ready.returned.lines),
        "problems": [spot._asdict() for spot in ready.problems],
        "new": [
            {"row": one.line.number, "id": one.who.row.id, "name": one.who.row.name, "record": one.record}
            for one in plan.new
        ],
        "changed": [
            {
                "row": one.line.number, "id": one.who.row.id, "name": one.who.row.name, "record": one.line.record,
                "changes": [
                    {"cell": one.line.cell(column.head), "field": column.head, "before": before, "after": after}
                    for column, before, after in one.cells
                ],
            }
            for one in plan.corrected
        ],
        "untouched": plan.untouched,
        "before": plan.before,
        "unread": list(ready.returned.strange),
    }  # fmt: skip
