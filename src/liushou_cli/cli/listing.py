"""liushou list"""

from collections.abc import Callable, Iterable
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output
from liushou_cli.cli.columns import aligned, room
from liushou_cli.cli.options import JsonOption, listed
from liushou_cli.domain.choices import Attention, Category, Gender, Having, Lodging, Registered
from liushou_cli.errors import BadInput

_HEADINGS = ("班级", "编号", "姓名", "性别", "年龄", "留守", "照护人", "关注", "家访", "通话", "普查", "逾期")
_NUMBERS = range(8, 11)
_SORTS = ("年龄", "家访", "通话", "普查", "关注", "留守")
_GROUPS = (*Registered.words(), *Category.words())


def _words(words: Iterable[str]) -> Callable[[Any, Any, str], list[str]]:
    return lambda ctx, param, typed: [word for word in words if word.startswith(typed)]  # noqa: ARG005


def list_children(
    ctx: typer.Context,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="有事逾期的（liushou due 里的），并写出逾期的是什么")
    ] = False,
    group: Annotated[
        list[str] | None,
        typer.Option(
            "--group",
            metavar="类别",
            shell_complete=_words(_GROUPS),
            help="双亲留守、单亲留守、非留守，或 单亲家庭、孤儿、低保 等；几样是其中一样就算，不限于留守儿童",
        ),
    ] = None,
    level: Annotated[
        list[str] | None,
        typer.Option(
            "--level",
            metavar="等级",
            shell_complete=_words(Attention.words()),
            help="关注等级：普通、重点、紧急",
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without",
            metavar="项",
            shell_complete=_words(Having.words()),
            help="没有这一项的，如 家访、通话、知情同意、电话；家访等是本学期的，知情同意是过期的也算没有",
        ),
    ] = None,
    having: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="项", shell_complete=_words(Having.words()), help="有这一项的"),
    ] = None,
    village: Annotated[
        str | None, typer.Option("--village", metavar="村组", help="村组或现住址里有这几个字的")
    ] = None,
    lodging: Annotated[
        str | None,
        typer.Option(
            "--lodging", metavar="方式", shell_complete=_words(Lodging.words()), help="走读 或 寄宿"
        ),
    ] = None,
    gender: Annotated[
        str | None,
        typer.Option("--gender", metavar="性别", shell_complete=_words(Gender.words()), help="男 或 女"),
    ] = None,
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="列",
            shell_complete=_words(_SORTS),
            help="按 年龄、家访、通话、普查、关注、留守 排；不写按姓名",
        ),
    ] = None,
    left: Annotated[bool, typer.Option("--left", help="连同已离班的")] = False,
    everyone: Annotated[bool, typer.Option("--all", help="连同不是留守的和已离班的")] = False,
    as_json: JsonOption = False,
) -> None:
    """列出在班的留守儿童；家访、通话、普查是本学期到今天的次数。几个条件写在一起，要都合才列出来。

    liushou list --overdue
    liushou list --level 重点 --without 家访
    liushou list --group 单亲家庭 --village 上溪村
    """  # fmt: skip
    from liushou_cli.usecases.list_children import Wanted
    from liushou_cli.usecases.list_children import list_children as listing

    desk = context.of(ctx)
    wanted = Wanted(
        everyone, left, _known(group, _GROUPS, "--group"), _known(level, Attention.words(), "--level"),
        _one(gender, Gender.words(), "--gender"), village or "", _one(lodging, Lodging.words(), "--lodging"), overdue,
        _having(having, "--with"), _having(without, "--without"), _one(sort, _SORTS, "--sort"),
    )  # fmt: skip
    found = listing(desk.start, desk.today, wanted)
    if as_json:
        late = {"overdue": found.overdue} if overdue else {}
        output.as_json(
            [
                {**line._asdict(), **{key: list(by.get(line.id, ())) for key, by in late.items()}}
                for line in found.lines
            ]
        )
    else:
        _say(found, overdue=overdue)
    _warn(found, desk.today, quiet=everyone)


def _say(found: Any, *, overdue: bool) -> None:
    if not found.lines:
        output.talk("没有符合的孩子。")
        return
    rows = [[*map(str, line), "、".join(found.overdue.get(line.id, ()))] for line in found.lines]
    first = 0 if len({line.class_name for line in found.lines}) > 1 else 1
    last = len(_HEADINGS) if overdue else len(_HEADINGS) - 1
    right = frozenset(number - first for number in _NUMBERS)
    output.say(aligned([row[first:last] for row in [list(_HEADINGS), *rows]], right=right, most=room()))
    output.talk(f"共 {len(found.lines)} 名。")


def _warn(found: Any, today: Any, *, quiet: bool) -> None:
    from liushou_cli.errors import Damaged

    if found.undecided and not quiet:
        output.talk(
            f"注意：口径在 {today} 还没有实行，{found.undecided} 名在班的孩子分不出是不是留守；加 --all 列出全部。"
        )
    if found.unreadable:
        raise Damaged(
            f"有 {len(found.unreadable)} 份档案读不了：{'、'.join(found.unreadable[:3])}",
            "运行 liushou check 看是什么问题",
        )


def _known(values: list[str] | None, words: Iterable[str], option: str) -> tuple[str, ...]:
    """Words of a closed list, several in one or apart. Raises :class:`BadInput` naming the option."""
    found = listed(values)
    for one in found:
        if one not in words:
            raise BadInput(f"{option} 写的是“{one}”", f"可以写：{'、'.join(words)}")
    return tuple(found)


def _one(value: str | None, words: Iterable[str], option: str) -> str:
    return next(iter(_known([value] if value else None, words, option)), "")


def _having(values: list[str] | None, option: str) -> tuple[Having, ...]:
    return tuple(Having(word) for word in _known(values, Having.words(), option))
