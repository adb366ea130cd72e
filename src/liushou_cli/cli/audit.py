"""liushou audit"""

from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output
from liushou_cli.cli.columns import aligned
from liushou_cli.cli.options import JsonOption
from liushou_cli.domain.days import parse_spoken
from liushou_cli.errors import BadInput

_HEADINGS = ("日期", "材料", "形式", "人数", "隐名", "给谁", "用途", "经手", "去处")


def audit(
    ctx: typer.Context,
    since: Annotated[str | None, typer.Option("--since", metavar="日期", help="只看这一天以来的")] = None,
    verify: Annotated[
        Path | None,
        typer.Option(
            "--verify",
            metavar="文件",
            help="这份文件是不是登记过的那一份，一个字也没有改；也认对方传回的回执",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """看外出登记：什么材料离开过这里，哪天、给谁、怎样隐名。最近的在后面。

    export 每次都登记；report 写到档案文件夹以外时登记。先写在文件夹里、再用别的办法拷走的，这里看不到。
    """
    from liushou_cli.usecases.audit import audit as read

    desk = context.of(ctx)
    found = read(desk.start, _day(since, desk), desk.start / verify if verify else None)
    shown = found.verified if verify else found.entries
    if as_json:
        output.as_json({"entries": [one.model_dump(by_alias=True, exclude_defaults=True) for one in shown]})
    elif shown:
        output.say(aligned([_HEADINGS, *(_row(one) for one in shown)]))
    if verify and not shown:
        if not as_json:
            output.talk(_unknown(verify, found.receipt))
        raise typer.Exit(1)
    if not as_json:
        output.talk(_known(verify, found.receipt) if verify else f"共 {len(shown)} 次。")


def _unknown(file: Path, receipt: Any) -> str:
    if receipt:
        return f"{file.name} 和登记的对不上：对方收到的不是从这里封出去的那一份。"
    return f"{file.name} 没有登记过，或者登记以后改过。"


def _known(file: Path, receipt: Any) -> str:
    if receipt:
        by = f"，{receipt.by}收" if receipt.by else ""
        return f"{file.name} 对上了：{receipt.on} 收到{by}，打开过，就是这里封出去的那一份。核对码 {receipt.code}"
    return f"{file.name} 登记过，没有改过。"


def _row(one: Any) -> tuple[str, ...]:
    from liushou_cli.domain.papers import mask_in_words

    fields = f"（{len(one.fields)} 项）" if one.fields else ""
    people = "" if one.children is None else str(one.children)
    title = f"{one.title or one.command}{fields}"
    return (
        str(one.on),
        title,
        one.form,
        people,
        mask_in_words(one.mask),
        one.to,
        one.purpose,
        one.by,
        one.place,
    )


def _day(text: str | None, desk: context.Desk) -> Any:
    try:
        return parse_spoken(text, desk.today) if text else None
    except ValueError as error:
        raise BadInput(f"--since：{error}") from None
