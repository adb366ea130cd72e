"""liushou unpack"""

from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, passphrases, prompts
from liushou_cli.cli.columns import aligned
from liushou_cli.cli.options import JsonOption
from liushou_cli.cli.passphrases import PassphraseFileOption
from liushou_cli.cli.saved import told
from liushou_cli.errors import BadInput


def unpack(
    ctx: typer.Context,
    sealed: Annotated[Path, typer.Argument(metavar="文件", help="对方用 liushou pack 封的文件")],
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="文件夹", help="收到哪里：新的文件夹，或已有的档案；不写就是现在所在的档案"),
    ] = None,
    look: Annotated[bool, typer.Option("--look", help="只看里面有什么、交接须知说什么，不收")] = False,
    only_new: Annotated[
        bool, typer.Option("--only-new", help="和这里不一样的留这里的，只收这里没有的")
    ] = False,
    receipt: Annotated[
        Path | None, typer.Option("--receipt", metavar="文件", help="把回执写到这个文件，传回给对方核对")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="姓名", help="收的人，写进回执")] = None,
    no_git: Annotated[bool, typer.Option("--no-git", help="收到新文件夹时不建 git 仓库")] = False,
    passphrase_file: PassphraseFileOption = None,
    as_json: JsonOption = False,
) -> None:
    """收下对方封好的档案：打开、查过，放到新的文件夹，或并进已有的档案。

    已有的档案一份也不覆盖：一样的不动，没有的添上，不一样的列出来、什么也不写。

    liushou unpack 交接.age 新溪中学 --receipt 回执
    """
    from liushou_cli.usecases.receipt import receipt as made
    from liushou_cli.usecases.unpack import Differing, opened
    from liushou_cli.usecases.unpack import unpack as take

    desk = context.of(ctx)
    place = desk.start / sealed
    if receipt and (desk.start / receipt).exists():
        raise BadInput(f"{receipt.name} 已经有了", "换一个文件名")
    parcel = opened(place, passphrases.known(passphrase_file))
    if look:
        _look(parcel, as_json=as_json)
        return
    if by:
        prompts.must_be_writable(by)
    target = desk.start / folder if folder else desk.start
    try:
        done = take(target, parcel, desk.today, only_new=only_new, git=not no_git, on_wait=output.waiting)
    except Differing as differing:
        _differing(differing.files, as_json=as_json)
        raise
    if receipt:
        output.document(made(parcel, desk.today, by or ""), desk.start / receipt)
    _tell(done, parcel, folder, receipt, as_json=as_json)


def _look(parcel: Any, *, as_json: bool) -> None:
    about, codes, children = parcel.bundle.about, parcel.class_codes, parcel.children
    if as_json:
        output.as_json(
            {
                "from": about.get("学校", ""), "classes": codes, "children": len(children),
                "to": about.get("给谁", ""), "date": about.get("日期", ""), "code": parcel.code, "page": parcel.page,
            }
        )  # fmt: skip
        return
    output.say(
        f"{about.get('学校', '')} {'、'.join(codes)}，{len(children)} 份孩子的档案，{about.get('日期', '')} 封，"
        f"交给{about.get('给谁', '')}。核对码 {parcel.code}"
    )
    if parcel.page:
        output.say(f"\n{parcel.page}".rstrip("\n"))
    output.talk("只看了看，没有收。")


def _differing(files: Any, *, as_json: bool) -> None:
    if as_json:
        output.as_json(
            {"differing": [{"file": one.file, "child": one.child, "state": one.state} for one in files]}
        )
        return
    said = {"不同": "内容不一样", "在别处": "这里已经有这个孩子"}
    output.say(
        aligned([("文件", "孩子", "怎么不一样"), *((one.file, one.child, said[one.state]) for one in files)])
    )


def _tell(done: Any, parcel: Any, folder: Path | None, receipt: Path | None, *, as_json: bool) -> None:
    classes = "、".join(parcel.class_codes)
    where = f"，放在 {folder}" if folder else ""
    left = f"，不一样的 {len(done.left)} 份留这里的" if done.left else ""
    lines = [f"已收：{classes}{where}。新的 {done.new} 份，一样的 {done.same} 份{left}。"]
    lines += [
        f"交接须知：{one.relative_to(done.root).as_posix()}" for one in done.papers if one.suffix == ".docx"
    ]
    lines.append(f"核对码 {parcel.code}：念给对方听，一样就没有错。")
    lines += [f"回执写在 {receipt}，传回给对方。"] if receipt else []
    told(
        done.saved,
        "\n".join(lines),
        {
            "classes": parcel.class_codes, "children": len(parcel.children), "new": done.new, "same": done.same,
            "left": [one.file for one in done.left], "code": parcel.code, "git": done.git,
            "papers": [one.relative_to(done.root).as_posix() for one in done.papers],
        },
        as_json=as_json,
    )  # fmt: skip
