"""liushou template"""

import functools
from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, marked, output
from liushou_cli.cli.columns import aligned
from liushou_cli.cli.options import JsonOption, kinds_of
from liushou_cli.cli.papers import Paper, listed
from liushou_cli.cli.saved import told
from liushou_cli.errors import BadInput, LiushouError

ACTIONS = {
    "list": "有哪些文书，用的是哪个模板",
    "copy": "把自带的模板放一份到这里的 templates/，在上面改",
    "check": "模板写错了什么，在哪一行；不写文书就查这里自己的全部模板",
    "vars": "模板里能用的名字，种类和例子",
}


def template(
    ctx: typer.Context,
    action: Annotated[
        str,
        typer.Argument(
            metavar="做什么",
            help="list、copy、check、vars",
            shell_complete=lambda _ctx, _param, typed: [one for one in ACTIONS if one.startswith(typed)],
        ),
    ],
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="文书",
            help="哪一种文书；check 也可以写模板文件，或带标记的 docx、xlsx",
            shell_complete=kinds_of,
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """文书的模板：list 看有哪些，copy 拿一份来改，check 查写错的地方，vars 看能用的名字。

    liushou template copy summary
    """
    desk = context.of(ctx)
    if action not in ACTIONS:
        raise BadInput(f"没有“{action}”这一项", f"只能写：{'、'.join(ACTIONS)}")
    if action == "list":
        _list(desk, as_json=as_json)
    elif action == "copy":
        _copy(desk, what, as_json=as_json)
    elif action == "check":
        _check(desk, what, as_json=as_json)
    else:
        _vars(desk, what)


def _list(desk: context.Desk, *, as_json: bool) -> None:
    rows = listed(desk)
    if as_json:
        names = ("kind", "title", "scopes", "template", "state")
        output.as_json([dict(zip(names, row, strict=True)) for row in rows])
    else:
        output.say(aligned(rows))


def _copy(desk: context.Desk, kind: str | None, *, as_json: bool) -> None:
    from liushou_cli.formats import kinds
    from liushou_cli.usecases.copy_template import copy_template

    text = kinds.text_of(kind) if kind else None
    if kind is None or text is None:
        said = f"没有“{kind}”这种自带的模板" if kind else "缺 文书：拿哪一份模板来改"
        raise BadInput(said, f"现有：{'、'.join(kinds.kinds())}")
    saved = copy_template(desk.start, kind, text, context.home(), output.waiting)
    said = f"已放好：{saved.files[0]}。\n改好以后：liushou template check {kind}，再 liushou trust。"
    told(saved, said, {}, as_json=as_json)


def _check(desk: context.Desk, what: str | None, *, as_json: bool) -> None:
    if what and what.lower().endswith(marked.SUFFIXES):
        checked = [_form_checked(desk, what)]
    else:
        checked = _all_checked(desk, what)
    _report(checked, as_json=as_json)


def _all_checked(desk: context.Desk, what: str | None) -> list[list[dict[str, Any]]]:
    return [_checked(desk, file, kind, text, own) for file, kind, text, own in _texts(desk, what)]


def _form_checked(desk: context.Desk, what: str) -> list[dict[str, Any]]:
    """A form with marks: each fault with its paragraph or cell."""
    try:
        scenes = _scenes(desk)
    except LiushouError as error:
        output.talk(f"没有对照档案里的名字，也没有试填：{error.message}")
        scenes = []
    return [
        {**_problem(what, 0, message, hint), "place": place}
        for place, message, hint in marked.problems(desk, Path(what), scenes)
    ]


def _report(checked: list[list[dict[str, Any]]], *, as_json: bool) -> None:
    problems = [problem for one in checked for problem in one]
    if as_json:
        output.as_json({"problems": problems})
    elif not problems:
        output.say(f"查了 {len(checked)} 份模板，没有发现问题。" if checked else "这里没有自己的模板。")
    else:
        output.say("\n".join(_line(one) for one in problems))
    if problems:
        raise typer.Exit(1)


def _line(one: dict[str, Any]) -> str:
    place = f"{one['file']}:{one['line']}" if one["line"] else one["file"]
    place += f"：{one['place']}" if one.get("place") else ""
    return f"{place}：{one['message']}" + (f"\n  {one['hint']}" if one["hint"] else "")


def _texts(desk: context.Desk, what: str | None) -> list[tuple[str, str, str, Any]]:
    """(file as shown, kind, text, the own template or None) of each template to look at."""
    from liushou_cli.formats import kinds
    from liushou_cli.usecases.own_template import named, own_kinds, standing

    if what is None:
        found = [standing(desk.start, kind) for kind in own_kinds(desk.start)]
    elif "." in what or "/" in what or "\\" in what:
        found = [named(desk.start, Path(what))]
    else:
        found = [standing(desk.start, what)]
    if found != [None]:
        return [(own.file, own.kind, own.text, own) for own in found if own]
    text = kinds.text_of(what or "")
    if text is None:
        raise BadInput(
            f"没有“{what}”这种文书", f"现有：{'、'.join(sorted({*kinds.kinds(), *own_kinds(desk.start)}))}"
        )
    return [(f"{what}（自带）", what or "", text, None)]


def _checked(desk: context.Desk, file: str, kind: str, text: str, own: Any) -> list[dict[str, Any]]:
    from liushou_cli.domain.views import PARTS
    from liushou_cli.formats import templates
    from liushou_cli.formats.guarded.check import faults
    from liushou_cli.formats.template_header import header_faults
    from liushou_cli.formats.template_vars import merged
    from liushou_cli.usecases.own_template import is_approved

    found: list[tuple[int, str, str]] = [*header_faults(text, list(PARTS))]
    try:
        read = templates.read(kind, text)
    except LiushouError:
        return [_problem(file, *one) for one in found]
    views = _views(desk, read.parts)
    found += faults(read, functools.reduce(merged, views) if views else None)
    if not found and views:
        if own is None or is_approved(desk.start, own, context.home()):
            school_only = read.scopes == ("学校",)
            found += _tried(Paper(read, own is not None), views[-1 if school_only else 0])
        else:
            output.talk(f"{file} 还没有认可，只查了写法，没有试排；liushou trust 认可以后再查一次。")
    return [_problem(file, *one) for one in sorted(found)]


def _tried(paper: Paper, view: dict[str, Any]) -> list[tuple[int, str, str]]:
    from liushou_cli.formats import blocks

    try:
        blocks.parse(paper.markdown(view))
    except LiushouError as fault:
        return [(0, fault.message, fault.hint)]
    return []


def _views(desk: context.Desk, parts: tuple[str, ...]) -> list[dict[str, Any]]:
    """What a template could say here, and in the whole school; nothing where the records do not give it."""
    from liushou_cli.domain.views import PARTS, view

    try:
        return [view(scene, [part for part in parts if part in PARTS]) for scene in _scenes(desk)]
    except LiushouError as error:
        output.talk(f"没有对照档案里的名字，也没有试排：{error.message}")
        return []


def _scenes(desk: context.Desk) -> list[Any]:
    from liushou_cli.usecases.own_template import places
    from liushou_cli.usecases.report import Asked, report

    asked = Asked(scopes=("班级", "学校", "孩子"), parts=())
    return [report(place, asked, desk.today).scene for place in places(desk.start)]


def _problem(file: str, line: int, message: str, hint: str) -> dict[str, Any]:
    return {"file": file, "line": line, "check": "template", "message": message, "hint": hint}


def _vars(desk: context.Desk, kind: str | None) -> None:
    from liushou_cli.domain.views import PARTS, drawn, view
    from liushou_cli.formats import templates
    from liushou_cli.formats.template_vars import merged, page

    parts = templates.find(kind).parts if kind else tuple(PARTS)
    scenes = _scenes(desk)
    common = functools.reduce(merged, [view(scene, ()) for scene in scenes])
    told = {part: functools.reduce(merged, [drawn(part, scene) for scene in scenes]) for part in parts}
    output.say(page(common, told).rstrip("\n"))
