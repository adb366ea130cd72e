"""liushou pack"""

from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, passphrases, places, prompts
from liushou_cli.cli.options import JsonOption, PurposeOption, day, known, listed
from liushou_cli.cli.passphrases import PassphraseFileOption
from liushou_cli.errors import BadInput, LiushouError

_TITLE = "交接的档案"


def pack(
    ctx: typer.Context,
    place: Annotated[
        Path | None, typer.Argument(metavar="文件", help="封进哪个文件，如 交接.age；放在哪里都行")
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="接手的人", help="交给谁；写进外出登记，如 王芳老师、石碣中学"),
    ] = None,
    children: Annotated[
        list[str] | None,
        typer.Option(
            "--child", metavar="孩子", help="只封这几个孩子的；不写就是全班，在学校的文件夹里是全校"
        ),
    ] = None,
    purpose: PurposeOption = None,
    no_history: Annotated[
        bool, typer.Option("--no-history", help="不带改动的历史（带的是文字，电话等不在里面）")
    ] = False,
    history_since: Annotated[
        str | None, typer.Option("--history-since", metavar="日期", help="历史只带这一天以来的")
    ] = None,
    passphrase_file: PassphraseFileOption = None,
    as_json: JsonOption = False,
) -> None:
    """把一个班的档案封成一个加了口令的文件，交给接手的老师、别的学校，或放进优盘。

    里面有档案、交接须知、待办和改动的历史。这里的档案一份也不少；孩子转走用 liushou transfer。
    对方用 liushou unpack 收。

    liushou pack 交接.age --to 王芳老师
    """
    from liushou_cli.usecases.pack import Parcel, discard, put
    from liushou_cli.usecases.pack import pack as seal

    desk = context.of(ctx)
    if no_history and history_since:
        raise BadInput("--no-history 和 --history-since 只写一样", "要历史就去掉 --no-history")
    place = Path(prompts.need(None, "文件", "封进哪个文件（如 交接.age）")) if place is None else place
    to = prompts.need(to, "--to", "交给谁")
    names = listed(children)
    known(desk, names)
    since = None if no_history else day(history_since, desk, "--history-since") if history_since else ""
    papers, found = _papers(desk, names)
    parcel = Parcel(
        desk.start / place, to, purpose or "", found.view["班主任"], passphrases.new(passphrase_file), names,
        papers, since,
    )  # fmt: skip
    packed = seal(desk.start, parcel, desk.today, output.waiting)
    try:
        trouble = places.entered(desk, _leaving(packed, parcel), packed.place, packed.content)
    except LiushouError:
        discard(packed)
        raise
    put(packed)
    _tell(packed, place, as_json=as_json)
    if trouble:
        raise trouble


def _papers(desk: context.Desk, names: list[str]) -> tuple[dict[str, bytes], Any]:
    """The page for who takes over, and what is still to be done, as of today."""
    from liushou_cli.cli import papers
    from liushou_cli.domain.masking import Mask
    from liushou_cli.usecases.report import Asked, report

    chosen = papers.paper(desk, "handover")
    asked = Asked(None, None, Mask.NONE, chosen.template.scopes, chosen.template.parts, tuple(names))
    found = report(desk.start, asked, desk.today)
    tasks = "".join(f"{_task(one)}\n" for one in found.view["待办"]) or "没有待办的事。\n"
    return {
        "交接须知.md": _bytes(papers.document(chosen, found, "md")),
        "交接须知.docx": _bytes(papers.document(chosen, found, "docx")),
        "待办.txt": tasks.encode("utf-8"),
    }, found


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _task(one: dict[str, str]) -> str:
    limit = "，".join(part for part in (one["期限"] or "没有定期限", one["逾期"]) if part)
    return f"{one['姓名']}　{one['事项']}　{limit}　{one['缘由']}"


def _leaving(packed: Any, parcel: Any) -> dict[str, Any]:
    return {
        "command": "pack",
        "title": _TITLE,
        "form": "age",
        "mask": "none",
        "children": len(packed.ids),
        "ids": () if packed.whole else packed.ids,
        "to": parcel.to,
        "purpose": parcel.purpose,
        "manifest": packed.manifest,
    }


def _tell(packed: Any, place: Path, *, as_json: bool) -> None:
    if as_json:
        output.as_json(
            {
                "file": str(place), "children": len(packed.ids), "files": packed.files,
                "history": packed.with_past, "code": packed.code,
            }
        )  # fmt: skip
        return
    past = "带了改动的历史" if packed.with_past else "没有带历史"
    output.talk(
        f"已封好：{place.name}，{len(packed.ids)} 名孩子，{past}。这里的档案没有动。\n"
        f"核对码 {packed.code}：对方收到后念给你听，一样就没有错。口令另外告诉对方，不要和文件一起发。\n"
        f"请对方把回执传回来，用 liushou audit --verify 回执 核对。"
    )
