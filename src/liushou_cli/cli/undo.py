"""liushou undo"""

from typing import Annotated

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption
from liushou_cli.cli.saved import told
from liushou_cli.errors import BadInput


def undo(
    ctx: typer.Context,
    redo: Annotated[bool, typer.Option("--redo", help="把刚撤销的再做回来")] = False,
    agreed: Annotated[bool, typer.Option("--yes", help="不问，直接撤销")] = False,
    as_json: JsonOption = False,
) -> None:
    """撤销最近一次改动：那条命令动过的文件一起改回去，另留一次历史。再运行一次，撤销再前面的一次。

    后来又改过的文件不动。只撤销 liushou 做的；不是的、没有 git 的，说明白，不动。
    """
    from liushou_cli.usecases.undo import last
    from liushou_cli.usecases.undo import undo as take_back

    desk = context.of(ctx)
    found = last(desk.start, redo=redo)
    word = "重做" if redo else "撤销"
    said = f"{found.commit.message.removeprefix('撤销：')}，{found.commit.when[:10]} {found.commit.who}做的"
    if not agreed:
        output.talk(f"要{word}的是：{said}")
        for name, what in found.files:
            output.talk(f"  {what} {name}")
        if not prompts.at_terminal():
            raise BadInput(f"没有{word}：要先看过上面说的", "看过了就加上 --yes，再运行 liushou undo")
        if not prompts.yes(f"{word}吗", default=True):
            output.talk(f"没有{word}。")
            return
    saved = take_back(desk.start, found.commit.id, output.waiting, redo=redo)
    told(saved, f"已{word}：{said}。", {"message": found.commit.message, "redo": redo}, as_json=as_json)
