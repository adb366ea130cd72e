"""Plans and how they went, needs and who took them up, quarrels and concerns: counted by hand."""

from typing import Any

from tests.builders import child, figures_of, roll, values

PLAN = {"学期": "2013-2", "目标": "甲", "期限": "2013-12-20"}


def test_each_plan_of_the_term_is_done_late_or_running() -> None:
    made: list[dict[str, Any]] = [
        {**PLAN, "完成": "2013-12-18"},
        PLAN,
        {**PLAN, "期限": "2013-12-30"},
        {"学期": "2013-2", "目标": "没有期限"},
        {**PLAN, "期限": None, "完成": "2013-12-31"},
        {**PLAN, "学期": "2013-1"},
    ]
    made = [{key: value for key, value in one.items() if value} for one in made]
    found = figures_of(roll(child(帮扶计划=made), child()), on="2013-12-30")
    names = ("本学期计划", "本学期计划完成", "本学期计划逾期", "本学期计划进行中", "有计划人数")
    assert [found[name].value for name in names] == [5, 1, 1, 3, 1]
    assert [ref.path for ref in found["本学期计划逾期"].refs] == [("帮扶计划", 1)]


def test_needs_taken_up_and_not_sum() -> None:
    survey = {"日期": "2013-09-10", "学习": {"评定": "一般", "需求": ["补课", "书"]}}
    support = {"日期": "2013-10-08", "针对": ["补课"]}
    found = figures_of(roll(child(普查=[survey], 帮扶=[support]), child(普查=[survey]), child()))
    names = ("普查需求", "已回应需求", "未回应需求", "有未回应需求人数")
    assert [found[name].value for name in names] == [4, 1, 3, 2]
    assert found["有未回应需求人数"].refs[0].path == ("普查", 0, "学习")


def test_a_quarrel_settled_later_was_open_before() -> None:
    quarrel: dict[str, Any] = {"号": "k7m2qx", "日期": "2013-10-08", "结果": "已化解", "完成": "2013-11-20"}
    class_ = roll(
        child(矛盾调解=[quarrel]),
        child(矛盾调解=[quarrel, {"日期": "2013-10-09"}, {"日期": "2013-10-10", "结果": "跟踪中"}]),
    )
    names = ("矛盾调解次数", "矛盾已化解次数", "矛盾未化解次数", "矛盾结果未注明次数")
    before, after = values(class_, on="2013-11-19"), values(class_, on="2013-11-20")
    assert [before[name] for name in names] == [3, 0, 2, 1]
    assert [after[name] for name in names] == [3, 1, 1, 1]


def test_a_concern_is_watched_until_the_day_it_was_lifted() -> None:
    lifted = {"日期": "2013-10-08", "方面": "心理", "结果": "已解除", "完成": "2013-11-20"}
    class_ = roll(child(关注事项=[lifted, {"日期": "2013-10-09"}]))
    names = ("关注事项件数", "关注事项已解除", "关注事项跟踪中")
    before, after = values(class_, on="2013-11-19"), values(class_, on="2013-11-20")
    assert [before[name] for name in names] == [2, 0, 2]
    assert [after[name] for name in names] == [2, 1, 1]
