"""交接须知: what who takes over must know, and what the page does not tell."""

import re

import pytest

from tests.helpers.places import SCHOOL
from tests.helpers.run import Runner
from tests.helpers.snapshot import Snapshot


@pytest.mark.parametrize("place", ["2012-2", "2011-1", ""])
def test_the_page(place: str, run: Runner, snapshot: Snapshot) -> None:
    ran = run("report", "handover", cwd=SCHOOL / place)
    assert (ran.code, ran.err) == (0, "")
    snapshot(f"documents/{place or SCHOOL.name}.handover.md", ran.out)


def test_every_child_enrolled_is_on_it(run: Runner) -> None:
    """Also who is not left-behind: the class is handed over, not a definition."""
    shown = run("report", "handover", cwd=SCHOOL / "2012-2").out
    rows = shown.partition("在班的孩子和家里人")[2].partition("结对帮扶")[0]
    names = [line.split(" | ")[0].strip("| ") for line in rows.splitlines() if line.startswith("| ")][2:]
    listed = run("list", "--all", cwd=SCHOOL / "2012-2").out
    assert len(names) == len(set(names)) == 29
    assert [name for name in names if name not in listed] == []


def test_what_is_withheld_stands_in_the_file_alone(run: Runner) -> None:
    shown = run("report", "handover", "--child", "方媛", cwd=SCHOOL / "2012-2").out
    file = next(
        one
        for one in (SCHOOL / "2012-2" / "children").glob("*.yaml")
        if "姓名: 方媛\n" in one.read_text("utf-8")
    )
    text = file.read_text(encoding="utf-8")
    secret = re.findall(r"1380000\d{4}", text) + re.findall(r"状况: (\w+)", text)
    assert "有不得透露的内容：方媛" in shown
    assert secret
    assert [word for word in secret if word in shown] == []


def test_a_masked_page(run: Runner) -> None:
    shown = run("report", "handover", "--mask", "initial", cwd=SCHOOL / "2012-2").out
    assert re.findall(r"许明|李小花|王桂兰|1380000\d{4}", shown) == []
    assert "许某" in shown


def test_a_class_without_a_child(run: Runner) -> None:
    run("init", "空的", "--school", "石塘小学", "--class", "2010-1", "--stage", "小学", "--no-git")
    ran = run("-C", "空的", "report", "handover")
    assert ran.code == 0, ran.err
    assert "没有在班的孩子的档案。" in ran.out
