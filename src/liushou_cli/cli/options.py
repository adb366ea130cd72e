"""Arguments and options that several commands share."""

import re
from datetime import date
from typing import Annotated, Any

import typer

from liushou_cli.cli import context
from liushou_cli.domain.days import parse_day, parse_promised, parse_spoken
from liushou_cli.domain.term import Term, parse
from liushou_cli.errors import BadInput


def _names(ctx: Any, param: Any, incomplete: str) -> list[str]:
    """Names whose spelling, pinyin or initials begin as typed; never an error while completing."""
    from liushou_cli.errors import LiushouError
    from liushou_cli.usecases.know import names

    typed = incomplete.lower()
    try:
        known = names(context.of(ctx).start)
    except LiushouError:
        return []
    return [name for name, *spellings in known if any(one.startswith(typed) for one in (name, *spellings))]


def kinds_of(ctx: Any, param: Any, incomplete: str) -> list[str]:
    """Documents whose name begins as typed, the folder's own among them; never an error while completing."""
    from liushou_cli.errors import LiushouError
    from liushou_cli.formats import kinds
    from liushou_cli.usecases.own_template import own_kinds

    try:
        own = own_kinds(context.of(ctx).start)
    except LiushouError:
        own = []
    return [kind for kind in sorted({*kinds.kinds(), *own}) if kind.startswith(incomplete)]


OptionalChildArgument = Annotated[
    str | None,
    typer.Argument(metavar="孩子", help="姓名、拼音、拼音首字母（lxh）或编号", shell_complete=_names),
]
ChildrenArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="孩子…", help="姓名、拼音、拼音首字母（lxh）或编号；一起见的写在一起", shell_complete=_names
    ),
]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="日期", help="哪一天；不写就是今天。也认 昨天、10-12")
]
ByOption = Annotated[
    list[str] | None, typer.Option("--by", metavar="姓名", help="谁做的，可以写几次；不写就是班主任")
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="文字", help="情况")]
FollowUpOption = Annotated[
    list[str] | None,
    typer.Option("--follow-up", metavar="事项@期限", help="答应要办的事，如 配眼镜@2013-11-01；可以写几次"),
]
ForOption = Annotated[
    str | None, typer.Option("--for", metavar="收件人", help="给谁；写进外出登记，如 县教育局")
]
PurposeOption = Annotated[
    str | None, typer.Option("--purpose", metavar="用途", help="作什么用；写进外出登记")
]
JsonOption = Annotated[bool, typer.Option("--json", help="以 JSON 输出")]


def known(desk: context.Desk, names: list[str]) -> None:
    """Raises :class:`BadInput` where a name means nobody, or more than one."""
    from liushou_cli.usecases.know import must_know

    must_know(desk.start, names)


def day(spoken: str, desk: context.Desk, option: str = "--on") -> str:
    """A day as people say it, to 2013-10-12. Raises :class:`BadInput` naming the option."""
    try:
        return parse_spoken(spoken, desk.today).isoformat()
    except ValueError as error:
        raise BadInput(f"{option}：{error}") from None


def deadline(spoken: str, desk: context.Desk, option: str) -> str:
    """A day that mostly lies ahead, to 2013-12-05. Raises :class:`BadInput` naming the option."""
    try:
        return parse_promised(spoken, desk.today).isoformat()
    except ValueError as error:
        raise BadInput(f"{option}：{error}") from None


def day_of(text: str | None, option: str) -> date | None:
    """A day as it is written, 2013-10-12. Raises :class:`BadInput` naming the option."""
    try:
        return parse_day(text) if text else None
    except ValueError as error:
        raise BadInput(f"{option}：{error}") from None


def term_of(text: str | None) -> Term | None:
    """2013-2, as ``--term`` takes it. Raises :class:`BadInput`."""
    try:
        return parse(text) if text else None
    except ValueError as error:
        raise BadInput(f"--term：{error}") from None


def count(text: str | None, option: str) -> int | None:
    """A number of people. Raises :class:`BadInput` naming the option."""
    if text is None:
        return None
    if not re.fullmatch(r"\d{1,6}", text.strip(), re.ASCII):
        raise BadInput(f"{option} 写的是“{text}”", "写一个数，如 21")
    return int(text)


def listed(values: list[str] | None) -> list[str]:
    """``--with 奶奶,爷爷 --with 姑姑`` to three words; Chinese commas too."""
    joined = "、".join(values or [])
    for comma in (",", "，"):
        joined = joined.replace(comma, "、")
    return [word.strip() for word in joined.split("、") if word.strip()]


def tasks(values: list[str] | None, desk: context.Desk) -> list[dict[str, str]]:
    """``配眼镜@2013-11-01`` to 事项 and 期限; without @ there is no 期限."""
    found = []
    for value in values or []:
        what, _, by = value.partition("@")
        by = by.strip()
        if not what.strip():
            raise BadInput(f"--follow-up 写的是“{value}”，没有事项", "写成 配眼镜@2013-11-01")
        found.append(
            {"事项": what.strip(), **({"期限": deadline(by, desk, "--follow-up 的期限")} if by else {})}
        )
    return found


def returns(values: list[str] | None) -> list[tuple[str, dict[str, str]]]:
    """``父亲@2014-01-20..2014-02-08`` to (父亲, 自 and 至). Raises :class:`BadInput` for another shape."""
    found = []
    for value in values or []:
        who, _, days = value.partition("@")
        first, _, last = days.partition("..")
        if who.strip() not in ("父亲", "母亲") or not first.strip():
            raise BadInput(f"--return 写的是“{value}”", "写成 父亲@2014-01-20..2014-02-08")
        try:
            said = [(key, parse_day(day)) for key, day in (("自", first), ("至", last)) if day.strip()]
        except ValueError as error:
            raise BadInput(f"--return：{error}") from None
        if said[-1][1] < said[0][1]:
            raise BadInput(f"--return 写的是“{value}”，止早于起", "检查两个日期")
        found.append((who.strip(), {key: day.isoformat() for key, day in said}))
    return found
