"""liushou readmit: a new stay in the same file."""

from pathlib import Path

import pytest

from tests.helpers.run import Runner


def test_the_old_stay_stands_and_a_new_one_begins(example: Path, run: Runner) -> None:
    place = example / "2012-2"
    run("leave", "许明", "--on", "2013-10-18", "--reason", "随迁", "--to", "广东省佛山市", cwd=place)
    ask = ("report", "roster", "--mask", "none", "--format", "md", "--as-of")
    before = run(*ask, "2013-11-30", cwd=place).out
    ran = run("readmit", "许明", "--since", "2013-12-09", "--from", "广东省佛山市", cwd=place)
    assert (ran.code, ran.err.splitlines()[0]) == (0, "已记回来：许明，从 2013-12-09 起又在班。")
    text = (place / "children" / "fxk4k1.yaml").read_text(encoding="utf-8")
    assert "- 自: 2012-09-01\n  至: 2013-10-18\n  原因: 随迁\n  去向: 广东省佛山市\n" in text
    assert "\n- {自: 2013-12-09, 来自: 广东省佛山市}\n" in text
    assert "许明" not in before
    assert run(*ask, "2013-11-30", cwd=place).out == before
    assert "许明" in run(*ask, "2013-12-30", cwd=place).out
    assert "在班第" not in run("check", cwd=place).out


@pytest.mark.parametrize(
    ("leaves", "since", "said"),
    [
        (False, "2013-12-09", "错误：许明从 2012-09-01 起一直在班，没有离开过"),
        (True, "2013-10-18", "错误：许明在班到 2013-10-18，回来的日子要在那以后"),
        (True, "2014-10-18", "错误：日期 2014-10-18 还没有到（今天是 2013-12-30）"),
    ],
)
def test_what_cannot_be_is_refused(example: Path, run: Runner, leaves: bool, since: str, said: str) -> None:
    place = example / "2012-2"
    if leaves:
        run("leave", "许明", "--on", "2013-10-18", "--reason", "随迁", cwd=place)
    before = (place / "children" / "fxk4k1.yaml").read_bytes()
    ran = run("readmit", "许明", "--since", since, cwd=place)
    assert (ran.code, ran.err.splitlines()[0]) == (2, said)
    assert (place / "children" / "fxk4k1.yaml").read_bytes() == before


def test_the_year_a_class_is_promoted_by_itself_and_graduates_by_one_command(
    example: Path, run: Runner
) -> None:
    place = example / "2012-2"
    for day, grade in (("2014-08-31", "八年级"), ("2014-09-01", "九年级"), ("2015-08-31", "九年级")):
        assert f"新溪中学{grade}（2）班" in run("--today", day, cwd=place).out
    after = run("--today", "2015-09-01", cwd=place).out
    assert "已毕业（2）班" in after
    said = "  已经毕业，还有 29 名没有记离班：liushou leave --all --reason 毕业 --on 最后一天"
    assert said in after.splitlines()
    ask = ("--today", "2015-09-02", "report", "--term", "2015-1", "--as-of", "2015-06-30", "--format", "md")
    before = run(*ask, cwd=place).out
    leave = ("--today", "2015-09-02", "leave", "--all", "--reason", "毕业", "--on", "2015-07-01", "--to")
    ran = run(*leave, "新溪高级中学", cwd=place)
    assert (ran.code, ran.err.splitlines()[0]) == (0, "已记离班：全班 29 名，在班到 2015-07-01，毕业。")
    assert "没有记离班" not in run("--today", "2015-09-02", cwd=place).out
    assert "graduated" not in run("--today", "2015-09-02", "check", "--json", cwd=place).out
    assert run(*ask, cwd=place).out == before
    again = run(*leave, "新溪高级中学", cwd=place)
    assert (again.code, again.err.splitlines()[0]) == (2, "错误：2015-07-01 那天这个班没有在班的孩子")


def test_the_whole_class_leaves_or_nobody(example: Path, run: Runner) -> None:
    place = example / "2012-2"
    run("readmit", "许明", cwd=place)
    broken = place / "children" / "4kx7qm.yaml"
    broken.write_text("姓名：李小花\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in place.rglob("*.yaml")}
    ran = run("leave", "--all", "--reason", "毕业", "--on", "2013-12-20", cwd=place)
    assert (ran.code, {path: path.read_bytes() for path in place.rglob("*.yaml")}) == (3, before)
    for args in (("许明", "--all", "--reason", "毕业"), ("--all", "--reason", "转班"), ("--all",)):
        assert run("leave", *args, cwd=place).code == 2
