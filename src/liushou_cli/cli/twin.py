"""liushou twin"""

from pathlib import Path
from typing import Annotated

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption
from liushou_cli.cli.saved import told


def twin(
    ctx: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(metavar="文件夹", help="写到哪个新的文件夹；不能在档案里面")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """照这里的档案编一份虚构的：一样多的文件、一样的形状，没有一个真的孩子。练习、截图、报告问题用。

    liushou twin ../练习
    """
    from liushou_cli.usecases.twin import twin as make

    desk = context.of(ctx)
    folder = Path(prompts.need(None, "文件夹", "写到哪个新的文件夹")) if folder is None else folder
    made = make(desk.start, desk.start / folder, desk.today, output.waiting)
    skipped = (
        f"\n有 {len(made.skipped)} 份读不懂，没有编：{'、'.join(made.skipped)}。" if made.skipped else ""
    )
    told(
        made.saved,
        f"已编好虚构副本：{folder}，{made.files} 份文件，{made.children} 名孩子，人和事都是编的。{skipped}\n"
        "模板、外出登记、存档的文书和 git 的历史没有编进去。交出去以前，自己翻一翻。",
        {"folder": str(folder), "children": made.children, "skipped": list(made.skipped)},
        as_json=as_json,
    )  # fmt: skip
