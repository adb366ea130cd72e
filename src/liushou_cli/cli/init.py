"""liushou init"""

import re
from pathlib import Path
from typing import Annotated

import typer

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.options import JsonOption
from liushou_cli.cli.saved import told
from liushou_cli.domain.choices import Stage
from liushou_cli.domain.grade import class_code
from liushou_cli.errors import BadInput


def init(
    ctx: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="文件夹", help="放在哪里；没有就新建")] = None,
    school: Annotated[str | None, typer.Option("--school", metavar="校名", help="学校的名字")] = None,
    classes: Annotated[
        list[str] | None,
        typer.Option(
            "--class",
            metavar="班级",
            help="如 2012-2（入学年份-班号）；写几次就是一所学校几个班，不写只建学校",
        ),
    ] = None,
    stage: Annotated[str | None, typer.Option("--stage", metavar="学段", help="小学、初中、高中")] = None,
    teacher: Annotated[str | None, typer.Option("--teacher", metavar="姓名", help="班主任")] = None,
    signer: Annotated[
        str | None, typer.Option("--signer", metavar="单位", help="文书落款，如 新溪中学关工委；不写就是校名")
    ] = None,
    pupils: Annotated[
        list[str] | None,
        typer.Option("--pupils", metavar="学期=人数", help="全班人数，如 2013-2=46；可以写几次"),
    ] = None,
    commit: Annotated[
        bool | None, typer.Option("--commit/--no-commit", help="以后每条命令是否自动提交到 git")
    ] = None,
    no_git: Annotated[bool, typer.Option("--no-git", help="不建 git 仓库")] = False,
    as_json: JsonOption = False,
) -> None:
    """新建一个班的档案；写几个 --class 或不写，就新建一所学校的。在学校的文件夹里建班，不用再写校名。

    liushou init 2012-2 --school 新溪中学 --class 2012-2 --stage 初中 --teacher 张敏
    """
    from liushou_cli.usecases.init import init as make
    from liushou_cli.usecases.init import school_above

    desk = context.of(ctx)
    place = desk.start / (folder or Path(prompts.need(None, "文件夹", "放在哪个文件夹")))
    above = school_above(place)
    shared = {} if above else _shared(school, signer, commit, no_git=no_git)
    codes = _codes(classes, must="--class" if above else "")
    stage = prompts.need(stage, "--stage", "学段", Stage.words()) if codes else stage
    teacher = prompts.may(teacher, "班主任姓名") if codes else teacher
    if pupils and len(codes) != 1:
        raise BadInput("--pupils 只在新建一个班时写", "先建好，再写进各班的 class.yaml")
    each = [{"班级": code, "学段": stage, "班主任": teacher, "学生数": _pupils(pupils)} for code in codes]
    made = make(place, shared, each, single=len(codes) == 1, git=not no_git, on_wait=output.waiting)
    git = "" if no_git or above else "，已建 git 仓库" if made.git else "，没有找到 git，改动不留历史"
    hint = "用 liushou add-child 给孩子建档" if codes else "再用 liushou init 建各班"
    told(
        made.saved, f"已新建 {'、'.join(made.classes) or shared['学校']} 的档案：{place}{git}。\n下一步：{hint}。",
        {"folder": str(made.folder), "classes": list(made.classes), "git": made.git}, as_json=as_json,
    )  # fmt: skip


def _shared(school: str | None, signer: str | None, commit: bool | None, *, no_git: bool) -> dict[str, str]:
    """What a school's classes share, asked for where it is not given."""
    school = prompts.need(school, "--school", "校名")
    signer = prompts.may(signer, "文书落款单位", default=school)
    if commit is None:
        commit = not no_git and prompts.yes("每次改动自动提交到 git", default=True)
    return {"学校": school, "落款单位": signer, "自动提交": "是" if commit else "否"}


def _codes(classes: list[str] | None, *, must: str) -> list[str]:
    """The classes to make; *must* names the option where there has to be one."""
    if must and not classes:
        return [prompts.need(None, must, "班级，如 2012-2", check=class_code)]
    if classes is None and prompts.at_terminal():
        typed = prompts.may(None, "班级，如 2012-2；只建学校就直接回车", check=class_code)
        return [typed] if typed else []
    return classes or []


def _pupils(values: list[str] | None) -> dict[str, int]:
    found = {}
    for value in values or []:
        term, _, number = value.partition("=")
        if not re.fullmatch(r"\d{1,6}", number.strip(), re.ASCII):
            raise BadInput(f"--pupils 写的是“{value}”", "写成 2013-2=46")
        found[term.strip()] = int(number)
    return found
