"""What a twin is made of: days in order, names that are nobody's, numbers that are right where they were right."""

import random
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.id_numbers import check_character, fault, is_male
from liushou_cli.domain.term import containing, default_span
from liushou_cli.domain.twin.corpus import Filler, pairs, texts
from liushou_cli.domain.twin.days import Days
from liushou_cli.domain.twin.names import Names
from liushou_cli.domain.twin.numbers import Numbers

START, TODAY = date(2012, 7, 3), date(2013, 12, 30)


_numbers = random.Random(7)  # not for secrets


def drawn(number: int) -> int:
    return _numbers.randrange(number)


def days_of(days: set[date], months: set[date]) -> Days:
    return Days(days, months, START, TODAY, lambda day: default_span(containing(day)), drawn)


@given(
    st.sets(st.dates(date(2012, 8, 25), date(2014, 2, 10)), max_size=120),
    st.sets(st.dates(date(2012, 8, 1), date(2014, 2, 1)).map(lambda day: day.replace(day=1)), max_size=5),
)
def test_days_stay_in_order_in_their_term_and_on_their_side_of_today(
    days: set[date], months: set[date]
) -> None:
    found = days_of(days, months)
    moved = [found.moved(day) for day in sorted(days | months)]
    assert moved == sorted(set(moved))
    for day in days:
        now = found.moved(day)
        assert containing(now) == containing(day)
        assert (now <= TODAY) is (day <= TODAY)
        assert abs(now - day) <= timedelta(days=6)


def test_births_go_back_together() -> None:
    born = date(2001, 5, 12)
    found = days_of({born, born + timedelta(days=9)}, set())
    assert found.moved(born + timedelta(days=9)) - found.moved(born) == timedelta(days=9)
    assert timedelta(days=5) <= born - found.moved(born) <= timedelta(days=20)
    assert found.month(date(2010, 1, 1)) == date(2009, 12, 1)


def test_names_keep_families_and_lengths_apart_from_real_ones() -> None:
    real = ["李小花", "李强", "李小花", "王桂兰", "欧阳俊杰", "阿依古丽·买买提"]
    names = Names(Filler(real, drawn), drawn)
    made = [names.person(name) for name in real]
    assert made[0] == made[2]
    assert made[0][0] == made[1][0] != made[3][0]
    assert [len(name) for name in made] == [3, 2, 3, 3, 3, 8]
    assert {pair for name in made for pair in pairs(name)} & {
        pair for name in real for pair in pairs(name)
    } == set()


def test_two_thousand_people_are_two_thousand() -> None:
    names = Names(Filler([], drawn), drawn)
    real = [f"{chr(0x4E00 + number % 30)}{chr(0x5000 + number)}" for number in range(600)]
    assert len({names.person(name) for name in real}) == 600


def test_filler_is_as_long_and_shares_nothing() -> None:
    real = "奶奶身体尚可，此段孩子放学后\n帮着喂鸡"
    filler = Filler([real], drawn)
    made = filler.text(real)
    assert [len(line) for line in made.split("\n")][1] == 4
    assert pairs(made) & pairs(real) == set()
    assert filler.text(real) == made


def test_where_every_phrase_is_taken_there_are_marks() -> None:
    own = Filler([], drawn)
    everything = [own.text("字" * number) for number in range(2, 400)]
    assert set(Filler(everything, drawn).text("一句话")) == {"◇"}


def test_numbers() -> None:
    numbers = Numbers({"13800001234"}, lambda: "k7m2qx", lambda day: day - timedelta(days=9), drawn)
    body = "99010120010512002"
    good = body + check_character(body)
    bad = body + ("0" if good[-1] != "0" else "1")
    made = numbers.identity(good)
    assert (fault(good), fault(made), made[:14], is_male(made)) == ("", "", "99990120010503", False)
    assert fault(numbers.identity(bad)) == fault(bad) != ""
    assert numbers.register(f"G{good}") == f"G{made}"
    phone = numbers.phone("13800001234")
    assert (phone[:7], len(phone), phone != "13800001234") == ("1380000", 11, True)
    assert numbers.phone("13800001234") == phone
    assert [len(part) for part in numbers.phone("0564-1234567").split("-")] == [4, 7]


def test_every_text_of_a_tree() -> None:
    assert list(texts({"甲": ["一", {"乙": "二"}, None], "丙": "三"})) == ["一", "二", "三"]
