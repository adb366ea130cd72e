"""liushou due"""

from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, due_rules, due_text, output, places, tonight_text
from liushou_cli.cli.options import JsonOption, listed
from liushou_cli.domain.choices import Choice
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.policy import LABELS
from liushou_cli.errors import BadInput

_KINDS = (*LABELS.values(), "跟进", "帮扶计划", "生日", "返乡")
_VISITS = ("家访", "跟进", "帮扶计划", "返乡")


class _Form(Choice):
    TEXT = "text"
    ICS = "ics"
    DOCX = "docx"


def due(
    ctx: typer.Context,
    within: Annotated[
        int | None,
        typer.Option("--within", metavar="天数", min=0, help="只看这么多天以内到期的和已经逾期的"),
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="哪样", help=f"只看这几样：{'、'.join(_KINDS)}")
    ] = None,
    gaps: Annotated[bool, typer.Option("--gaps", help="每个孩子多久没有联系了，最久的在前")] = False,
    tonight: Annotated[
        bool, typer.Option("--tonight", help="今晚该打的电话：打给谁，什么号码，为什么")
    ] = False,
    village: Annotated[
        bool, typer.Option("--by-village", help="要到家里去的，按村组排；一路上能办的事写在一起")
    ] = False,
    rules: Annotated[bool, typer.Option("--rules", help="现在的要求是哪些，各从哪里来")] = False,
    presets: Annotated[bool, typer.Option("--presets", help="要求 里的 参照 有哪些，出自哪里")] = False,
    fail: Annotated[bool, typer.Option("--fail", help="有逾期的，退出码是 1")] = False,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="格式", help="不写就列在这里；ics 放进日历，docx 是家访路上带的单子"
        ),
    ] = "text",
    place: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="文件", help="ics、docx 写到哪里")
    ] = None,
    mask: Annotated[
        str,
        typer.Option(
            "--mask",
            metavar="办法",
            help="日历里的姓名：initial 留姓、full 全隐、none 不隐；日历会同步到手机",
        ),
    ] = "initial",
    as_json: JsonOption = False,
) -> None:
    """该做什么：谁最久没有联系，谁该家访、该通话，答应了什么，哪天到期，为什么。记下一次，它自己就消了。"""
    desk = context.of(ctx)
    if presets or rules:
        (due_rules.presets if presets else due_rules.rules)(desk, as_json=as_json)
        return
    kinds = _known(kind)
    _one_of(mask, "--mask", Mask.words())
    place = places.possible(place, form, _Form.words(), desk.start)
    if form == _Form.DOCX:
        _sheet(desk, place)
        return
    from liushou_cli.usecases.due import due as found

    told = found(desk.start, desk.today, within, kinds or (_VISITS if village else ()), Mask(mask))
    late = sum(line.overdue for line in told.lines)
    if form == _Form.ICS:
        _calendar(desk, told, place, mask)
    elif as_json:
        output.as_json(_json(told))
    else:
        told = told if not kinds else told._replace(seasons=told.seasons if "返乡" in kinds else [])
        _show(desk, told, gaps=gaps, tonight=tonight, village=village, only=bool(kinds))
    if fail and late:
        raise typer.Exit(1)


def _known(kinds: list[str] | None) -> tuple[str, ...]:
    found = tuple(listed(kinds))
    for kind in found:
        if kind not in _KINDS:
            raise BadInput(f"--kind 写的是“{kind}”", f"可以写：{'、'.join(_KINDS)}")
    return found


def _one_of(text: str, option: str, words: list[str]) -> None:
    if text not in words:
        raise BadInput(f"{option} 写的是“{text}”", f"只能写：{'、'.join(words)}")


def _json(told: Any) -> dict[str, Any]:
    return {
        "due": [line._asdict() for line in told.lines],
        "gaps": [gap._asdict() for gap in told.gaps],
        "seasons": [season._asdict() for season in told.seasons],
        "tonight": [one._asdict() | {"why": [line._asdict() for line in one.why]} for one in told.tonight],
    }


def _show(desk: context.Desk, told: Any, *, gaps: bool, tonight: bool, village: bool, only: bool) -> None:
    lines = told.lines
    late = sum(line.overdue for line in lines)
    if gaps:
        if told.gaps:
            output.say(due_text.silences(told.gaps, whole=_whole(told)))
        output.talk(f"共 {len(told.gaps)} 名。")
    elif tonight:
        if told.tonight:
            output.say(tonight_text.calls(told.tonight, whole=_whole(told)))
        output.talk(f"共 {len(told.tonight)} 名。" if told.tonight else "今晚没有该打的电话。")
    elif village:
        if lines:
            output.say(due_text.by_village(lines))
        output.talk(f"共 {len({line.id for line in lines})} 名。" if lines else "没有要到家里去的。")
    else:
        _all(desk, told, only=only)
        output.talk(f"共 {len(lines)} 件，逾期 {late} 件。" if lines else "没有要做的事。")


def _all(desk: context.Desk, told: Any, *, only: bool) -> None:
    """*only*: what was asked for by its kind, and nothing else."""
    parts = []
    if told.gaps and not only:
        parts.append(due_text.silences(told.gaps[: due_text.SHOWN], whole=_whole(told)))
    if told.lines:
        parts.append(due_text.tasks(told.lines, desk.today, whole=_whole(told)))
    if told.seasons:
        parts.append(due_text.seasons(told.seasons))
    if parts:
        output.say("\n\n".join(parts))


def _whole(told: Any) -> bool:
    return len({gap.class_name for gap in told.gaps}) > 1


def _calendar(desk: context.Desk, told: Any, place: Path | None, mask: str) -> None:
    """What is late stands on today: a calendar shows no one what has gone by."""
    from liushou_cli.formats import ics

    entries = [
        ics.Entry(
            one.uid, max(one.first, desk.today), max(one.last, desk.today),
            f"逾期：{one.title}" if one.overdue else one.title, one.note,
        )
        for one in told.events
    ]  # fmt: skip
    leaving = {"command": "due", "title": "该做的事（日历）", "form": _Form.ICS.value, "mask": mask}
    content = ics.write("留守儿童", entries, desk.today)
    places.deliver(desk, content, place, {**leaving, "children": len(told.gaps), "to": "", "purpose": ""})
    output.talk(f"共 {len(entries)} 件。")


def _sheet(desk: context.Desk, place: Path | None) -> None:
    """The document visit-sheet, which the folder may have a template of its own for."""
    from liushou_cli.cli import papers
    from liushou_cli.usecases.report import Asked, report

    chosen = papers.paper(desk, "visit-sheet")
    template = chosen.template
    asked = Asked(mask=Mask.NONE, scopes=template.scopes, parts=template.parts)
    found = report(desk.start, asked, desk.today)
    content = papers.document(chosen, found, "docx")
    name = f"{found.view['学校']}{found.view['班级']}{template.title}{desk.today}"
    target = place or places.free(desk.start, name, "docx")
    places.deliver(desk, content, target, papers.leaving(template, found, asked, "docx"))
    output.talk("上面有姓名、电话和住址，用完收好。")
