"""liushou transfer"""

from pathlib import Path
from typing import Annotated

import typer

from liushou_cli.cli import context, output, passphrases, prompts
from liushou_cli.cli.options import JsonOption, OptionalChildArgument, day, known
from liushou_cli.cli.passphrases import PassphraseFileOption
from liushou_cli.cli.saved import told
from liushou_cli.domain.days import parse_day
from liushou_cli.errors import BadInput


def transfer(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    to_class: Annotated[
        str | None, typer.Argument(metavar="班级", help="转到本校的哪个班，如 2012-1")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="日期", help="在原来班的最后一天；不写，转班是昨天，转外校是今天"),
    ] = None,
    sealed: Annotated[
        Path | None,
        typer.Option("--sealed", metavar="文件", help="转到外校：把档案封进这个文件，如 转学.age"),
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="学校", help="转到哪所学校，与 --sealed 一起用")
    ] = None,
    no_history: Annotated[
        bool, typer.Option("--no-history", help="封的文件里不带改动的历史（带的是文字，电话等不在里面）")
    ] = False,
    passphrase_file: PassphraseFileOption = None,
    as_json: JsonOption = False,
) -> None:
    """孩子转走，连同整份档案；原来的班只留一张没有姓名的存根，以前的报告不变。

    转到本校别的班，档案搬过去；转到外校，用 --sealed 封进一个加了口令的文件，对方用 liushou receive 收。

    liushou transfer 李小花 2012-1 --on 2013-11-08
    liushou transfer 李小花 --sealed 转学.age --to 东莞市石碣中学
    """
    desk = context.of(ctx)
    if sealed:
        if to_class:
            raise BadInput("班级和 --sealed 只写一样", "转到外校写 --to 学校")
        _away(desk, child, on, sealed, to, passphrase_file, history=not no_history, as_json=as_json)
        return
    if to:
        raise BadInput("--to 要和 --sealed 一起写", "转到本校别的班，班级写在孩子后面")
    child = prompts.need(child, "孩子", "哪个孩子", check=lambda text: known(desk, [text]))
    to_class = prompts.need(to_class, "班级", "转到哪个班（如 2012-1）")
    from liushou_cli.usecases.transfer import transfer as move

    when = parse_day(day(on, desk)) if on else None
    done = move(desk.start, child, to_class, when, desk.today, output.waiting)
    told(
        done.saved,
        f"已转班：{done.name}，{done.left} 到 {done.came}，在原来班到 {done.last_day}。整份档案搬过去了。",
        {
            "id": done.id, "name": done.name, "from": done.left, "to": done.came,
            "last_day": done.last_day.isoformat(),
        },
        as_json=as_json,
    )  # fmt: skip


def _away(
    desk: context.Desk,
    child: str | None,
    on: str | None,
    place: Path,
    to: str | None,
    passphrase_file: Path | None,
    *,
    history: bool,
    as_json: bool,
) -> None:
    from liushou_cli.usecases.send import Parcel, send

    child = prompts.need(child, "孩子", "哪个孩子", check=lambda text: known(desk, [text]))
    to = prompts.need(to, "--to", "转到哪所学校")
    when = parse_day(day(on or desk.today.isoformat(), desk))
    parcel = Parcel(desk.start / place, to, passphrases.new(passphrase_file), history)
    sent = send(desk.start, child, parcel, when, desk.today, output.waiting)
    told(
        sent.saved,
        f"已转学：{sent.name}，在班到 {sent.last_day}。档案封进了 {place.name}，这里只留存根。\n"
        f"核对码 {sent.code}：对方收到后念给你听，一样就没有错。口令另外告诉对方，不要和文件一起发。",
        {
            "id": sent.id, "name": sent.name, "last_day": sent.last_day.isoformat(), "sealed": str(place),
            "code": sent.code, "history": sent.with_past,
        },
        as_json=as_json,
    )  # fmt: skip
    if not as_json:
        output.talk("git 的历史里还有这份档案以前的各版，备份里的也在；这条命令不动它们。")
