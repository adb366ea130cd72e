"""Letters, and parents who say when they come back."""

from pathlib import Path

import pytest

from tests.helpers.run import Runner

CHILD = """\
格式: 1
编号: 4kx7qm
姓名: 李小花
性别: 女
出生日期: 2001-05-12
在班:
- {自: 2012-09-01}
父亲:
  行踪: [{自: 2010-03, 状况: 外出务工}]
"""


@pytest.fixture
def one(tmp_path: Path) -> Path:
    folder = tmp_path / "2012-2"
    (folder / "children").mkdir(parents=True)
    (folder / "class.yaml").write_text("格式: 1\n班级: 2012-2\n学段: 初中\n班主任: 张敏\n", encoding="utf-8")
    (folder / "children" / "4kx7qm.yaml").write_text(CHILD, encoding="utf-8")
    return folder


def child(folder: Path) -> str:
    return (folder / "children" / "4kx7qm.yaml").read_text(encoding="utf-8")


def test_said_in_a_call_it_is_entered_with_the_call(one: Path, run: Runner) -> None:
    ran = run("log-call", "李小花", "--with", "父亲", "--return", "父亲@2014-01-20..2014-02-08", cwd=one)
    assert (ran.code, ran.err) == (0, "已记通话：李小花，2013-12-30。\n")
    assert child(one).startswith(f"{CHILD}  返乡:\n  - {{自: 2014-01-20, 至: 2014-02-08}}\n通话:\n")


def test_set_ahead_of_the_day(one: Path, run: Runner) -> None:
    ran = run(
        "set", "李小花", "父亲.返乡", "春节", "--since", "2014-01-20", "--with", "至=2014-02-08", cwd=one
    )
    assert ran.code == 0
    assert child(one) == f"{CHILD}  返乡:\n  - {{自: 2014-01-20, 说明: 春节, 至: 2014-02-08}}\n"


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (
            "姑姑@2014-01-20",
            "错误：--return 写的是“姑姑@2014-01-20”\n提示：写成 父亲@2014-01-20..2014-02-08\n",
        ),
        ("父亲", "错误：--return 写的是“父亲”\n提示：写成 父亲@2014-01-20..2014-02-08\n"),
        ("父亲@春节", "错误：--return：“春节”不是日期，写成 2013-10-12 的样子\n"),
        (
            "父亲@2014-02-08..2014-01-20",
            "错误：--return 写的是“父亲@2014-02-08..2014-01-20”，止早于起\n提示：检查两个日期\n",
        ),
    ],
)
def test_what_is_no_return(said: str, error: str, one: Path, run: Runner) -> None:
    ran = run("log-call", "李小花", "--with", "父亲", "--return", said, cwd=one)
    assert (ran.code, ran.err, child(one)) == (2, error, CHILD)


def test_a_letter_is_kept_but_is_no_call(one: Path, run: Runner) -> None:
    ran = run("log-call", "李小花", "--with", "父亲", "--channel", "书信", cwd=one)
    assert ran.err == "已记书信：李小花，2013-12-30。\n"
    report = run("report", "--trace", cwd=one).out.splitlines()
    assert [line for line in report if line.startswith(("通话次数", "教师通话次数", "未接通次数"))] == [
        "通话次数：0次",
        "教师通话次数：0次",
        "未接通次数：0次",
    ]
