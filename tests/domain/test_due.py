from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.due import shortfalls
from liushou_cli.domain.term import Span
from tests.builders import FIRST, HOME, child, counted, day, owed, roll, values


def seen(label: str, *days: str, **changes: Any) -> Any:
    return child(**{label: [{"日期": one} for one in days]}, **changes)


def lapses(one: Any, label: str, on: str = "2014-01-31", **own: Any) -> list[str]:
    return [f"{span.first}..{span.last}" for span in owed(one, on, **own)[label].lapses]


TERM = "2013-09-01..2014-01-31"


@pytest.mark.parametrize(
    ("rhythm", "visits", "unmet"),
    [
        ("每学期1次", [], [TERM]),
        ("每学期1次", ["2013-08-31", "2014-02-01"], [TERM]),
        ("每学期1次", ["2013-09-01"], []),
        ("每学期1次", ["2014-01-31"], []),
        ("每学期2次", ["2013-10-12"], [TERM]),
        ("每学期2次", ["2013-10-12", "2013-10-12"], []),
        ("每月1次", ["2013-09-30", "2013-10-01", "2013-12-31"], ["2013-11-01..2013-11-30", "2014-01-01..2014-01-31"]),
        ("每月2次", ["2013-09-01", "2013-09-30", "2013-10-15"], [
            "2013-10-01..2013-10-31", "2013-11-01..2013-11-30", "2013-12-01..2013-12-31", "2014-01-01..2014-01-31",
        ]),
        ("每30天1次", ["2013-09-30", "2013-10-30", "2013-11-30", "2013-12-30", "2014-01-25"], ["2013-10-31..2013-11-29"]),  # noqa: E501
        ("每30天1次", ["2013-10-01", "2013-10-31", "2013-11-29", "2013-12-29", "2014-01-25"], ["2013-09-01..2013-09-30"]),  # noqa: E501
        ("每100天1次", ["2013-12-05"], []),
        ("每200天1次", [], []),
        ("每153天1次", [], [TERM]),
    ],
)  # fmt: skip
def test_windows(rhythm: str, visits: list[str], unmet: list[str]) -> None:
    assert lapses(seen("家访", *visits), "家访", 要求={"家访": rhythm}) == unmet


@pytest.mark.parametrize(
    ("rhythm", "on", "days", "unmet"),
    [
        ("每周1次", "2013-09-07", [], ["2013-09-01..2013-09-07"]),
        ("每周1次", "2013-09-06", [], []),
        ("每周1次", "2013-09-14", ["2013-09-07"], ["2013-09-08..2013-09-14"]),
        ("每周1次", "2013-09-13", ["2013-09-07"], []),
        ("每周2次", "2013-09-07", ["2013-09-03"], ["2013-09-01..2013-09-07"]),
        ("每周2次", "2013-09-13", ["2013-09-03", "2013-09-07"], ["2013-09-04..2013-09-13"]),
        ("每周2次", "2013-09-10", ["2013-09-04", "2013-09-07"], []),
        ("每周2次", "2013-09-10", ["2013-09-04", "2013-09-04"], []),
        ("每周2次", "2013-09-12", ["2013-09-04", "2013-09-04"], ["2013-09-05..2013-09-12"]),
    ],
)
def test_stretches_of_days(rhythm: str, on: str, days: list[str], unmet: list[str]) -> None:
    assert lapses(seen("谈心", *days), "谈心", on, 要求={"谈心": rhythm}) == unmet


@given(
    st.integers(1, 3),
    st.integers(1, 40),
    st.lists(st.integers(0, 80), max_size=12),
    st.integers(0, 80),
)
def test_a_stretch_lapses_exactly_when_some_window_of_its_days_holds_too_little(
    times: int, per: int, offsets: list[int], length: int
) -> None:
    last = FIRST + timedelta(days=length)
    one = seen("谈心", *(str(FIRST + timedelta(days=offset)) for offset in offsets))
    duty = owed(one, str(last), 要求={"谈心": f"每{per}天{times}次"})["谈心"]
    within = [offset for offset in offsets if offset <= length]
    short = [
        start
        for start in range(length - per + 2)
        if sum(start <= one < start + per for one in within) < times
    ]
    assert duty.met is (not short)
    assert duty.done == len(within)
    for start in short:  # every such window lies in one of the stretches that are named
        window = (FIRST + timedelta(days=start), FIRST + timedelta(days=start + per - 1))
        assert any(lapse.first <= window[0] and window[1] <= lapse.last for lapse in duty.lapses)
    for lapse in duty.lapses:
        assert Span(FIRST, last).first <= lapse.first <= lapse.last <= last
        assert (
            sum(day_of in lapse for day_of in (FIRST + timedelta(days=offset) for offset in within)) < times
        )


def test_a_month_not_over_is_not_held_against_anyone() -> None:
    assert lapses(child(), "通话", "2013-10-30") == ["2013-09-01..2013-09-30"]
    assert lapses(child(), "通话", "2013-10-31") == ["2013-09-01..2013-09-30", "2013-10-01..2013-10-31"]


@pytest.mark.parametrize(
    ("came", "owed_months"),
    [
        ("2013-09-02", ["2013-09", "2013-10"]),
        ("2013-09-07", ["2013-09", "2013-10"]),
        ("2013-09-08", ["2013-10"]),
        ("2013-10-01", ["2013-10"]),
        ("2013-10-31", []),
    ],
)
def test_a_month_begun_in_its_first_week_is_owed(came: str, owed_months: list[str]) -> None:
    newcomer = lapses(child(在班=[{"自": came}]), "通话", "2013-10-31")
    school = {"2013-2": {"起": came, "止": "2014-01-17"}}
    for found in (newcomer, lapses(child(), "通话", "2013-10-31", 学期=school)):
        assert [lapse[:7] for lapse in found] == owed_months


def test_a_call_before_the_child_came_answers_nothing() -> None:
    one = child(在班=[{"自": "2013-09-03"}], 通话=[{"日期": "2013-09-02"}])
    assert lapses(one, "通话", "2013-09-30") == ["2013-09-01..2013-09-30"]


@pytest.mark.parametrize(
    ("call", "label", "counts"),
    [
        ({"类型": "教师联系家长"}, "通话", True),
        ({"类型": "教师联系照护人", "结果": "接通"}, "通话", True),
        ({}, "通话", True),
        ({"类型": "教师联系家长", "结果": "未接通"}, "通话", False),
        ({"类型": "亲情通话"}, "通话", False),
        ({"类型": "亲情通话"}, "亲情通话", True),
        ({"类型": "亲情通话", "结果": "未接通"}, "亲情通话", False),
        ({"类型": "教师联系家长"}, "亲情通话", False),
    ],
)
def test_which_calls_answer_which_duty(call: dict[str, str], label: str, counts: bool) -> None:
    one = child(通话=[{"日期": "2013-10-12", **call}])
    duty = owed(one, 要求={"通话": "每学期1次", "亲情通话": "每学期1次"})[label]
    assert (duty.met, duty.done, duty.last) == ((True, 1, day("2013-10-12")) if counts else (False, 0, None))


def test_what_is_not_asked_is_not_owed() -> None:
    assert list(owed(child())) == ["家访", "通话", "普查"]
    assert list(owed(child(), 要求={"家访": "不要求", "谈心": "每周1次"})) == ["通话", "普查", "谈心"]


@pytest.mark.parametrize(
    ("spells", "since"),
    [
        ([{"自": "2012-09-01"}], "2013-09-01"),
        ([{"自": "2013-10-08"}], "2013-10-08"),
        ([{"自": "2012-09-01", "至": "2013-09-20"}, {"自": "2013-11-04"}], "2013-11-04"),
        ([{"自": "2013-11-04"}, {"自": "2012-09-01", "至": "2013-09-20"}], "2013-11-04"),
        ([{"自": "2012-09-01"}, {"自": "2014-01-20"}], "2013-09-01"),
    ],
)
def test_nothing_is_owed_before_the_child_came(spells: list[dict[str, str]], since: str) -> None:
    assert owed(child(在班=spells), "2013-12-30")["家访"].span == Span(day(since), day("2013-12-30"))


@pytest.mark.parametrize(
    ("father", "since"),
    [
        (["2010-03 外出务工"], "2013-09-01"),
        (["2013-07-15 外出务工"], "2013-10-15"),
        (["2010-03 外出务工", "2013-09-10 在家", "2013-09-20 外出务工"], "2013-12-20"),
        (["2010-03 外出务工", "2013-10-10 外出务工"], "2013-09-01"),
    ],
)
def test_nothing_is_owed_before_the_child_was_left_behind(father: list[str], since: str) -> None:
    stays = [dict(zip(("自", "状况"), entry.split(), strict=True)) for entry in father]
    assert owed(child(父亲={"行踪": stays}), "2013-12-30")["家访"].span.first == day(since)


def test_one_parent_more_away_is_no_new_beginning() -> None:
    mother = {"行踪": [{"自": "2010-03", "状况": "在家"}, {"自": "2013-07-01", "状况": "外出务工"}]}
    assert owed(child(母亲=mother))["家访"].span.first == FIRST


def test_a_child_who_came_when_the_term_was_over_is_owed_nothing_in_it() -> None:
    dates = {"2013-2": {"起": "2013-09-02", "止": "2014-01-17"}}
    late = roll(child(在班=[{"自": "2014-01-20"}]), 学期=dates)
    assert shortfalls(counted(late, on="2014-01-31")) == []
    assert values(late)["未达标人数"] == 0


def test_before_the_term_nothing_is_owed() -> None:
    assert shortfalls(counted(roll(child()), on="2013-08-15")) == []


def test_shortfalls_name_the_child_and_only_what_is_unmet() -> None:
    good = child(
        家访=[{"日期": "2013-10-12"}], 普查=[{"日期": "2013-09-10"}],
        通话=[{"日期": f"{month}-05"} for month in ("2013-09", "2013-10", "2013-11", "2013-12", "2014-01")],
    )  # fmt: skip
    found = shortfalls(counted(roll(good, seen("家访", "2013-10-12"), child(父亲=HOME))))
    assert [(member.file[-11:], [duty.label for duty in duties]) for member, duties in found] == [
        ("k7m2qx.yaml", ["通话", "普查"])
    ]
