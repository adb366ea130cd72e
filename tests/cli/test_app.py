"""The command line itself: help, mistakes in it, the day, the folder, exit codes."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Play
from tests.helpers.reference import commands
from tests.helpers.run import Runner

# What a help page may hold that is not Chinese: the program's name, commands, options, and these.
_WORDS = {
    "md",
    "html",
    "docx",
    "ics",
    "json",
    "JSON",
    "Schema",
    "git",
    "GBK",
    "all",
    "full",
    "initial",
    "none",
    "lxh",
    "Tab",
    "age",
    "LIUSHOU",
    "PASSPHRASE",
}
_WORDS |= {"Excel", "WPS", "CSV", "xls", "ods", "csv", "F"}  # import
_WORDS |= {
    "pdf",
    "xlsx",
    "FONTS",
    "child",
    "class",
    "school",
    "activities",
    "homes",
    "summary",
    "copy",
    "vars",
    "LIUSHOU",
    "TODAY",
}
# What others read: formats, the tools that ask on telephones, what an export holds.
_WORDS |= {"csv", "CSV", "jsonl", "vcf", "vCard", "XLSForm", "KoboToolbox", "ODK"}
_WORDS |= {"calls", "visits", "roster", "statistics", "records", "k"}


def test_the_way_in(tmp_path: Path, run: Runner) -> None:
    assert run("--version") == run("--version")
    ran = run("--version")
    assert (ran.code, ran.out, ran.err) == (0, "liushou 0.1.0\n", "")
    ran = run()
    assert (ran.code, ran.err) == (
        2,
        "错误：这里没有班级档案（class.yaml）\n提示：先进到班级文件夹，或用 liushou init 新建一个\n",
    )


@pytest.mark.parametrize(
    "words", [words for words, _ in commands()], ids=lambda words: " ".join(words) or "liushou"
)
def test_help_is_chinese(words: tuple[str, ...], run: Runner) -> None:
    ran = run(*words, "--help")
    assert (ran.code, ran.err) == (0, "")
    text = re.sub(r"(?<![\w-])--?[a-zA-Z][a-z-]*", "", ran.out)  # options
    left = set(re.findall(r"[A-Za-z]+", text)) - _WORDS
    assert left - {part for name, _ in commands() for word in name for part in word.split("-")} == {"liushou"}


def test_mistakes(small: Path, play: Play) -> None:
    play(
        "mistakes",
        small,
        """
        liushou nope
        liushou lst
        liushou log-vist 孙小梅
        liushou list --nope
        liushou list --jsn
        liushou --jsn
        liushou list 多余 的
        liushou list --json=1
        liushou log-visit --on
        liushou report --mask
        liushou show
        liushou set 孙小梅
        liushou -C
        liushou -C nowhere list
        liushou -C class.yaml list
        liushou --today 2013-13-01 list
        liushou --today 某天 list
        liushou --today
        liushou schema x
        """,
    )


def test_the_day_comes_from_the_option_or_the_environment(small: Path, run: Runner) -> None:
    run.environment["LIUSHOU_TODAY"] = "2013-11-05"
    args = ("log-talk", "孙小梅", "--note", "好", "--on", "今天")
    assert run(*args, cwd=small).err == "已记谈心：孙小梅，2013-11-05。\n"
    assert run("--today", "2013年11月6日", *args, cwd=small).err == "已记谈心：孙小梅，2013-11-06。\n"
    run.environment["LIUSHOU_TODAY"] = "某天"
    assert run("list", cwd=small).err == (
        "错误：--today（或环境变量 LIUSHOU_TODAY）：“某天”不是日期，写成 2013-10-12 的样子\n"
    )
    del run.environment["LIUSHOU_TODAY"]
    assert run(*args, cwd=small).code == 0


def test_another_folder(small: Path, run: Runner) -> None:
    assert run("-C", "2010-1", "list", cwd=small.parent).out == run("list", cwd=small).out
    assert run("list", cwd=small / "children").out == run("list", cwd=small).out
    ran = run("-C", "2010-1", "report", "--format", "md", "-o", "a.md", cwd=small.parent)
    assert (ran.code, ran.err, (small / "a.md").exists()) == (0, "已写好：2010-1/a.md\n", True)
