"""liushou report"""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, handed, output, papers, places
from liushou_cli.cli.columns import aligned
from liushou_cli.cli.options import PurposeOption, kinds_of, listed
from liushou_cli.domain.days import parse_day
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.term import Term, parse
from liushou_cli.errors import BadInput, Refused

_TEXT = ("md", "html", "json")
_FORMS = ("md", "html", "docx", "xlsx", "pdf", "json")


def report(
    ctx: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="文书", help="哪一种，见 --list；不写就是 summary（帮扶总结）", shell_complete=kinds_of
        ),
    ] = "summary",
    term: Annotated[
        str | None, typer.Option("--term", metavar="学期", help="如 2013-2（2013年秋季学期）；不写就是本学期")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="格式", help="md、html、docx、xlsx、pdf、json")
    ] = "md",
    place: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="文件", help="写到哪里；docx、xlsx、pdf 不写就用文书的名字"),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="日期", help="截止到哪天；不写就是今天或学期末")
    ] = None,
    mask: Annotated[
        str | None,
        typer.Option(
            "--mask",
            metavar="办法",
            help="姓名怎么隐去：full 全隐、initial 留姓、none 不隐；不写，孩子自己的材料不隐，其余留姓",
        ),
    ] = None,
    children: Annotated[
        list[str] | None,
        typer.Option("--child", metavar="孩子", help="按孩子出的文书出哪几个；不写就是在班的全部留守儿童"),
    ] = None,
    everyone: Annotated[
        bool, typer.Option("--all", help="按孩子出的文书出全班的，放在一个文件里；不写 --child 就是这样")
    ] = False,
    trace: Annotated[bool, typer.Option("--trace", help="列出每个数字出自哪个文件、哪一行、哪一天")] = False,
    final: Annotated[
        bool, typer.Option("--final", help="这一份要交上去：把数字和正文存档，以后可以对照")
    ] = False,
    compare: Annotated[
        bool, typer.Option("--compare", help="与存档的那一份对照，列出现在不同的数字；不出文书")
    ] = False,
    fonts: Annotated[
        Path | None,
        typer.Option(
            "--fonts",
            metavar="文件夹",
            envvar="LIUSHOU_FONTS",
            show_envvar=False,
            help="出 pdf 时除了系统的字体，还到哪里找；也可以写在环境变量 LIUSHOU_FONTS",
        ),
    ] = None,
    kinds: Annotated[bool, typer.Option("--list", help="有哪些文书")] = False,
    to: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="谁",
            help="给谁，如 教育局；记在外出登记里。“不得透露”写明只对别人的，才照印；不写就都不透露",
        ),
    ] = None,
    purpose: PurposeOption = None,
) -> None:
    """出文书。每个数字都从档案里数出来，查得到出处。

    liushou report --term 2013-2 --format docx
    """
    desk = context.of(ctx)
    if kinds:
        _list(desk)
        return
    from liushou_cli.usecases.report import Asked
    from liushou_cli.usecases.report import report as compute

    chosen = papers.paper(desk, kind)
    template = chosen.template
    masked = _mask(template.mask if mask is None else mask)
    place = places.possible(place, form, _FORMS, desk.start)
    wanted, day = _term(term), _day(as_of)
    _agree(masked, openly=trace or form == "json", everyone=everyone, children=children, final=final)
    if compare and day is None:
        day = handed.last_day(desk, kind, wanted)
    asked = Asked(
        wanted, day, masked, template.scopes, template.parts, tuple(listed(children)), (to or "").strip()
    )
    found = compute(desk.start, asked, desk.today)
    _tell_gone(found)
    if compare:
        output.say(handed.compared(desk, kind, found) or f"截至 {day} 的没有存过档。")
        return
    kept = handed.keep(desk, template, found, _document(chosen, found, "md"), masked) if final else None
    if found.others_handed_in and not (final or children):
        handed.remind(desk, kind, found)
    if trace:
        output.say(_traces(found))
    else:
        content = _json(found.as_json()) if form == "json" else _document(chosen, found, form, fonts)
        if place is None and form not in _TEXT:
            term_of_it = found.view.get("文书学期", found.view["学期"])  # a plan is of the coming term
            name = f"{found.view['学校']}{found.view['班级']}{term_of_it}{template.title}"
            place = places.free(desk.start, name, form)
        places.deliver(desk, content, place, papers.leaving(template, found, asked, form, to, purpose))
    if kept:
        handed.tell(kept)


def _tell_gone(found: Any) -> None:
    """Files that went to another place are not counted in silence."""
    gone = found.summary.figures["转走档案"].refs
    if gone:
        shown = "、".join(ref.file for ref in gone[:3]) + ("……" if len(gone) > 3 else "")
        output.talk(f"注意：本学期有 {len(gone)} 份档案已经转走，不在这里，没有计入（{shown}）。")


def _agree(mask: Mask, *, openly: bool, everyone: bool, children: list[str] | None, final: bool) -> None:
    """Raises where two options ask for what cannot go together; *openly*: every figure with its sources."""
    if mask is Mask.FULL and openly:
        raise Refused(
            "--mask full 是要公开的，不给逐条的出处和没有遮盖的数字", "去掉 --mask full，或换成 md、docx"
        )
    if everyone and children:
        raise BadInput("--all 和 --child 只写一样", "要全班的写 --all，要几个孩子的写 --child")
    if final and children:
        raise BadInput("存档的是整份文书，不能只出几个孩子", "去掉 --child，或去掉 --final")


def _json(figures: dict[str, Any]) -> str:
    import json

    return json.dumps(figures, ensure_ascii=False, indent=2) + "\n"


def _document(chosen: papers.Paper, found: Any, form: str, fonts: Path | None = None) -> Any:
    from liushou_cli.formats import blocks, writer

    write = writer(form)
    parsed = blocks.parse(chosen.markdown(found.view))
    if form == "pdf":
        return write(parsed, fonts)
    if form != "html":
        return write(parsed)
    if found.scene.mask is Mask.FULL:  # a page for everybody does not unfold to children's files
        return write(parsed)
    traces = {name: _places(traced) for name, traced in found.traces().items()}
    return write(parsed, traces)


def _traces(found: Any) -> str:
    lines = []
    for name, traced in found.traces().items():
        lines.append(f"{name}：{found.view['f'][name]}{found.summary.figures[name].unit}")
        lines += [f"  {place}" for place in _places(traced)]
    return "\n".join(lines)


def _places(traced: list[Any]) -> list[str]:
    """Each place once; where many children were counted from one line, how many."""
    counted = Counter(str(place) for place in traced)
    return [place if number == 1 else f"{place}（{number} 人次）" for place, number in counted.items()]


def _list(desk: context.Desk) -> None:
    rows = [
        (kind, title, scopes, "" if file == "自带" else f"{file}{'，' if state else ''}{state}")
        for kind, title, scopes, file, state in papers.listed(desk)
    ]
    output.say(aligned(rows))


def _term(text: str | None) -> Term | None:
    try:
        return parse(text) if text else None
    except ValueError as error:
        raise BadInput(f"--term：{error}") from None


def _day(text: str | None) -> date | None:
    try:
        return parse_day(text) if text else None
    except ValueError as error:
        raise BadInput(f"--as-of：{error}") from None


def _mask(text: str) -> Mask:
    if text not in Mask.words():
        raise BadInput(f"--mask 写的是“{text}”", f"只能写：{'、'.join(Mask.words())}")
    return Mask(text)
