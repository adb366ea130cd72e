from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.definition import (
    DEFINITIONS,
    Basis,
    Definition,
    Status,
    changes,
    left_behind_within,
    status_on,
)
from tests.builders import CENSUS, REGISTER, STATE_2016, child, day
from tests.domain.strategies import children

rules = st.sampled_from([REGISTER, STATE_2016, CENSUS])


def away(since: str) -> dict[str, Any]:
    return {"行踪": [{"自": since, "状况": "外出务工"}]}


def stays(*entries: str) -> dict[str, Any]:
    """``2010-03 外出务工`` -> one entry of 行踪."""
    return {"行踪": [dict(zip(("自", "状况"), entry.split(), strict=True)) for entry in entries]}


def kind(rule: Definition, on: str, **facts: Any) -> str:
    return status_on(child(**facts), rule, day(on)).kind.value


def test_since_when_each_definition_exists() -> None:
    assert {rule.name.value: str(rule.since) for rule in DEFINITIONS.values()} == {
        "学籍": "2013-01-01",
        "国发2016-13": "2016-02-04",
        "普查": "2010-11-01",
    }


@given(rules, st.integers(1, 4000))
def test_no_definition_is_applied_before_it_existed(rule: Definition, before: int) -> None:
    with pytest.raises(ValueError, match=f"口径“{rule.name}”从 {rule.since} 起才有"):
        status_on(child(), rule, rule.since - timedelta(days=before))


HOME, NOWHERE = stays("2010-03 在家"), None


@pytest.mark.parametrize(
    ("father", "mother", "expected"),
    [
        (away("2010-03"), away("2010-03"), "双亲留守"),
        (away("2010-03"), HOME, "单亲留守"),
        (HOME, away("2010-03"), "单亲留守"),
        (away("2010-03"), NOWHERE, "单亲留守"),
        (away("2010-03"), stays("2012-01 去世"), "单亲留守"),
        (HOME, HOME, "非留守"),
        (stays("2010-03 外出其他"), HOME, "非留守"),
        (stays("2010-03 服刑"), HOME, "非留守"),
        (stays("2010-03 外出务工", "2013-09-01 在家"), HOME, "非留守"),
        (stays("2013-09-01 在家", "2010-03 外出务工"), HOME, "非留守"),
        (stays("2010-03 外出务工", "2013-10-12 在家"), HOME, "非留守"),
        (stays("2010-03 外出务工", "2013-10-13 在家"), HOME, "单亲留守"),
        (stays("2010-03 外出务工", "2013-09-01 在家", "2013-09-20 外出务工"), HOME, "非留守"),
        (stays("2010-03 外出务工", "2013-09-30 外出务工"), HOME, "单亲留守"),
        (away("2010-03"), away("2013-09-20"), "单亲留守"),
    ],
)
def test_the_register_counts_parents_away_to_work(father: Any, mother: Any, expected: str) -> None:
    assert kind(REGISTER, "2013-10-12", 父亲=father, 母亲=mother) == expected


@pytest.mark.parametrize(
    ("since", "day_before", "day_of"),
    [
        ("2013-07-12", "2013-10-11", "2013-10-12"),
        ("2013-07", "2013-09-30", "2013-10-01"),
        ("2013-11-30", "2014-02-27", "2014-02-28"),
    ],
)
def test_three_months_are_three_calendar_months(since: str, day_before: str, day_of: str) -> None:
    facts = {"父亲": away(since), "母亲": HOME}
    assert (kind(REGISTER, day_before, **facts), kind(REGISTER, day_of, **facts)) == ("非留守", "单亲留守")


def test_the_census_waits_six_months_counts_any_absence_and_ends_at_eighteen() -> None:
    facts = {"父亲": stays("2013-03-01 外出其他"), "母亲": HOME, "出生日期": "1996-01-15"}
    asked = ["2013-08-31", "2013-09-01", "2014-01-14", "2014-01-15"]
    assert [kind(CENSUS, on, **facts) for on in asked] == ["非留守", "单亲留守", "单亲留守", "非留守"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"父亲": away("2016-09-30"), "母亲": away("2016-09-30")}, "双亲留守"),
        ({"父亲": away("2016-10-01"), "母亲": away("2016-10-01")}, "双亲留守"),
        ({"父亲": away("2016-10-02"), "母亲": away("2016-09-30")}, "非留守"),
        ({"父亲": away("2010-03"), "母亲": HOME}, "非留守"),
        ({"父亲": away("2010-03"), "母亲": None}, "非留守"),
        ({"父亲": away("2010-03"), "母亲": stays("2012-01 去世")}, "单亲留守"),
        ({"父亲": stays("2012-01 失联"), "母亲": away("2010-03")}, "单亲留守"),
        ({"父亲": away("2010-03"), "母亲": stays("2012-01 服刑")}, "单亲留守"),
        ({"父亲": away("2010-03"), "母亲": {**HOME, "监护能力": "无"}}, "单亲留守"),
        ({"父亲": away("2010-03"), "母亲": {"监护能力": "无"}}, "单亲留守"),
        ({"父亲": {**away("2010-03"), "监护能力": "无"}, "母亲": HOME}, "非留守"),
        ({"父亲": stays("2012-01 去世"), "母亲": stays("2012-01 去世")}, "非留守"),
        ({"父亲": away("2010-03"), "母亲": away("2010-03"), "户口性质": "非农业"}, "非留守"),
        ({"父亲": away("2010-03"), "母亲": away("2010-03"), "户口性质": "农业"}, "双亲留守"),
        ({"父亲": away("2010-03"), "母亲": away("2010-03"), "出生日期": "2000-10-01"}, "非留守"),
        ({"父亲": away("2010-03"), "母亲": away("2010-03"), "出生日期": "2000-10-02"}, "双亲留守"),
    ],
)
def test_the_state_council_counts_both_or_one_and_the_other_unable(
    facts: dict[str, Any], expected: str
) -> None:
    assert kind(STATE_2016, "2016-10-01", **facts) == expected


@pytest.mark.parametrize("word", ["双亲留守", "单亲留守", "非留守"])
def test_the_register_word_stands_in_only_where_no_whereabouts_are_known(word: str) -> None:
    silent = child(父亲={"姓名": "李强"}, 母亲=None, 学籍登记=word)
    assert status_on(silent, REGISTER, day("2013-10-12")) == Status(word, Basis.REGISTER)  # type: ignore[arg-type]
    known = child(父亲=HOME, 母亲=None, 学籍登记=word)
    assert status_on(known, REGISTER, day("2013-10-12")) == Status("非留守", Basis.FACTS)  # type: ignore[arg-type]


def test_nothing_known_is_said_to_be_unknown() -> None:
    found = status_on(child(父亲=None, 母亲=None), REGISTER, day("2013-10-12"))
    assert (found.kind.value, found.basis, found.left_behind) == ("非留守", Basis.UNKNOWN, False)


@given(children(), rules, st.dates(date(2012, 6, 1), date(2017, 6, 1)), st.integers(0, 500))
def test_changes_agree_with_the_status_of_every_day(
    one: Any, rule: Definition, first: date, length: int
) -> None:
    first = max(first, rule.since)
    found = list(changes(one, rule, first + timedelta(days=length)))
    assert found[0][0] == rule.since
    assert all(before[0] < after[0] and before[1] != after[1] for before, after in pairwise(found))
    for offset in range(length + 1):
        on = first + timedelta(days=offset)
        assert [status for since, status in found if since <= on][-1] == status_on(one, rule, on)


@given(children(), rules, st.dates(date(2012, 6, 1), date(2017, 1, 1)), st.integers(0, 200))
def test_left_behind_within_is_left_behind_on_some_day(
    one: Any, rule: Definition, first: date, length: int
) -> None:
    window = [first + timedelta(days=offset) for offset in range(length + 1)]
    some = any(
        on >= rule.since and one.enrolled_on(on) and status_on(one, rule, on).left_behind for on in window
    )
    assert left_behind_within(one, rule, window[0], window[-1]) == some


def test_nobody_was_left_behind_in_an_empty_window() -> None:
    assert not left_behind_within(child(), REGISTER, day("2013-10-01"), day("2013-09-30"))


@given(rules, st.dates(date(9900, 1, 1), date.max), st.dates(date(9900, 1, 1), date.max))
def test_days_at_the_end_of_the_calendar_break_nothing(rule: Definition, since: date, born: date) -> None:
    one = child(父亲=away(str(since)), 出生日期=str(born))
    assert next(changes(one, rule, date.max))[1].kind.value == "非留守"
    assert not left_behind_within(one, rule, day("2017-01-01"), day("2017-02-01"))


@given(
    children(),
    st.dates(date(2013, 1, 1), date(2014, 6, 1)),
    st.integers(1, 400),
    st.sampled_from(["外出务工", "在家", "去世"]),
)
def test_a_later_entry_never_changes_an_earlier_answer(one: Any, on: date, later: int, state: str) -> None:
    entry = {"自": str(on + timedelta(days=later)), "状况": state}
    tree = one.model_dump(by_alias=True, exclude_none=True)
    tree["父亲"]["行踪"] = [*tree["父亲"]["行踪"], entry]
    for rule in (REGISTER, CENSUS):
        assert status_on(type(one).model_validate(tree), rule, on) == status_on(one, rule, on)
