"""liushou history"""

from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption, OptionalChildArgument, known


def history(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    full: Annotated[
        bool, typer.Option("--full", help="电话、身份证号、住址等的内容也显示出来；平时只说改过")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """谁在哪天改过一个孩子的档案，改了什么；新的在前。事件的内容不显示。

    liushou history 李小花
    """
    desk = context.of(ctx)
    child = prompts.need(child, "孩子", "哪个孩子", check=lambda text: known(desk, [text]))
    from liushou_cli.usecases.history import history as past

    found = past(desk.start, child, full=full)
    if as_json:
        output.as_json(
            {"id": found.id, "name": found.name, "changes": [_plain(one) for one in found.changes]}
        )
    elif found.changes:
        output.say("\n\n".join(_told(one) for one in found.changes))
    if not found.known:
        output.talk("这里没有 git，没有留下历史；用 liushou init 建档的文件夹才有。")
    elif not found.changes:
        output.talk("还没有历史：这份档案还没有提交过。")


def _told(one: Any) -> str:
    head = f"{_when(one.when)} {one.who}　{one.message}" if one.when else "还没有提交的改动："
    return "\n".join([head.replace(" 　", "　"), *(f"  {line}" for line in _lines(one))])


def _lines(one: Any) -> list[str]:
    if one.damaged:
        return [f"这一版的内容看不了（{one.damaged}）"]
    if one.what == "建档":
        return ["建了这份档案"]
    if one.what == "移走":
        return ["档案从这里移走了"]
    return [change.sentence for change in one.changes] or ["只改了写法，内容没有变"]


def _when(iso: str) -> str:
    """2013-10-12 16:20, as the clock stood where it was written."""
    return iso[:16].replace("T", " ")


def _plain(one: Any) -> dict[str, Any]:
    return {
        "when": one.when, "who": one.who, "message": one.message, "what": one.what, "damaged": one.damaged,
        "changes": [change._asdict() for change in one.changes],
    }  # fmt: skip
