"""Invented numbers: region 990101 was never given out."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from liushou_cli.domain import id_numbers
from liushou_cli.domain.id_numbers import born, check_character, fault, is_male

GIRL = "990101200105124104"
WITH_X = "99010119750918327X"


def numbers() -> st.SearchStrategy[str]:
    days = st.dates(date(1920, 1, 1), date(2030, 12, 31))
    orders = st.integers(0, 999)
    bodies = st.builds(lambda day, order: f"990101{day:%Y%m%d}{order:03d}", days, orders)
    return bodies.map(lambda body: body + check_character(body))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (GIRL, ""),
        (WITH_X, ""),
        (WITH_X.lower(), ""),
        ("990101010512410", ""),
        ("990101200105124105", "最后一位与前面的数字对不上，多半有一位抄错了"),
        ("990101200102304104", "第 7 位起的“20010230”不是日期"),
        ("990101011312410", "第 7 位起的“19011312”不是日期"),
        ("99010120010512410", "有 17 位，应当是 18 位（旧号 15 位）"),
        ("9901012001051241041", "有 19 位，应当是 18 位（旧号 15 位）"),
        ("990101 20010512 4104", "中间有空格或横线"),
        ("990101-20010512-4104", "中间有空格或横线"),
        ("990101２００１０５１２4104", "用了全角的数字或字母"),
        ("99010119750918327Ｘ", "用了全角的数字或字母"),
        ("９９０１０１２００１０５１２４１０４", "用了全角的数字或字母"),
        ("不详", "里面有“不详”"),
        ("99010X200105124104", "里面有“X”"),
        ("", "有 0 位，应当是 18 位（旧号 15 位）"),
    ],
)
def test_fault(number: str, said: str) -> None:
    assert fault(number) == said


def test_what_a_number_says() -> None:
    assert (born(GIRL), is_male(GIRL)) == (date(2001, 5, 12), False)
    assert (born(WITH_X), is_male(WITH_X)) == (date(1975, 9, 18), True)
    assert (born("990101010512411"), is_male("990101010512411")) == (date(1901, 5, 12), True)
    assert (born("12345"), is_male("12345")) == (None, None)


@given(numbers())
def test_every_number_that_is_made_right_is_right(number: str) -> None:
    assert fault(number) == ""
    assert f"{born(number):%Y%m%d}" == number[6:14]


@given(numbers(), st.integers(0, 17), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_found(number: str, place: int, digit: str) -> None:
    assume(number[place] != digit)
    assert fault(number[:place] + digit + number[place + 1 :]) != ""


@given(numbers(), st.integers(0, 16))
def test_two_neighbours_exchanged_are_always_found(number: str, place: int) -> None:
    assume(number[place] != number[place + 1])
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert fault(swapped) != ""


@given(st.text(max_size=40))
def test_any_text_gets_an_answer_that_never_repeats_a_whole_number(text: str) -> None:
    said = id_numbers.fault(text)
    assert len(text) < 15 or text not in said
