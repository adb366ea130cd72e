"""Whatever the records hold and wherever the output goes: no escape reaches the terminal, no name breaks a console."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.helpers.run import Runner

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
RARE = "刘喆玥𬭎"
MARKUP = (
    "[bold red]甲[/] {{ 1 + 1 }} {% raw %} **粗** | 列 | <b>标签</b> <script>alert(1)</script> "
    "![图](http://x) # 题 `码` [22](figure:家访次数) ::: 附件"
)


def put(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def ask(folder: Path, run: Runner, *args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, its output in whatever encoding *environment* gives it."""
    kept = {key: value for key, value in run.environment.items() if key not in ("PYTHONUTF8", "LANG")}
    return subprocess.run(
        [sys.executable, "-m", "liushou_cli", *args],
        cwd=folder,
        env=kept | environment,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    "args",
    [
        (), ("--json",), ("list",), ("list", "--json"), ("show", "1aaaaa"), ("show", "1aaaaa", "--json"), ("check",),
        ("check", "--json"), ("report",), ("report", "--mask", "none"), ("report", "--format", "html"),
        ("report", "--format", "json"), ("report", "--trace"), ("set", "1aaaaa", "现住址", "甲"),
        ("log-talk", "1aaaaa", "--note", "好"), ("show", "孙小"), ("show", "无名"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_nothing_unseen_reaches_the_terminal(args: tuple[str, ...], small: Path, run: Runner) -> None:
    put(small / "children" / "1aaaaa.yaml", "孙小梅", '"孙\\u202e小\\u200b梅\\u2066"')
    put(small / "children" / "1aaaaa.yaml", "浙江省宁波市", '"浙\\u2028江"')
    put(small / "class.yaml", "石塘小学\n", '"石\\u202e塘"\n')
    (small / "activities").mkdir()
    (small / "activities" / "2013-2.yaml").write_text(
        '格式: 1\n学期: 2013-2\n活动:\n- {号: 1aaaaa, 日期: 2013-10-08, 类别: 班会, 主题: "甲\\u202e乙", 参加: 全体}\n',
        encoding="utf-8",
    )
    (small / "children" / "4ddddd.yaml").write_text('姓名: "甲\\e[31m红\\a"\n', encoding="utf-8")
    (small / "children" / "5eeeee\x1b[31m.yaml").write_text("姓名: 甲\n", encoding="utf-8")
    ran = run(*args, cwd=small)
    assert ran.code in (0, 1, 2, 3)
    assert UNSEEN.findall(ran.both) == []


def test_json_keeps_what_it_does_not_show(small: Path, run: Runner) -> None:
    put(small / "children" / "1aaaaa.yaml", "孙小梅", '"孙\\u202e小梅"')
    ran = run("show", "1aaaaa", "--json", cwd=small)
    assert "\\u202e" in ran.out
    assert json.loads(ran.out)["facts"]["姓名"] == "孙\u202e小梅"


@pytest.mark.parametrize(
    "argument", ["甲\x1b[31m乙", "甲\x00乙", "甲\x9b乙", "甲\u202e乙", "甲\udc80乙", "甲\ufeff乙"], ids=ascii
)
def test_what_no_record_may_hold_is_refused_at_the_door(argument: str, small: Path, run: Runner) -> None:
    before = (small / "children" / "1aaaaa.yaml").read_bytes()
    for args in (
        ("set", "孙小梅", "现住址", argument),
        ("add-child", argument),
        ("log-talk", "sxm", "--note", argument),
    ):
        ran = run(*args, cwd=small)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("错误：“甲?")
        assert UNSEEN.findall(ran.err) == []
    assert (small / "children" / "1aaaaa.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "gbk"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252:strict"},
    ],
    ids=["gbk", "c", "ascii", "cp1252"],
)
def test_a_console_that_lacks_a_character_shows_a_mark(
    environment: dict[str, str], small: Path, run: Runner
) -> None:
    put(small / "children" / "1aaaaa.yaml", "孙小梅", RARE)
    listed = ask(small, run, "list", **environment)
    assert (listed.returncode, listed.stdout.count(b"\n")) == (0, 4)
    told = ask(small, run, "show", "1aaaaa", "--json", **environment)
    encoding = environment.get("PYTHONIOENCODING", "ascii").partition(":")[0]
    assert json.loads(told.stdout.decode(encoding))["facts"]["姓名"] == RARE
    assert ask(small, run, "show", "没有这个", **environment).returncode == 2
    told = ask(small, run, "report", "--mask", "none", **environment)
    assert (told.returncode, RARE in told.stdout.decode("utf-8")) == (0, True)


def test_markup_in_a_record_stays_text(small: Path, run: Runner) -> None:
    assert run("log-activity", "--kind", "班会", "--title", MARKUP, "--on", "2013-10-08", cwd=small).code == 0
    html = run("report", "--format", "html", cwd=small).out
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    document = run("report", "--format", "docx", "-o", "-", cwd=small)
    text = _text(document.raw)
    assert MARKUP in text
    markdown = run("report", cwd=small).out
    assert MARKUP in re.sub(
        r"\\([!-/:-@\[-`{-~])",
        r"\1",
        markdown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"),
    )


def _text(document: bytes) -> str:
    """The words of a docx, paragraph by paragraph."""
    xml = zipfile.ZipFile(io.BytesIO(document)).read("word/document.xml").decode("utf-8")
    words = re.sub(r"<[^>]+>", "", xml.replace("</w:p>", "\n"))
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def test_very_long_values(small: Path, run: Runner) -> None:
    note = "长" * 20_000
    assert (
        run("log-visit", "sxm", "--kind", "定期", "--note", note, cwd=small).err
        == "已记家访：孙小梅，2013-12-30。\n"
    )
    assert note in run("show", "sxm", cwd=small).out
    name = "很" * 500
    assert (
        run(
            "add-child", name, "--gender", "男", "--born", "2004-01-01", "--register", "非留守", cwd=small
        ).code
        == 0
    )
    assert name in run("list", "--all", cwd=small).out
    too_long = run("log-visit", "sxm", "--kind", "定期", "--note", "长" * 90_000, cwd=small)
    assert too_long.code in (2, 3)
    assert run("list", cwd=small).code == 0


def test_a_line_break_in_a_name_breaks_no_column(small: Path, run: Runner) -> None:
    put(small / "children" / "1aaaaa.yaml", "孙小梅", '"孙\\n小梅"')
    assert len(run("list", cwd=small).out.splitlines()) == 4


def test_a_reader_who_leaves_early(small: Path, run: Runner) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "liushou_cli", "schema"], cwd=small, env=run.environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    assert (child.stderr.read(), child.wait(timeout=60)) == (b"", 0)


@pytest.mark.skipif(os.name == "nt", reason="closes streams as a Unix shell does")
def test_closed_streams(small: Path, run: Runner) -> None:
    line = f"{sys.executable} -m liushou_cli"
    for words, code in (
        ("list <&- >&- 2>&-", 0),
        ("add-child <&-", 2),
        ("report >&-", 0),
        ("show 无名 2>&-", 2),
    ):
        done = subprocess.run(
            ["/bin/sh", "-c", f"{line} {words}"],
            cwd=small,
            env=run.environment,
            capture_output=True,
            check=False,
        )
        assert (words, done.returncode, b"Traceback" in done.stderr) == (words, code, False)


def test_folders_that_are_not_what_they_should_be(tmp_path: Path, run: Runner) -> None:
    nothing = "错误：这里没有班级档案（class.yaml）\n提示：先进到班级文件夹，或用 liushou init 新建一个\n"
    for args in ((), ("list",), ("show", "a"), ("check",), ("report",), ("log-talk", "a", "--note", "b")):
        assert (run(*args).code, run(*args).err) == (2, nothing)
    (tmp_path / "class.yaml").mkdir()
    assert run("list").err == nothing
    (tmp_path / "class.yaml").rmdir()
    (tmp_path / "class.yaml").write_text("格式: 1\n班级: 2010-1\n学段: 小学\n", encoding="utf-8")
    (tmp_path / "children").write_text("", encoding="utf-8")
    (tmp_path / "activities").write_text("", encoding="utf-8")
    assert run("list").code == 0
    for words in ("add-child 甲 --gender 男 --born 2004-01-01", "log-activity --kind 班会 --title 甲"):
        ran = run(*words.split())
        assert (ran.code, ran.out, ran.err[:3]) == (4, "", "错误：")


def test_a_bug_says_so_in_one_line_without_a_childs_data(
    small: Path, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    from liushou_cli.usecases import show

    def fails(*args: object, **named: object) -> None:
        raise ZeroDivisionError("孙小梅的电话 13800001111")

    monkeypatch.setattr(show, "show", fails)
    ran = run("show", "孙小梅", cwd=small)
    told, _, place = ran.err.rstrip("\n").partition("错误报告（不含孩子的信息）：")
    assert (ran.code, told) == (70, "程序自己出错了（ZeroDivisionError）；档案没有写坏。")
    report = Path(place).read_text(encoding="utf-8")
    Path(place).unlink()
    assert "ZeroDivisionError\n" in report
    assert [word for word in ("孙小梅", "13800001111", str(small)) if word in report] == []
