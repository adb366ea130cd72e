"""liushou report"""

import itertools
import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output
from liushou_cli.cli.columns import aligned
from liushou_cli.domain.days import parse_day
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.term import Term, parse
from liushou_cli.errors import BadInput, Refused

_TEXT = ("md", "html", "json")
_FORMS = ("md", "html", "docx", "json")
_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]')


def report(
    ctx: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="文书", help="哪一种，见 --list；不写就是 summary（帮扶总结）")
    ] = "summary",
    term: Annotated[
        str | None, typer.Option("--term", metavar="学期", help="如 2013-2（2013年秋季学期）；不写就是本学期")
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="格式", help="md、html、docx、json")] = "md",
    place: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="文件", help="写到哪里；docx 不写就用文书的名字")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="日期", help="截止到哪天；不写就是今天或学期末")
    ] = None,
    mask: Annotated[
        str, typer.Option("--mask", metavar="办法", help="姓名怎么隐去：full 全隐、initial 留姓、none 不隐")
    ] = "initial",
    trace: Annotated[bool, typer.Option("--trace", help="列出每个数字出自哪个文件、哪一行、哪一天")] = False,
    kinds: Annotated[bool, typer.Option("--list", help="有哪些文书")] = False,
) -> None:
    """出文书。每个数字都从档案里数出来，查得到出处。

    liushou report --term 2013-2 --format docx
    """
    if kinds:
        _list()
        return
    from liushou_cli.formats import templates
    from liushou_cli.usecases.report import report as compute

    desk = context.of(ctx)
    template = templates.find(kind)
    masked = _mask(mask)
    place = _possible(form, place, desk.start)
    found = compute(desk.start, _term(term), _day(as_of), desk.today, masked)
    if trace:
        output.say(_traces(found))
    elif form == "json":
        _write(_json(found.as_json()), place)
    else:
        name = f"{found.view['学校']}{found.view['班级']}{found.view['学期']}{template.title}"
        _write(
            _document(template, found, form),
            place or (None if form in _TEXT else _free(desk.start, name, form)),
        )


def _possible(form: str, place: Path | None, start: Path) -> Path | None:
    """Where the document goes, None for stdout. Raises before any work is done where it cannot go there."""
    if form not in _FORMS:
        raise BadInput(f"没有这种格式：{form}", f"可用的格式：{'、'.join(_FORMS)}")
    if place is None:
        return None
    if not place.name:
        raise BadInput("--output 后面没有文件名", "如 --output 总结.docx")
    if place.suffix.lower() in (".yaml", ".yml") or {".git", ".liushou"} & set(place.parts):
        raise Refused(f"{place.name} 是放档案的地方，文书不写在那里", "换一个文件名，如 总结.md")
    return place if str(place) == "-" else start / place


def _json(figures: dict[str, Any]) -> str:
    import json

    return json.dumps(figures, ensure_ascii=False, indent=2) + "\n"


def _document(template: Any, found: Any, form: str) -> str | bytes:
    from liushou_cli.formats import blocks, templates, writer

    write = writer(form)
    parsed = blocks.parse(templates.render(template, found.view))
    if form != "html":
        return write(parsed)
    traces = {name: [str(one) for one in places] for name, places in found.traces().items()}
    return write(parsed, traces)


def _write(content: str | bytes, place: Path | None) -> None:
    if place is not None and str(place) == "-":
        place = None
    output.document(content, place)
    if place is not None:
        output.talk(f"已写好：{place}")


def _free(folder: Path, name: str, form: str) -> Path:
    """A file of that name in *folder*, or the next name that is not taken: the teacher may have edited that one.

    *name* holds what a record says, so nothing in it may lead elsewhere.
    """
    safe = _NO_NAME.sub("", name).encode()[:200].decode(errors="ignore").strip(" .") or "总结"
    numbers = itertools.count(2)
    free = folder / f"{safe}.{form}"
    while free.exists():
        free = folder / f"{safe}（{next(numbers)}）.{form}"
    return free


def _traces(found: Any) -> str:
    lines = []
    for name, places in found.traces().items():
        lines.append(f"{name}：{found.view['f'][name]}{found.summary.figures[name].unit}")
        lines += [f"  {place}" for place in places]
    return "\n".join(lines)


def _list() -> None:
    from liushou_cli.formats import templates

    output.say(aligned([(one.kind, one.title, "、".join(one.scopes)) for one in templates.available()]))


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
