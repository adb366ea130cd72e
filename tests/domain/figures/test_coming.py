"""What is left to the next term, and money that is counted once."""

from typing import Any

import pytest

from tests.builders import child, figures_of, roll, values

PLAN = {"学期": "2013-2", "目标": "英语及格"}


def test_a_class_that_graduates_is_no_more_in_the_plan() -> None:
    found = values(roll(child(), 班级="2011-1"), roll(child(), child()), on="2014-06-30", term="2014-1")
    assert (found["留守儿童"], found["毕业离校"], found["下学期对象"]) == (3, 1, 2)


def test_support_plans_done_and_not() -> None:
    plans = [{**PLAN, "完成": "2013-12-20"}, PLAN, {**PLAN, "完成": "2014-02-20"}, {**PLAN, "学期": "2014-1"}]
    found = values(roll(child(帮扶计划=plans)))
    assert (found["帮扶计划完成"], found["帮扶计划未完成"]) == (1, 2)


@pytest.mark.parametrize(
    ("changes", "name", "value"),
    [
        ({"关注等级": [{"自": "2013-09", "等级": "重点", "复评": "2014-03-01"}]}, "下学期复评", 1),
        ({"关注等级": [{"自": "2013-09", "等级": "重点", "复评": "2014-10-01"}]}, "下学期复评", 0),
        ({"照护人": [{"姓名": "王芳", "关系": "母亲", "自": "2013-09", "委托至": "2014-06-30"}]}, "下学期委托到期", 1),
        ({"照护人": [{"姓名": "王芳", "关系": "母亲", "自": "2013-09", "委托至": "2015-06-30"}]}, "下学期委托到期", 0),
    ],
)  # fmt: skip
def test_days_that_fall_due(changes: dict[str, Any], name: str, value: int) -> None:
    assert values(roll(child(**changes)))[name] == value


def test_a_paper_is_asked_for_only_where_both_parents_are_away() -> None:
    away = {"行踪": [{"自": "2012-03", "状况": "外出务工"}]}
    written = [{"姓名": "王桂兰", "关系": "奶奶", "自": "2012-03", "委托书": "有"}]
    assert values(roll(child(), child(母亲=away), child(母亲=away, 照护人=written)))["双亲留守无委托书"] == 1


def test_the_schools_money_is_counted_once_though_every_class_has_it() -> None:
    school = {"经费": [{"学期": "2013-2", "金额": "1500"}, {"学期": "2013-1", "金额": "900"}]}
    one, other = roll(school=school), roll(school=school, name="2012-1")
    rolls = [each._replace(school_file="school.yaml") for each in (one, other)]
    found = figures_of(*rolls)["经费合计"]
    assert (found.value, [ref.file for ref in found.refs]) == (1500, ["school.yaml"])
