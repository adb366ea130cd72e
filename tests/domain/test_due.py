from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.due import duties, shortfalls
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
        ({"类型": "教师联系家长", "方式": "短信"}, "通话", True),
        ({"类型": "教师联系家长", "方式": "书信"}, "通话", False),
        ({"类型": "亲情通话", "方式": "书信"}, "亲情通话", False),
        ({"类型": "亲情通话", "方式": "短信"}, "亲情通话", True),
        ({"类型": "亲情通话", "方式": "短信"}, "书面联系", True),
        ({"类型": "亲情通话", "方式": "书信"}, "书面联系", True),
        ({"类型": "亲情通话", "方式": "短信", "结果": "未接通"}, "书面联系", False),
        ({"类型": "亲情通话", "方式": "微信"}, "书面联系", False),
        ({"类型": "教师联系家长", "方式": "书信"}, "书面联系", False),
    ],
)
def test_which_calls_answer_which_duty(call: dict[str, str], label: str, counts: bool) -> None:
    one = child(通话=[{"日期": "2013-10-12", **call}])
    duty = owed(one, 要求=dict.fromkeys(("通话", "亲情通话", "书面联系"), "每学期1次"))[label]
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


def weighed(one: Any, label: str, on: str = "2013-12-31", **asks: Any) -> list[str]:
    """Each rule of that label in turn: the rhythm, its days, how often it was done, and what lapsed."""
    people = counted(roll(one, 要求=asks), on=on)
    return [
        f"{duty.rhythm} {duty.span.first}..{duty.span.last} {duty.done}次 "
        + "、".join(f"{gap.first}..{gap.last}" for gap in duty.lapses)
        for duty in duties(people, people.counted[0])
        if duty.label == label
    ]


RISE = [{"自": "2013-09-01", "等级": "普通"}, {"自": "2013-10-16", "等级": "重点"}]
FALL = [{"自": "2013-09-01", "等级": "重点"}, {"自": "2013-10-16", "等级": "普通"}]
IN_TURN: list[tuple[list[dict[str, str]], str, str, list[str], list[str]]] = [
    # a rule of the term is asked once, by the level at its end; what was done in the whole term answers it
    (RISE, "每学期1次", "每学期2次", ["2013-09-20"], ["每学期2次 2013-09-01..2013-12-31 1次 2013-09-01..2013-12-31"]),
    (RISE, "每学期1次", "每月1次", ["2013-11-20"], ["每月1次 2013-10-16..2013-12-31 1次 2013-12-01..2013-12-31"]),
    (FALL, "每学期1次", "每月1次", [], [
        "每月1次 2013-09-01..2013-10-15 0次 2013-09-01..2013-09-30",
        "每学期1次 2013-09-01..2013-12-31 0次 2013-09-01..2013-12-31",
    ]),
    (FALL, "每学期1次", "每月1次", ["2013-09-30"], [
        "每月1次 2013-09-01..2013-10-15 1次 ", "每学期1次 2013-09-01..2013-12-31 1次 ",
    ]),
    # stricter only from that day on
    (RISE, "每60天1次", "每20天1次", ["2013-09-20", "2013-11-04", "2013-11-24", "2013-12-14"], [
        "每60天1次 2013-09-01..2013-10-15 1次 ", "每20天1次 2013-10-16..2013-12-31 3次 ",
    ]),
    (RISE, "不要求", "每30天1次", [], ["每30天1次 2013-10-16..2013-12-31 0次 2013-10-16..2013-12-31"]),
    # the month of the change is asked the less of the two, and not let off
    (RISE, "每月1次", "每月2次", ["2013-09-20"], [
        "每月1次 2013-09-01..2013-10-31 1次 2013-10-01..2013-10-31",
        "每月2次 2013-11-01..2013-12-31 0次 2013-11-01..2013-11-30、2013-12-01..2013-12-31",
    ]),
    (FALL, "每月1次", "每月2次", ["2013-09-20", "2013-09-21", "2013-10-20", "2013-11-20", "2013-12-20"], [
        "每月2次 2013-09-01..2013-09-30 2次 ", "每月1次 2013-10-01..2013-12-31 3次 ",
    ]),
    # a level that leaves the rule as it was is no break
    (RISE, "每月1次", "每月1次", ["2013-10-20"], [
        "每月1次 2013-09-01..2013-12-31 1次 2013-09-01..2013-09-30、2013-11-01..2013-11-30、2013-12-01..2013-12-31",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("levels", "ordinary", "close", "visits", "found"), IN_TURN)
def test_a_level_set_in_mid_term(
    levels: list[dict[str, str]], ordinary: str, close: str, visits: list[str], found: list[str]
) -> None:
    one = seen("家访", *visits, 关注等级=levels)
    assert weighed(one, "家访", 家访=ordinary, 重点={"家访": close}) == found


def test_a_child_without_a_level_is_an_ordinary_one() -> None:
    asks = {"普通": {"家访": "不要求", "谈心": "每学期1次"}, "紧急": {"家访": "每周1次"}}
    assert list(owed(child(), 要求=asks)) == ["通话", "普查", "谈心"]


PAIRED = [{"姓名": "李伟", "身份": "代理家长", "自": "2013-10-01"}]


@pytest.mark.parametrize(
    ("records", "done"),
    [
        ({}, 0),
        ({"家访": [{"日期": "2013-10-12", "家访人": ["张敏", "李伟"]}]}, 1),
        ({"家访": [{"日期": "2013-10-12", "家访人": ["张敏"]}]}, 0),
        ({"家访": [{"日期": "2013-09-30", "家访人": ["李伟"]}]}, 0),
        ({"通话": [{"日期": "2013-10-12", "通话人": ["李伟"], "结果": "未接通"}]}, 0),
        ({"通话": [{"日期": "2013-10-12", "通话人": ["李伟"], "方式": "书信"}]}, 1),
        (
            {
                "谈心": [{"日期": "2013-10-12", "谈心人": ["李伟"]}],
                "帮扶": [{"日期": "2013-10-13", "提供者": "李伟"}],
            },
            2,
        ),
    ],
)
def test_contact_of_the_one_the_child_is_paired_with(records: dict[str, Any], done: int) -> None:
    duty = owed(child(结对=PAIRED, **records), "2013-10-31", 要求={"结对联系": "每月1次"})["结对联系"]
    assert (duty.whom, duty.done, duty.met, duty.span.first) == ("李伟", done, done > 0, day("2013-10-01"))


def test_who_is_not_paired_or_no_longer_owes_no_contact() -> None:
    ended = [{**PAIRED[0], "至": "2013-10-20"}]
    for one in (child(), child(结对=ended)):
        assert "结对联系" not in owed(one, "2013-10-31", 要求={"结对联系": "每月1次"})
