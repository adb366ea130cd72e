"""liushou report"""

from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, handed, options, output, papers, places, sources
from liushou_cli.cli.columns import aligned
from liushou_cli.cli.options import PurposeOption, kinds_of, listed
from liushou_cli.domain.masking import Mask
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
            help="姓名怎么隐去：full 全隐、initial 留姓、none 不隐；"
            "不写，孩子自己的材料不隐，其余按设置里的 隐名，没有设置就留姓",
        ),
    ] = None,
    children: Annotated[
        list[str] | None,
        typer.Option("--child", metavar="孩子", help="按孩子出的文书出哪几个；不写就是在班的全部留守儿童"),
    ] = None,
    everyone: Annotated[
        bool, typer.Option("--all", help="按孩子出的文书出全班的，放在一个文件里；不写 --child 就是这样")
    ] = False,
    marked_form: Annotated[
        Path | None,
        typer.Option(
            "--form",
            metavar="表",
            help="填别人给的、带标记的表：docx 或 xlsx；表里写 孩子 的，一个孩子一份，放在一个文件夹里",
        ),
    ] = None,
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
    if marked_form:
        others = (kind, form, final or compare)
        asked_for = (term, as_of, mask, to, purpose)
        _form(desk, marked_form, others, asked_for, (children, everyone), place, trace=trace)
        return
    from liushou_cli.usecases.report import Asked
    from liushou_cli.usecases.report import report as compute

    chosen = papers.paper(desk, kind)
    template = chosen.template
    place = places.possible(place, form, _FORMS, desk.start)
    wanted, day = options.term_of(term), options.day_of(as_of, "--as-of")
    _agree(everyone=everyone, children=children, final=final)
    if compare and day is None:
        day = handed.last_day(desk, kind, wanted)
    said = (template.scopes, template.parts, tuple(listed(children)), (to or "").strip())
    asked = Asked(wanted, day, _mask(mask), *said, open_names=template.mask == "none")
    found = compute(desk.start, asked, desk.today)
    _tell_gone(found)
    _closed(found.scene.mask, openly=trace or form == "json")
    if compare:
        output.say(handed.compared(desk, kind, found) or f"截至 {day} 的没有存过档。")
        return
    kept = _kept(desk, chosen, found) if final else None
    if found.others_handed_in and not (final or children):
        handed.remind(desk, kind, found)
    if trace:
        output.say(sources.traces(found))
    else:
        content = _json(found.as_json()) if form == "json" else papers.document(chosen, found, form, fonts)
        place = place or _named(desk, found.view, template.title, form)
        places.deliver(desk, content, place, papers.leaving(template, found, asked, form, to, purpose))
    if kept:
        handed.tell(kept)


def _tell_gone(found: Any) -> None:
    """Files that went to another place are not counted in silence."""
    gone = found.summary.figures["转走档案"].refs
    if gone:
        shown = "、".join(ref.file for ref in gone[:3]) + ("……" if len(gone) > 3 else "")
        output.talk(f"注意：本学期有 {len(gone)} 份档案已经转走，不在这里，没有计入（{shown}）。")


def _kept(desk: context.Desk, chosen: papers.Paper, found: Any) -> Any:
    return handed.keep(desk, chosen.template, found, papers.document(chosen, found, "md"), found.scene.mask)


def _named(desk: context.Desk, view: Any, title: str, form: str) -> Path | None:
    """A file with a name of its own; None for what is read at the terminal."""
    term = view.get("文书学期", view["学期"])  # a plan is of the coming term
    name = f"{view['学校']}{view['班级']}{term}{title}"
    return None if form in _TEXT else places.free(desk.start, name, form)


def _form(
    desk: context.Desk,
    file: Path,
    others: tuple[str, str, bool],
    asked_for: tuple[str | None, str | None, str | None, str | None, str | None],
    who: tuple[list[str] | None, bool],
    place: Path | None,
    *,
    trace: bool,
) -> None:
    """A form with marks that somebody else made, filled."""
    from liushou_cli.cli import marked

    (term, as_of, mask, to, purpose), (children, everyone) = asked_for, who
    one = marked.sheet(desk, file)
    marked.agree(one, children, *others)
    _agree(everyone=everyone, children=children, final=False)
    when = (options.term_of(term), options.day_of(as_of, "--as-of"), _mask(mask))
    found = marked.found(desk, one, when, listed(children), (to or "").strip())
    _closed(found.scene.mask, openly=trace)
    marked.report(desk, one, found, (listed(children), to or "", purpose or ""), place, trace=trace)


def _closed(mask: Mask, *, openly: bool) -> None:
    """Raises :class:`Refused` where a document to be published would give every figure with its sources."""
    if mask is Mask.FULL and openly:
        raise Refused(
            "--mask full 是要公开的，不给逐条的出处和没有遮盖的数字", "去掉 --mask full，或换成 md、docx"
        )


def _agree(*, everyone: bool, children: list[str] | None, final: bool) -> None:
    """Raises where two options ask for what cannot go together."""
    if everyone and children:
        raise BadInput("--all 和 --child 只写一样", "要全班的写 --all，要几个孩子的写 --child")
    if final and children:
        raise BadInput("存档的是整份文书，不能只出几个孩子", "去掉 --child，或去掉 --final")


def _json(figures: dict[str, Any]) -> str:
    import json

    return json.dumps(figures, ensure_ascii=False, indent=2) + "\n"


def _list(desk: context.Desk) -> None:
    rows = [
        (kind, title, scopes, "" if file == "自带" else f"{file}{'，' if state else ''}{state}")
        for kind, title, scopes, file, state in papers.listed(desk)
    ]
    output.say(aligned(rows))


def _mask(text: str | None) -> Mask | None:
    """None where nobody says: then the settings and the kind of document decide."""
    from liushou_cli.domain.papers import Hiding, mask_of

    try:
        return mask_of(text) if text else None
    except ValueError:
        words = "、".join([*Mask.words(), *Hiding.words()])
        raise BadInput(f"--mask 写的是“{text}”", f"只能写：{words}") from None
