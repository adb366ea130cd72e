"""liushou done: a promise that was kept."""

from pathlib import Path

from tests.helpers.run import Runner

VISIT = (
    "log-visit",
    "--kind",
    "定期",
    "--note",
    "好",
    "--on",
    "2013-12-20",
    "--follow-up",
    "查眼睛@2013-12-28",
)


def _file(folder: Path, child: str) -> str:
    return (folder / "children" / f"{child}.yaml").read_text(encoding="utf-8")


def test_the_one_that_is_open(example: Path, run: Runner) -> None:
    folder = example / "2012-2"
    ran = run("done", "刘喆", "--on", "2013-12-01", "--json", cwd=folder)
    assert ran.code == 0
    assert "  - {事项: 看牙, 期限: 2013-11-10, 完成: 2013-12-01}" in _file(folder, "f55jtj")
    assert "看牙" not in run("due", cwd=folder).out


def test_brothers_and_sisters_together(example: Path, run: Runner) -> None:
    folder = example / "2012-2"
    assert run(*VISIT, "周子航", "周子涵", cwd=folder).code == 0
    ran = run("done", "周子航", "眼睛", cwd=folder)
    said = "已勾掉：周子航，查眼睛，2013-12-30，另外 1 名一起的孩子也勾掉了。"
    assert (ran.code, ran.err.splitlines()[0]) == (0, said)
    for child in ("2wkx5k", "6cwt2a"):
        assert "{事项: 查眼睛, 期限: 2013-12-28, 完成: 2013-12-30}" in _file(folder, child)


def test_which_one_must_be_clear(example: Path, run: Runner) -> None:
    folder = example / "2012-2"
    before = _file(folder, "1k7qwk")
    promised = "补签委托书、事件跟进（2013-09-13 的事件）"  # an incident's words are not said
    for words, said in {
        (): f"错误：黄志强还没办的事不止一件：{promised}\n提示：写出是哪一件，写几个字就行\n",
        ("牙",): (
            "错误：黄志强没有“牙”这件还没办的事\n"
            f"提示：还没办的：{promised}、夜里有大人在，不再与校外青年来往\n"
        ),
    }.items():
        ran = run("done", "黄志强", *words, cwd=folder)
        assert (ran.code, ran.err) == (2, said)
    assert _file(folder, "1k7qwk") == before


def test_days_that_cannot_be(example: Path, run: Runner) -> None:
    folder = example / "2012-2"
    early = run("done", "刘喆", "--on", "2013-10-01", cwd=folder)
    assert (early.code, early.err) == (2, "错误：日期 2013-10-01 早于答应的那天 2013-10-26\n提示：检查日期\n")
    late = run("done", "刘喆", "--on", "2014-10-01", cwd=folder)
    assert (late.code, late.err) == (
        2,
        "错误：日期 2014-10-01 还没有到（今天是 2013-12-30）\n提示：办好了再记\n",
    )


def test_nothing_open(example: Path, run: Runner) -> None:
    ran = run("done", "李小花", cwd=example / "2012-2")
    assert (ran.code, ran.err) == (2, "错误：李小花没有还没办的事\n提示：用 liushou due 看该做什么\n")


def test_a_broken_sibling_stops_it(example: Path, run: Runner) -> None:
    folder = example / "2012-2"
    run(*VISIT, "周子航", "周子涵", cwd=folder)
    sibling = folder / "children" / "6cwt2a.yaml"
    sibling.write_text(
        sibling.read_text(encoding="utf-8").replace("性别: 女", "性别: 女生"), encoding="utf-8"
    )
    before = _file(folder, "2wkx5k")
    assert run("done", "周子航", "眼睛", cwd=folder).code == 3
    assert _file(folder, "2wkx5k") == before
