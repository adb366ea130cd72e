from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.term import Span, Term, containing, day_before, default_span, parse

terms = st.builds(Term, st.integers(1950, 2150), st.integers(1, 2))


@pytest.mark.parametrize(
    "text",
    [
        "2013-2", "2013秋", "2013下", "2013-2014-1", "2013年秋季学期", "2013-2014学年度第一学期", "2013年下半年",
        "2013—2014学年度第一学期", "2013-2014学年第一学期", " 2013 秋 ", "2013秋季", "2013年秋",
    ],
)  # fmt: skip
def test_the_same_autumn(text: str) -> None:
    assert parse(text) == Term(2013, 2)


@pytest.mark.parametrize(
    "text", ["2014-1", "2014春", "2014上", "2013-2014-2", "2014年春季学期", "2013-2014学年度第二学期"]
)
def test_the_spring_after_it(text: str) -> None:
    assert parse(text) == Term(2014, 1)


@pytest.mark.parametrize(
    "text",
    ["", "2013", "2013-3", "2013-0", "2013-12", "2013-2015-1", "2014-2013-1", "2013-2014-3", "2013冬", "上学期",
     "二〇一三秋", "13秋", "2013-2-1", "0000-1", "9999-2", "２０１３-2"],
)  # fmt: skip
def test_what_is_no_term_is_refused_in_chinese(text: str) -> None:
    with pytest.raises(ValueError, match="不是学期"):
        parse(text)


@given(terms)
def test_every_spelling_of_a_term_comes_back_to_it(term: Term) -> None:
    half = "一" if term.half == 2 else "二"
    years = f"{term.school_year}-{term.school_year + 1}"
    for text in (
        str(term),
        term.short,
        term.long,
        f"{years}-{'12'[term.half == 1]}",
        f"{years}学年度第{half}学期",
    ):
        assert parse(text) == term


def test_the_long_form_cannot_be_misread() -> None:
    assert Term(2013, 2).long == "2013年秋季学期（2013—2014学年度第一学期）"
    assert Term(2014, 1).long == "2014年春季学期（2013—2014学年度第二学期）"


def test_a_long_form_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="不是学期"):
        parse("2013年秋季学期（2013—2014学年度第二学期）")


@given(terms, terms)
def test_terms_order_by_time(one: Term, other: Term) -> None:
    assert (one < other) == (default_span(one).first < default_span(other).first)


@given(terms)
def test_next_and_previous_undo_each_other_and_leave_no_day_between(term: Term) -> None:
    assert term.next.previous == term.previous.next == term
    assert term.previous < term < term.next
    assert default_span(term).last + timedelta(days=1) == default_span(term.next).first


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_every_day_belongs_to_the_term_whose_default_span_holds_it(day: date) -> None:
    assert day in default_span(containing(day))


def test_spans_count_both_ends_and_only_days() -> None:
    span = Span(date(2013, 9, 2), date(2014, 1, 17))
    assert [day in span for day in (date(2013, 9, 1), date(2013, 9, 2), date(2014, 1, 17), date(2014, 1, 18))] == [
        False, True, True, False,
    ]  # fmt: skip
    assert "2013-09-02" not in span


def test_a_span_is_cut_at_a_day_and_empty_before_it_begins() -> None:
    span = Span(date(2013, 9, 2), date(2014, 1, 17))
    assert span.until(date(2013, 12, 30)) == Span(date(2013, 9, 2), date(2013, 12, 30))
    assert span.until(date(2014, 3, 1)) == span
    early = span.until(date(2013, 8, 1))
    assert all(date(2013, 7, 1) + timedelta(days=n) not in early for n in range(300))


SET = {
    Term(2013, 2): Span(date(2013, 9, 2), date(2014, 1, 17)),
    Term(2014, 1): Span(date(2014, 2, 17), date(2014, 7, 4)),
}


@pytest.mark.parametrize(
    ("day", "term"),
    [
        ("2013-09-01", Term(2013, 1)),
        ("2013-09-02", Term(2013, 2)),
        ("2014-01-17", Term(2013, 2)),
        ("2014-01-20", Term(2013, 2)),
        ("2014-02-05", Term(2013, 2)),
        ("2014-02-16", Term(2013, 2)),
        ("2014-02-17", Term(2014, 1)),
        ("2014-07-20", Term(2014, 1)),
        ("2014-08-31", Term(2014, 1)),
        ("2014-09-01", Term(2014, 2)),
        ("2012-10-01", Term(2012, 2)),
    ],
)
def test_between_two_set_spans_the_one_that_ended_last(day: str, term: Term) -> None:
    assert containing(date.fromisoformat(day), SET) == term


@pytest.mark.parametrize(
    ("day", "term"),
    [
        ("2013-08-25", Term(2013, 1)),
        ("2013-08-26", Term(2013, 2)),
        ("2014-02-09", Term(2013, 2)),
        ("2014-02-11", Term(2014, 1)),
    ],
)
def test_a_set_span_may_begin_early_and_end_late(day: str, term: Term) -> None:
    assert (
        containing(date.fromisoformat(day), {Term(2013, 2): Span(date(2013, 8, 26), date(2014, 2, 10))})
        == term
    )


@given(st.dates(date(2013, 1, 1), date(2015, 1, 1)))
def test_a_day_of_a_set_span_belongs_to_it(day: date) -> None:
    for term, span in SET.items():
        assert (day not in span) or containing(day, SET) == term


def test_after_a_term_that_ended_early_it_is_still_that_one() -> None:
    early = {Term(2014, 1): Span(date(2014, 1, 6), date(2014, 1, 20))}
    assert containing(date(2014, 1, 25), early) == Term(2014, 1)


def test_the_day_before() -> None:
    assert day_before(date(2013, 3, 1)) == date(2013, 2, 28)
