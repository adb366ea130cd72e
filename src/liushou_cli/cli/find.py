"""liushou find"""

from typing import Annotated

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption


def find(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="字…", help="几个词，都要有才算；连在一起的加引号"),
    ] = None,
    incidents: Annotated[bool, typer.Option("--incidents", help="连同事件的内容")] = False,
    as_json: JsonOption = False,
) -> None:
    """在档案和活动的所有文字里找，按日期排。大小写、全角半角、中间的空格和标点都不要紧。

    liushou find 眼镜
    liushou find 奶奶 住院
    """
    from liushou_cli.usecases.find_words import find_words

    desk = context.of(ctx)
    query = prompts.need(" ".join(words or []), "字", "找什么")
    found = find_words(desk.start, query, incidents=incidents)
    if as_json:
        keys = ("on", "name", "label", "file", "line", "text")
        output.as_json({"hits": [{key: getattr(hit, key) for key in keys} for hit in found.hits]})
    else:
        for hit in found.hits:
            head = [hit.on or "没有日期", hit.name, hit.label, f"{hit.file}:{hit.line}"]
            output.say("  ".join(part for part in head if part))
            output.say_marked("  ", hit.text, hit.marks)
        output.talk(f"找到 {len(found.hits)} 处。" if found.hits else "没有找到。")
    if found.passed_over:
        output.talk(f"另有 {found.passed_over} 处在“事件”里，加 --incidents 才看。")
    if found.unreadable:
        from liushou_cli.errors import Damaged

        raise Damaged(
            f"有 {len(found.unreadable)} 份文件读不了，没有找：{'、'.join(found.unreadable[:3])}",
            "运行 liushou check 看是什么问题",
        )
