import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.child import Child
from liushou_cli.domain.population import population
from liushou_cli.domain.term import parse
from tests.builders import AWAY, HOME, REGISTER, STATE_2016, child, counted, day, roll
from tests.domain.strategies import children

LEAVER = child(在班=[{"自": "2012-09-01", "至": "2013-10-31", "原因": "转学"}])
PUPIL = child(父亲=HOME)


def test_counted_are_enrolled_and_left_behind_on_the_day() -> None:
    people = counted(roll(child(), LEAVER, PUPIL), on="2013-12-30")
    assert [member.file for member in people.counted] == ["2012-2/children/4kx7qm.yaml"]


def test_served_were_so_on_some_day_of_the_term() -> None:
    people = counted(roll(child(), LEAVER, PUPIL), on="2013-12-30")
    assert [member.file[-11:] for member in people.served] == ["4kx7qm.yaml", "k7m2qx.yaml"]
    assert not counted(roll(LEAVER), on="2014-03-01", term="2014-1").served


@pytest.mark.parametrize("classes", [[], [roll()], [roll(child())]])
def test_a_definition_is_never_used_before_it_existed_even_for_nobody(classes: list[object]) -> None:
    with pytest.raises(ValueError, match="口径“国发2016-13”从 2016-02-04 起才有"):
        population(classes, parse("2013-2"), day("2013-12-30"), STATE_2016)  # type: ignore[arg-type]


def visited(*days: str, **changes: object) -> Child:
    return child(家访=[{"日期": one} for one in days], **changes)


def test_events_lie_in_the_term_up_to_the_day_and_in_a_spell_of_the_child() -> None:
    one = visited(
        "2013-08-31", "2013-09-01", "2013-10-01", "2013-11-01", "2013-12-30", "2013-12-31",
        在班=[{"自": "2012-09-01", "至": "2013-10-01"}, {"自": "2013-12-01"}],
    )  # fmt: skip
    found = counted(roll(one), on="2013-12-30").events("家访", lambda it: it.visits)
    assert [(str(event.ref.on), event.ref.path) for event in found] == [
        ("2013-09-01", ("家访", 1)),
        ("2013-10-01", ("家访", 2)),
        ("2013-12-30", ("家访", 4)),
    ]


def test_events_come_in_order_of_days_whatever_the_order_of_files() -> None:
    people = counted(roll(visited("2013-12-01", "2013-09-05"), visited("2013-10-10")))
    assert [str(event.record.on) for event in people.events("家访", lambda it: it.visits)] == [
        "2013-09-05", "2013-10-10", "2013-12-01",
    ]  # fmt: skip


def test_records_without_a_number_are_events_of_their_own() -> None:
    people = counted(roll(visited("2013-10-10", "2013-10-10"), visited("2013-10-10")))
    assert len({event.key for event in people.events("家访", lambda it: it.visits)}) == 3


def test_each_class_has_its_own_term() -> None:
    late = {"2013-2": {"起": "2013-09-16", "止": "2014-01-10"}}
    one, other = roll(name="2012-1"), roll(name="2012-2", 学期=late)
    people = counted(one, other, on="2014-01-31")
    assert [str(bound) for bound in people.span(one)] == ["2013-09-01", "2014-01-31"]
    assert [str(bound) for bound in people.span(other)] == ["2013-09-16", "2014-01-10"]
    assert people.span(other).until(day("2013-12-30")) == counted(other, on="2013-12-30").span(other)


def test_activities_of_the_term_in_order_of_days() -> None:
    held = [
        {"日期": on, "类别": "班会", "参加": "全体"}
        for on in ("2013-12-01", "2013-08-31", "2013-09-27", "2014-02-01")
    ]
    people = counted(roll(child(), activities=held))
    assert [(one.place, str(one.activity.on)) for one, _ in people.activities()] == [
        (2, "2013-09-27"),
        (0, "2013-12-01"),
    ]


@given(st.lists(children(), max_size=4), st.dates(day("2013-09-01"), day("2014-01-31")))
def test_who_is_counted_was_served(them: list[Child], on: object) -> None:
    people = population([roll(*them)], parse("2013-2"), on, REGISTER)  # type: ignore[arg-type]
    assert {member.file for member in people.counted} <= {member.file for member in people.served}


def test_before_the_term_nobody_was_served_and_nothing_happened() -> None:
    people = counted(roll(visited("2013-09-05", 父亲=AWAY)), on="2013-08-01")
    assert (people.served, people.events("家访", lambda it: it.visits)) == ((), [])
