"""liushou import"""

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption, day, listed
from liushou_cli.cli.progress import counted
from liushou_cli.cli.saved import told
from liushou_cli.domain.days import parse_day
from liushou_cli.errors import BadInput


def import_roster(
    ctx: typer.Context,
    file: Annotated[str | None, typer.Argument(metavar="文件", help="xlsx、xls、ods 或 csv")] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="名称", help="工作簿里有几张表时，读哪一张")
    ] = None,
    mapped: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="表头=字段", help="如 娃娃生日=出生日期、F列=父亲.电话、爱好=不要；可以写几次"
        ),
    ] = None,
    class_name: Annotated[
        str | None,
        typer.Option("--class", metavar="班级", help="全是哪个班的，如 2012-2；不写就看表里的班级"),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="日期",
            help="父母从哪天起外出，如 2013-03；表里和档案里都没写时用",
        ),
    ] = None,
    joined: Annotated[
        str | None,
        typer.Option("--joined", metavar="日期", help="新建档的哪天起在这个班；不写按本学期第一天"),
    ] = None,
    same: Annotated[
        list[str] | None,
        typer.Option("--same", metavar="行=编号", help="第几行是已有的哪个孩子；7=新 是另一个孩子"),
    ] = None,
    overwrite: Annotated[
        list[str] | None,
        typer.Option("--overwrite", metavar="字段", help="与档案不同时用表里的，如 现住址；或 全部"),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option("--keep", metavar="字段", help="与档案不同时留档案里的，如 现住址；或 全部"),
    ] = None,
    annotated: Annotated[
        Path | None,
        typer.Option(
            "--annotate", metavar="文件", help="有错时写一份标好的表：错的格子是红的，批注里说为什么"
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会改什么，不写")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="看过了，不再问")] = False,
    as_json: JsonOption = False,
) -> None:
    """导入花名册，或用 export --sheet 出的、填好的表。全部行都看得懂才写，有一格不行就一格也不写。

    liushou import 花名册.xlsx --dry-run
    liushou import 花名册.xlsx --map 娃娃生日=出生日期 --since 2013-03 --yes
    """
    from liushou_cli.cli import annotating, importing, sheet_in
    from liushou_cli.domain.intake.plan import Answers
    from liushou_cli.usecases.import_roster import Order, read_roster

    desk = context.of(ctx)
    pairs = importing.pairs(mapped or [], "--map", "表头=字段")
    answers = Answers(
        importing.month(since, desk.today),
        importing.rows(same or []),
        tuple(listed(overwrite)),
        tuple(listed(keep)),
    )
    order = Order(answers, parse_day(day(joined, desk, "--joined")) if joined else None, class_name or "")
    place = desk.start / prompts.need(file, "文件", "哪个文件")
    target = annotating.possible(annotated, place, desk.start)
    grids = importing.grids(place)
    if base := sheet_in.base_of(grids):
        _no_roster((sheet, mapped, class_name, since, joined, same, overwrite, keep))
        sheet_in.take_in(desk, base, grids, target, dry_run=dry_run, yes=yes, as_json=as_json)
        return
    found = read_roster(desk.start, grids, sheet or "", pairs)
    asked: dict[str, str] = {} if yes or dry_run or as_json else importing.ask_columns(found)
    found = found.having(asked)
    importing.show_columns(found, as_json=as_json)
    ready = importing.ready(desk, found, order, ask=not (yes or as_json), as_json=as_json)
    report = importing.Report(found, ready)
    if report.problems or dry_run:
        report.tell(as_json=as_json)
        if report.problems:
            annotating.annotate(target, grids, found.grid, report.problems, importing.drawn(found))
        raise typer.Exit(2 if report.problems else 0)
    _write(report, found.titles({**pairs, **asked}), yes=yes, as_json=as_json)


def _no_roster(options: tuple[Any, ...]) -> None:
    if any(options):
        raise BadInput("这是 export --sheet 出的表，要记什么表里都有", "只加 --dry-run、--yes、--annotate")


def _write(report: Any, mapped: dict[str, str], *, yes: bool, as_json: bool) -> None:
    from liushou_cli.usecases.import_roster import carry_out

    ready = report.ready
    if not ready.work and not mapped:
        report.tell(as_json=as_json)
        return
    if yes and not as_json:
        report.remark()
        report.replaced()
    if not yes:
        if not as_json:
            report.tell(as_json=False)
        if not prompts.at_terminal():
            raise BadInput("还没有写：没有人确认", "用 --dry-run 看过会改什么，再加 --yes")
        if prompts.need(None, "--yes", "照这样写吗", ["是", "否"]) != "是":
            output.talk("没有写。")
            return
    with counted(silent=as_json) as tell:
        saved = carry_out(ready, mapped, output.waiting, partial(tell, "written"))
    told(saved, report.sentence, report.data, as_json=as_json)
