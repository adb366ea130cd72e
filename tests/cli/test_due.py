"""liushou due: what to do, for whom, by when, why."""

import json
from pathlib import Path

from tests.helpers.run import Runner

TABLE = """\
期限              孩子    要做的事            为什么                  上次
2013-10-31  逾期  彭涛    通话                每月1次                 2013-09-23
2013-11-10  逾期  刘喆    看牙                2013-10-26家访时答应的
2013-12-05  逾期  曾小龙  代问二次手术报销    2013-11-10家访时答应的
2013-12-10  逾期  黄志强  补签委托书          2013-11-22家访时答应的
2013-12-15  逾期  郑丽    把照片翻拍一张      2013-11-23家访时答应的
2013-12-22        郑丽    联系父母约一次视频  2013-11-23家访时答应的
2013-12-25        黄志强  事件跟进            2013-09-13事件时答应的
"""


def test_a_class(example: Path, run: Runner) -> None:
    ran = run("--today", "2013-12-20", "due", "--within", "7", cwd=example / "2012-2")
    assert (ran.code, ran.out, ran.err) == (0, TABLE, "共 7 件，逾期 5 件。\n")


def test_fail_tells_a_script(example: Path, run: Runner) -> None:
    assert run("--today", "2013-12-20", "due", "--fail", cwd=example / "2012-2").code == 1
    assert run("--today", "2013-09-04", "due", "--fail", cwd=example / "2012-2").code == 0


def test_json(example: Path, run: Runner) -> None:
    ran = run("--today", "2013-12-20", "due", "--within", "0", "--json", cwd=example / "2012-2")
    assert json.loads(ran.out)["due"][0] == {
        "class_name": "2012-2",
        "id": "c94x6a",
        "name": "彭涛",
        "what": "通话",
        "by": "2013-10-31",
        "overdue": True,
        "why": "每月1次",
        "last": "2013-09-23",
        "file": "2012-2/children/c94x6a.yaml",
        "line": 38,
    }
    assert ran.err == ""


def test_a_visit_that_is_logged_is_no_longer_due(example: Path, run: Runner) -> None:
    folder = example / "2012-2"
    due = run("--today", "2013-12-20", "due", cwd=folder).out
    assert "彭涛    家访" in due
    run("--today", "2013-12-20", "log-visit", "彭涛", "--kind", "定期", "--note", "去了", cwd=folder)
    assert "彭涛    家访" not in run("--today", "2013-12-20", "due", cwd=folder).out


def test_a_school_names_the_class(example: Path, run: Runner) -> None:
    ran = run("--today", "2013-12-20", "due", "--within", "0", cwd=example)
    assert ran.out.splitlines()[0].split() == ["期限", "班级", "孩子", "要做的事", "为什么", "上次"]


def test_nothing_to_do(small: Path, run: Runner) -> None:
    for child in (small / "children").iterdir():
        child.unlink()
    ran = run("due", cwd=small)
    assert (ran.code, ran.out, ran.err) == (0, "", "没有要做的事。\n")


def test_a_broken_file_is_said_and_not_passed_over(example: Path, run: Runner) -> None:
    (example / "2012-2" / "children" / "4kx7qm.yaml").write_text("姓名: [", encoding="utf-8")
    ran = run("due", cwd=example / "2012-2")
    assert (ran.code, ran.out) == (3, "")


def test_before_the_definition(example: Path, run: Runner) -> None:
    ran = run("--today", "2012-12-20", "due", cwd=example / "2012-2")
    assert (ran.code, ran.err) == (
        2,
        "错误：口径“学籍”从 2013-01-01 起才有，不能用于 2012-12-20\n提示：在 class.yaml 里换一种口径\n",
    )
