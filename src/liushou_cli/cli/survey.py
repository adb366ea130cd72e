"""liushou add-survey"""

from inspect import cleandoc
from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.columns import aligned
from liushou_cli.cli.options import JsonOption, OnOption, OptionalChildArgument, day, known, listed
from liushou_cli.cli.saved import NOTHING, told
from liushou_cli.domain.choices import Rating
from liushou_cli.domain.days import parse_day
from liushou_cli.domain.ratings import RATINGS, described
from liushou_cli.errors import BadInput

_ASPECTS = ("学习", "生活", "心理", "安全", "健康")
_FORM = "评定:情况:需求，如 需关注:数学基础弱:课外辅导"


def add_survey(
    ctx: typer.Context,
    child: OptionalChildArgument = None,
    everyone: Annotated[
        bool, typer.Option("--all", help="给本学期还没有普查的孩子逐个做，只问没有的")
    ] = False,
    on: OnOption = None,
    by: Annotated[str | None, typer.Option("--by", metavar="姓名", help="登记人；不写就是班主任")] = None,
    study: Annotated[str | None, typer.Option("--study", metavar="学习", help=_FORM)] = None,
    life: Annotated[str | None, typer.Option("--life", metavar="生活", help="同上")] = None,
    mind: Annotated[str | None, typer.Option("--mind", metavar="心理", help="同上")] = None,
    safety: Annotated[str | None, typer.Option("--safety", metavar="安全", help="同上")] = None,
    health: Annotated[str | None, typer.Option("--health", metavar="健康", help="同上")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="文字", help="说明")] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="文件", help="从 KoboToolbox、ODK 导出的 CSV 读，全部记下或一行也不记"
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """记一个孩子的普查：学习、生活、心理、安全、健康五方面，各评 较好、一般、需关注、紧急。

    liushou add-survey 李小花 --study 需关注:数学基础弱:课外辅导 --mind 一般
    """
    desk = context.of(ctx)
    if source:
        if child or everyone or any((on, by, study, life, mind, safety, health, note)):
            raise BadInput("--from 读的文件里样样都有，别的不用写", "只写 liushou add-survey --from 文件")
        _collected(desk, desk.start / source, as_json=as_json)
        return
    given = dict(zip(_ASPECTS, (study, life, mind, safety, health), strict=True))
    when = day(
        prompts.may(on, "日期", default=desk.today.isoformat(), check=lambda text: day(text, desk)), desk
    )
    if everyone and child:
        raise BadInput("--all 和孩子只写一样", "给一个孩子做就写名字，给全班做就写 --all")
    if everyone:
        _round(desk, when, by, given)
        return
    name = prompts.need(child, "孩子", "哪个孩子", check=lambda text: known(desk, [text]))
    if prompts.at_terminal():
        known(desk, [name])
    _one(desk, name, when, by, _answers(desk, name, when, given), note, as_json=as_json)


def _round(desk: context.Desk, when: str, by: str | None, given: dict[str, str | None]) -> None:
    """Child after child; each is saved before the next is asked, so an interruption loses only one."""
    from liushou_cli.usecases.survey import unasked

    waiting = unasked(desk.start, parse_day(when))
    if not waiting:
        output.talk("这个学期每名留守儿童都普查过了。")
        return
    if not prompts.at_terminal():
        names = "、".join(one.name for one in waiting)
        raise BadInput(
            f"--all 要在终端里一个一个问，还有 {len(waiting)} 名没有普查：{names}",
            "在脚本里一名一名记：liushou add-survey 姓名 --study …",
        )
    for number, one in enumerate(waiting, 1):
        output.talk(f"—— 第 {number}/{len(waiting)} 名：{one.name} ——")
        _one(desk, one.id, when, by, _answers(desk, one.id, when, given), None, as_json=False)


def _collected(desk: context.Desk, file: Path, *, as_json: bool) -> None:
    """Rows of a survey asked on a telephone: every bad cell is said at once, and then nothing is written."""
    from liushou_cli.domain.survey_form import answers
    from liushou_cli.formats.sheets import text
    from liushou_cli.usecases.collected import content, enter_surveys

    found, bad = answers(text.rows(content(file)))
    done = None if bad else enter_surveys(desk.start, found, desk.today, output.waiting)
    problems = bad or (list(done.problems) if done else [])
    data = {
        "rows": len(found),
        "added": done.added if done else 0,
        "before": done.before if done else 0,
        "problems": [one._asdict() for one in problems],
    }
    if problems:
        if as_json:
            output.as_json({**data, "files": [], "warnings": []})
        for one in problems:
            output.talk(f"{one.cell}：{one.message}")
        raise BadInput(f"{file.name} 有 {len(problems)} 处不对，一行也没有记", "在原来的工具里改好，重新导出")
    if done is None or done.saved is None:
        told(NOTHING, f"没有新的：{data['before']} 行都记过了。", data, as_json=as_json)
        return
    before = f"，{done.before} 行以前记过" if done.before else ""
    told(done.saved, f"已记普查 {done.added} 次{before}。", data, as_json=as_json)


def _answers(
    desk: context.Desk, child: str, when: str, given: dict[str, str | None]
) -> dict[str, dict[str, Any]]:
    """The five aspects: what the options say, and at a terminal a question for each of the rest.

    What each word means is shown before it is chosen, and what the last survey said.
    """
    answers = {label: _parsed(label, text) for label, text in given.items() if text}
    missing = [label for label in given if label not in answers and prompts.at_terminal()]
    before = _before(desk, child, when) if missing else {}
    for label in missing:
        output.talk(_choice(label, before.get(label, "")))
        rating = prompts.need(None, "", label, Rating.words())
        answers[label] = {
            "评定": rating,
            "情况": prompts.may(None, f"{label}情况"),
            "需求": listed([prompts.may(None, f"{label}需求")]),
        }
    return {label: {key: part for key, part in answer.items() if part} for label, answer in answers.items()}


def _choice(label: str, before: str) -> str:
    """The words of one aspect with what they mean; *before* is what the last survey said."""
    last = f"（上次：{before}）" if before else ""
    return f"{label}{last}\n{aligned(described(label), indent=2)}"


def _before(desk: context.Desk, child: str, when: str) -> dict[str, str]:
    from liushou_cli.usecases.survey import last_ratings

    return last_ratings(desk.start, child, parse_day(when))


def _parsed(label: str, text: str) -> dict[str, Any]:
    """``需关注:数学基础弱:课外辅导、补课`` to 评定, 情况, 需求; full-width colons too."""
    rating, _, rest = text.replace("：", ":").partition(":")
    finding, _, needs = rest.partition(":")
    if rating.strip() not in Rating.words():
        raise BadInput(f"{label}的评定写的是“{rating}”", f"只能写：{'、'.join(Rating.words())}")
    return {"评定": rating.strip(), "情况": finding.strip(), "需求": listed([needs])}


def _one(
    desk: context.Desk,
    name: str,
    when: str,
    by: str | None,
    answers: dict[str, dict[str, Any]],
    note: str | None,
    *,
    as_json: bool,
) -> None:
    from liushou_cli.usecases.survey import add_survey as add

    done = add(desk.start, name, when, by or "", answers, note or "", desk.today, output.waiting)
    sentence = f"已记普查：{done.name}，{when}，{len(answers)} 个方面。"
    told(done.saved, sentence, {"name": done.name, "record": done.record}, as_json=as_json)


# --help says what the words mean, from the same table as the questions.
_MEANT = "\n\n".join(_choice(label, "") for label in RATINGS)
add_survey.__doc__ = f"{cleandoc(add_survey.__doc__ or '')}\n\n各方面的评定这样定：\n\n{_MEANT}"
