"""liushou fill"""

from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, filling, options, output, prompts
from liushou_cli.cli.options import ForOption, JsonOption, PurposeOption, listed
from liushou_cli.domain.masking import Mask
from liushou_cli.errors import BadInput

_LARGEST = 32 * 1024 * 1024


def fill(
    ctx: typer.Context,
    form: Annotated[Path | None, typer.Argument(metavar="空表", help="别人发来的空表，xlsx 或 docx")] = None,
    place: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="文件", help="写到哪里；一个孩子一张表、填好几个孩子的，写文件夹"
        ),
    ] = None,
    children: Annotated[
        list[str] | None,
        typer.Option("--child", metavar="孩子", help="填哪几个；不写就是今天在班的全部留守儿童"),
    ] = None,
    everyone: Annotated[bool, typer.Option("--all", help="在班有档案的都填，不管是不是留守")] = False,
    said: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="标签=字段",
            help="这个标签填哪一项，如 家长电话=父亲.电话；=- 是不填；可以写几次",
        ),
    ] = None,
    sheet: Annotated[
        str, typer.Option("--sheet", metavar="工作表", help="填哪一张；不写就是认得最多的那张")
    ] = "",
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="日期", help="按哪一天的情况填；不写就是今天")
    ] = None,
    mask: Annotated[
        str,
        typer.Option(
            "--mask", metavar="办法", help="姓名、号码、住址怎么隐去：full、initial、none；不写就是不隐"
        ),
    ] = "none",
    to: ForOption = None,
    purpose: PurposeOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看哪一处填哪一项，什么也不写")] = False,
    agreed: Annotated[bool, typer.Option("--yes", help="不问，照认出的填；拿不准的空着")] = False,
    force: Annotated[bool, typer.Option("--force", help="已经有同名的文件也照写")] = False,
    as_json: JsonOption = False,
) -> None:
    """把别人发来的空表填上：认出标签，问过你，按表要的样子写；原来的版面不动。

    liushou fill 留守儿童花名册.xlsx
    liushou fill 登记表.docx --child 李小花
    liushou fill 花名册.xlsx --map 家长电话=父亲.电话 --map 爱好=- --yes
    """
    from liushou_cli.store.text_file import read_bytes

    desk = context.of(ctx)
    name = prompts.need(str(form) if form else None, "空表", "哪一份空表")
    read = filling.opened(read_bytes(desk.start / name, _LARGEST), Path(name), sheet)
    wanted = _wanted(children, as_of, mask, everyone=everyone)._replace(to=to or "")
    job = filling.prepared(desk, read, wanted, filling.corrections(said or []))
    if dry_run:
        output.as_json(job.as_json()) if as_json else output.say(job.shown())
        return
    asked = not agreed and prompts.at_terminal()
    if not agreed and not asked:
        raise BadInput("没有人在终端前看对应关系，什么也没有写", "先加 --dry-run 看一遍，对了再加 --yes")
    if asked:
        job = filling.confirmed(job)
    done = filling.made(job.settled(guesses=asked), desk, place, purpose or "", force=force)
    filling.remembered(done.job, desk)
    output.as_json(done.as_json()) if as_json else output.say("\n".join(str(file) for file in done.files))
    for line in done.told():
        output.talk(line)
    if done.trouble:
        raise done.trouble


def _wanted(children: list[str] | None, as_of: str | None, mask: str, *, everyone: bool) -> Any:
    from liushou_cli.usecases.fill import Wanted

    if everyone and children:
        raise BadInput("--all 和 --child 只写一样", "要全班的写 --all，要几个孩子的写 --child")
    if mask not in Mask.words():
        raise BadInput(f"--mask 写的是“{mask}”", f"只能写：{'、'.join(Mask.words())}")
    day = options.day_of(as_of, "--as-of")
    return Wanted(tuple(listed(children)), everyone, day, None, Mask(mask))
