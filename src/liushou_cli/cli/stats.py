"""liushou stats"""

from typing import Annotated, Any

import typer

from liushou_cli.cli import context, options, output
from liushou_cli.cli.options import JsonOption
from liushou_cli.cli.stats_text import groups, overview
from liushou_cli.domain.choices import Breakdown
from liushou_cli.domain.days import chinese
from liushou_cli.errors import BadInput


def _words(ctx: Any, param: Any, typed: str) -> list[str]:
    return [word for word in Breakdown.words() if word.startswith(typed)]


def stats(
    ctx: typer.Context,
    term: Annotated[
        str | None, typer.Option("--term", metavar="学期", help="如 2013-2；不写就是本学期")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="项",
            shell_complete=_words,
            help="分开数：班级、年级、月、村组、性别、留守、就读方式、照护人、关注等级",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """数字和条形图，与文书里的数字是同一个；最后是各学期的变化。

    liushou stats
    liushou stats --by 村组
    liushou stats --term 2013-1 --by 月
    """  # fmt: skip
    from liushou_cli.usecases.stats import stats as counted

    desk = context.of(ctx)
    if by and by not in Breakdown.words():
        raise BadInput(f"--by 写的是“{by}”", f"可以写：{'、'.join(Breakdown.words())}")
    wanted = options.term_of(term)
    found = counted(desk.start, wanted, Breakdown(by) if by else None, desk.today)
    if as_json:
        output.as_json(_plain(found, by))
        return
    output.say(f"{found.place}　{found.term.long}\n截至 {chinese(found.as_of)}，{found.definition}口径\n")
    output.say(groups(found.groups, str(by)) if by else overview(found))


def _plain(found: Any, by: str | None) -> dict[str, Any]:
    lines = {"terms": found.terms, **({"by": by, "groups": found.groups} if by else {})}
    return {
        "term": str(found.term),
        "as_of": found.as_of.isoformat(),
        "definition": found.definition,
        "figures": found.figures,
        **{
            key: [{"name": one.name, **one.figures} for one in value] if isinstance(value, list) else value
            for key, value in lines.items()
            if value
        },
    }
