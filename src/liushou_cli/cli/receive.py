"""liushou receive"""

from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, passphrases
from liushou_cli.cli.options import JsonOption, day
from liushou_cli.cli.passphrases import PassphraseFileOption
from liushou_cli.cli.saved import told
from liushou_cli.domain.days import parse_day


def receive(
    ctx: typer.Context,
    sealed: Annotated[Path, typer.Argument(metavar="文件", help="对方用 liushou transfer --sealed 封的文件")],
    since: Annotated[
        str | None, typer.Option("--since", metavar="日期", help="从哪天起在这个班；不写就是今天")
    ] = None,
    look: Annotated[bool, typer.Option("--look", help="只看里面是谁、有什么历史，不收")] = False,
    passphrase_file: PassphraseFileOption = None,
    as_json: JsonOption = False,
) -> None:
    """收外校转来的孩子：打开封好的文件，查过没有问题，添到这个班；原来的记录都在，以前的日子不算这个班的。

    liushou receive 转学.age --since 2014-02-17
    """
    from liushou_cli.usecases.receive import opened
    from liushou_cli.usecases.receive import receive as take

    desk = context.of(ctx)
    parcel = opened(desk.start / sealed, passphrases.known(passphrase_file))
    if look:
        _look(parcel, as_json=as_json)
        return
    when = parse_day(day(since or desk.today.isoformat(), desk, "--since"))
    got = take(desk.start, parcel, when, desk.today, output.waiting)
    told(
        got.saved,
        f"已收：{got.name}，从{parcel.sender}转来，{got.since} 起在 {got.class_name}。编号 {got.id}。\n"
        f"核对码 {parcel.code}：念给对方听，一样就没有错。",
        {
            "id": got.id, "name": got.name, "class": got.class_name, "since": got.since.isoformat(),
            "from": parcel.sender, "code": parcel.code,
        },
        as_json=as_json,
    )  # fmt: skip


def _look(parcel: Any, *, as_json: bool) -> None:
    child, past = parcel.came.child, parcel.came.past
    if as_json:
        output.as_json(
            {"id": child.id, "name": child.name, "from": parcel.sender, "code": parcel.code, "past": past}
        )
        return
    output.say(
        f"{child.name}，{child.gender}，{child.born} 出生，编号 {child.id}，从{parcel.sender}转来。核对码 {parcel.code}"
    )
    if past:
        output.say(f"\n{past}".rstrip("\n"))
    output.talk("只看了看，没有收。")
