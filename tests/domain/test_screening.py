"""What the records speak for, why, and what would lower it."""

import pytest

from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import Attention
from liushou_cli.domain.owed import owed
from liushou_cli.domain.screening import Hint, hints, weighed
from tests.builders import Tree, child, counted, day, roll

VISITED: Tree = {"家访": [{"日期": "2013-10-12"}]}
ORDINARY: Tree = {"关注等级": [{"自": "2013-09-01", "等级": "普通"}]}


def survey(on: str = "2013-09-10", **ratings: str) -> Tree:
    return {"日期": on, **{aspect: {"评定": rating} for aspect, rating in ratings.items()}}


def one(on: str = "2013-12-30", **changes: object) -> Hint:
    people = counted(roll(child(**{**VISITED, **ORDINARY, **changes})), on=on)
    return weighed(people, owed(people))[0]


@pytest.mark.parametrize(
    ("changes", "level", "why", "lower"),
    [
        ({}, "普通", [], ""),
        ({"家访": []}, "重点", ["本学期还没有家访"], "去一次家访"),
        ({"家访": [{"日期": "2013-03-12"}]}, "重点", ["本学期还没有家访"], "去一次家访"),
        (
            {"监护情况": [{"日期": "2013-10-01", "评定": "差"}]},
            "重点", ["2013-10-01 的监护情况是“差”"], "监护改善后重新评定为“一般”",
        ),
        ({"监护情况": [{"日期": "2013-10-01", "评定": "差"}, {"日期": "2013-11-01", "评定": "一般"}]}, "普通", [], ""),
        ({"普查": [survey(学习="需关注", 健康="一般")]}, "普通", [], ""),
        (
            {"普查": [survey(学习="需关注", 心理="需关注", 健康="需关注")]},
            "重点", ["2013-09-10 普查：学习、心理、健康“需关注”"], "学习、心理、健康里有 2 样好转，再普查一次",
        ),
        ({"普查": [survey(学习="需关注", 心理="需关注"), survey("2013-12-01", 学习="一般")]}, "普通", [], ""),
        ({"普查": [survey(安全="紧急")]}, "紧急", ["2013-09-10 普查：安全“紧急”"], "安全不再是“紧急”，再普查一次"),
        (
            {"家访": [], "普查": [survey(学习="需关注", 心理="需关注")]},
            "重点", ["本学期还没有家访", "2013-09-10 普查：学习、心理“需关注”"],
            "去一次家访；学习、心理里有 1 样好转，再普查一次（都要）",
        ),
        (
            {"事件": [{"日期": "2013-11-05", "类别": "欺凌", "情况": "不能写出来"}]},
            "重点", ["2013-11-05 有一件“事件”"], "11月5日的事处理完，学期过后不再算",
        ),
        ({"事件": [{"日期": "2013-04-05"}]}, "普通", [], ""),
    ],
)  # fmt: skip
def test_each_reason(changes: Tree, level: str, why: list[str], lower: str) -> None:
    found = one(**changes)
    assert (found.level, [reason.says for reason in found.reasons], found.lower) == (level, why, lower)
    assert found.differs is (level != "普通")


def test_early_in_the_term_nobody_is_late() -> None:
    assert one("2013-10-01", 家访=[]).level is Attention.ORDINARY
    assert one("2013-11-16", 家访=[]).level is Attention.ORDINARY
    assert one("2013-11-17", 家访=[]).level is Attention.CLOSE


def test_only_a_survey_speaks_for_less() -> None:
    close: Tree = {"关注等级": [{"自": "2013-09-01", "等级": "重点", "原因": "奶奶住院"}]}
    assert one(**close).differs is False
    found = one(**close, 普查=[survey(学习="一般")])
    assert (found.now, found.said, found.level, found.differs) == ("重点", "奶奶住院", "普通", True)
    assert one(**close, 普查=[survey("2013-03-10", 学习="一般")]).differs is False


@pytest.mark.parametrize(
    ("review", "asked"), [("2013-12-29", True), ("2013-12-30", True), ("2013-12-31", False)]
)
def test_the_day_of_review(review: str, asked: bool) -> None:
    level = {"自": "2013-09-01", "等级": "普通", "复评": review}
    people = counted(roll(child(**VISITED, 关注等级=[level])), on="2013-12-30")
    assert [hint.review for hint in hints(people, owed(people))] == ([day(review)] if asked else [])


def test_the_gravest_first_and_the_file_unchanged() -> None:
    children: list[Child] = [
        child(**VISITED, **ORDINARY),
        child(**ORDINARY),
        child(**VISITED, 普查=[survey(安全="紧急")]),
    ]
    people = counted(roll(*children), on="2013-12-30")
    found = hints(people, owed(people))
    assert [(hint.now, hint.level) for hint in found] == [("", "紧急"), ("普通", "重点")]
