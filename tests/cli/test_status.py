"""liushou alone"""

import json
from pathlib import Path

from liushou_cli.cli.columns import width
from tests.cli.conftest import Play
from tests.helpers.places import SCHOOL
from tests.helpers.run import Runner


def test_the_page(small: Path, play: Play) -> None:
    play(
        "status",
        small,
        """
        liushou
        liushou --today 2013-09-05
        liushou --today 2012-10-01
        liushou log-visit sxm sxs ayglmmt --kind 定期 --note 好 --follow-up 送药@2013-12-29 --on 2013-12-01
        liushou
        """,
    )


def test_json(small: Path, run: Runner) -> None:
    ran = run("--json", cwd=small)
    names = ["孙小梅", "孙小松", "阿依古丽·买买提"]
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == [
        {
            "name": "四年级（1）班",
            "school": "石塘小学",
            "teacher": "周文",
            "term": "2013年秋季学期（2013—2014学年度第一学期）",
            "files": 3,
            "counts": {"留守儿童": 3, "双亲留守": 0, "单亲留守": 3, "跟进逾期": 0},
            "lacking": [
                {"label": "家访", "rhythm": "每学期1次", "names": names, "open": True},
                {"label": "通话", "rhythm": "每月1次", "names": names, "open": False},
                {"label": "普查", "rhythm": "每学期1次", "names": names, "open": True},
            ],
            "problems": [],
            "graduated": 0,
            "late": [],
            "coming": [],
            "lapsed": [],
            "unasked": names,
            "reviews": [],
            "hints": names,
        }
    ]


def test_what_there_is_still_time_for_is_no_reproach(small: Path, run: Runner) -> None:
    with (small / "class.yaml").open("a", encoding="utf-8") as file:
        file.write("学期: {2013-2: {起: 2013-09-02, 止: 2014-01-17}}\n")
    said = [run("--today", day, cwd=small).out.splitlines()[2] for day in ("2014-01-17", "2014-01-18")]
    names = "孙小梅、孙小松、阿依古丽·买买提"
    assert said == [f"  家访还没有做到每学期1次的 3 名：{names}", f"  家访没有做到每学期1次的 3 名：{names}"]


def test_a_week_ahead(small: Path, play: Play) -> None:
    with (small / "children" / "1aaaaa.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "知情同意: {日期: 2013-09-05, 同意人: 父亲, 至: 2013-12-01}\n"
            "关注等级:\n- {自: 2013-09-05, 等级: 重点, 原因: 奶奶住院, 复评: 2013-12-30}\n"
            "事件:\n- {号: 4x4x4x, 日期: 2013-11-05, 情况: 不能写出来, 跟进: [{事项: 也不能写, 期限: 2014-01-02}]}\n"
        )
    play(
        "status-week",
        small,
        """
        liushou log-visit sxs ayglmmt --kind 定期 --note 好 --follow-up 送药@2014-01-06 --on 2013-12-01
        liushou log-visit sxm --kind 定期 --note 好 --follow-up 配眼镜@2014-01-07 --on 2013-12-02
        liushou
        """,
    )


def test_no_line_is_wider_than_a_terminal(run: Runner) -> None:
    lines = run(cwd=SCHOOL / "2012-2").out.splitlines()[1:]
    assert [line for line in lines if width(line) > 80] == []


def test_a_school_shows_each_class(example: Path, run: Runner) -> None:
    ran = run(cwd=example)
    assert (ran.code, ran.err) == (0, "")
    assert [page.split("　")[0] for page in ran.out.split("\n\n")] == [
        f"新溪中学{name}班"
        for name in ("九年级（1）", "九年级（2）", "八年级（1）", "八年级（2）", "七年级（1）", "七年级（2）")
    ]


def test_an_empty_class_says_what_to_do(small: Path, run: Runner) -> None:
    for file in (small / "children").iterdir():
        file.unlink()
    assert run(cwd=small).out == (
        "石塘小学四年级（1）班　2013年秋季学期（2013—2014学年度第一学期）　班主任 周文\n"
        "档案 0 份，留守儿童 0 名：双亲 0，单亲 0\n"
        "  还没有孩子：liushou add-child 建第一份档案\n"
    )
