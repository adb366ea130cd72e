"""liushou list"""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Play
from tests.helpers.run import Runner


def names(run: Runner, place: Path, *words: str) -> list[str]:
    ran = run("list", "--json", *words, cwd=place)
    assert ran.code == 0, ran.both
    return [row["name"] for row in json.loads(ran.out)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--without", "家访"], ["彭涛", "孙鹏飞"]),
        (["--without", "家访，普查"], []),
        (["--without", "普查"], ["谢婷"]),
        (["--without", "知情同意"], ["孙鹏飞"]),
        (["--level", "重点"], ["邓文博", "黄志强", "吴浩然"]),
        (["--level", "重点", "--gender", "女"], []),
        (["--level", "重点,紧急", "--with", "家访"], ["邓文博", "黄志强", "吴浩然"]),
        (["--group", "单亲家庭"], ["曹欣怡", "邓文博", "田昊"]),
        (["--group", "单亲家庭", "--group", "孤儿"], ["曹欣怡", "邓文博", "石岩", "田昊"]),
        (["--group", "单亲家庭", "--level", "重点"], ["邓文博", "田昊"]),
        (["--group", "单亲家庭", "--village", "没有这个村"], []),
        (["--village", "上溪村三组"], ["李小花"]),
        (["--lodging", "寄宿", "--gender", "女"], ["郑丽"]),
        (["--overdue", "--level", "重点"], ["黄志强", "吴浩然"]),
    ],
)
def test_filters_combine(words: list[str], found: list[str], example: Path, run: Runner) -> None:
    assert names(run, example / "2012-2", *words) == found


def test_groups_of_the_definition(example: Path, run: Runner) -> None:
    place = example / "2012-2"
    both = names(run, place, "--group", "双亲留守")
    one = names(run, place, "--group", "单亲留守")
    neither = names(run, place, "--group", "非留守")
    assert (len(both), len(one)) == (16, 8)
    assert sorted(both + one) == sorted(names(run, place))
    assert not {*neither} & {*both, *one}


def test_who_has_left(example: Path, run: Runner) -> None:
    place = example / "2012-2"
    assert run("leave", "李小花", "--on", "2013-12-29", "--reason", "转学", cwd=place).code == 0
    assert "李小花" not in names(run, place)
    assert "李小花" in names(run, place, "--left")
    assert "李小花" in names(run, place, "--all")


def test_the_late_say_what_is_late(example: Path, run: Runner) -> None:
    rows = json.loads(run("list", "--overdue", "--json", cwd=example / "2012-2").out)
    assert {row["name"]: row["overdue"] for row in rows}["彭涛"] == ["通话"]
    assert "逾期" in run("list", "--overdue", cwd=example / "2012-2").out.splitlines()[0]


def test_sorted(example: Path, run: Runner) -> None:
    rows = json.loads(run("list", "--sort", "家访", "--json", cwd=example / "2012-2").out)
    visits = [row["visits"] for row in rows]
    assert visits == sorted(visits)
    levels = [
        row["level"]
        for row in json.loads(run("list", "--sort", "关注", "--json", cwd=example / "2012-2").out)
    ]
    assert levels == sorted(levels, key=["紧急", "重点", "普通", ""].index)


def test_nobody_and_words_there_are_not(small: Path, play: Play) -> None:
    play(
        "list-filters",
        small,
        """
        liushou list --level 紧急
        liushou list --without 家访 --village 石塘
        liushou list --without 家访
        liushou list --level 很重
        liushou list --without 电脑
        liushou list --group 留守
        liushou list --sort 高矮
        liushou list --gender 男 --json
        """,
    )
