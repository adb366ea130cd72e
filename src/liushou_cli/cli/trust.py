"""liushou trust"""

from difflib import unified_diff
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption
from liushou_cli.errors import BadInput

_AROUND = 20


def trust(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="看过了，全部认可，不再问")] = False,
    as_json: JsonOption = False,
) -> None:
    """看文件夹自带的模板写了什么、改了什么，认可以后才用得上。

    模板的每一次改动都要认可一次。认可记在自己的电脑里，不在档案里：别人送来的文件夹不能替你认可。
    """
    from liushou_cli.usecases.trust import approve, pending

    desk = context.of(ctx)
    waiting = pending(desk.start, context.home())
    files = [one.own.file for one in waiting]
    if not as_json:
        for one in waiting:
            output.say(_shown(one))
    if not waiting:
        output.talk("没有等着认可的模板。")
    elif _agreed(len(waiting), yes=yes):
        approve(desk.start, waiting, context.home())
        output.talk(f"已认可：{'、'.join(files)}")
    else:
        output.talk("没有认可。")
        files = []
    if as_json:
        output.as_json({"approved": files})


def _agreed(count: int, *, yes: bool) -> bool:
    if yes:
        return True
    if not prompts.at_terminal():
        raise BadInput(f"有 {count} 份模板等着认可", "看过内容，没有问题就加上 --yes")
    return prompts.yes(f"认可这 {count} 份模板吗", default=False)


def _shown(one: Any) -> str:
    """The whole of a template nobody ever approved and we have none like; else what was changed."""
    from liushou_cli.formats import kinds

    before = one.before if one.before is not None else kinds.text_of(one.own.kind)
    now = one.own.text
    against = "上次认可的" if one.before is not None else "自带的"
    if before is None:
        return f"{one.own.file}：新的文书，全文如下\n{now}"
    if before == now:
        return f"{one.own.file}：与{against}一样"
    lines = list(unified_diff(before.splitlines(), now.splitlines(), lineterm="", n=0))[2:]
    return f"{one.own.file}：与{against}相比（- 原来，+ 现在）\n" + "\n".join(_short(lines))


def _short(lines: list[str]) -> list[str]:
    """A paragraph is one line: where one line became one other, what both have is left out but for a few words."""
    shown = list(lines)
    for at in range(len(lines) - 1):
        old, new = lines[at : at + 2]
        alone = not any(line[0] in "-+" for line in (*lines[at - 1 : at], *lines[at + 2 : at + 3]))
        if old.startswith("-") and new.startswith("+") and alone:
            same = _same(old[1:], new[1:])
            end = _same(old[1 + same :][::-1], new[1 + same :][::-1])
            shown[at], shown[at + 1] = (_cut(line, same, end) for line in (old, new))
    return shown


def _same(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _cut(line: str, same: int, end: int) -> str:
    left, right = max(0, same - _AROUND), min(len(line) - 1, len(line) - 1 - end + _AROUND)
    text = line[1:]
    return line[0] + ("…" if left else "") + text[left:right] + ("…" if right < len(text) else "")
