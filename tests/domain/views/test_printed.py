from datetime import date

import pytest

from liushou_cli.domain.choices import Health, YesNo
from liushou_cli.domain.views import printed


def test_days_and_months() -> None:
    assert printed.day(date(2013, 10, 12)) == "2013年10月12日"
    assert printed.month_or_day(date(2010, 3, 1)) == "2010年3月"
    assert printed.month_or_day(date(2013, 9, 10)) == "2013年9月10日"
    assert (printed.day(None), printed.month_or_day(None)) == ("", "")


def test_boxes() -> None:
    assert printed.one_of(Health, Health.ILL) == "□健康 □残疾 ☑患病"
    assert printed.one_of(YesNo, None) == "□是 □否"
    assert printed.boxes(["打工收入", "其他"], ["其他", "打工收入"]) == "☑打工收入 ☑其他"


@pytest.mark.parametrize(("answer", "shown"), [(True, "☑是 □否"), (False, "□是 ☑否"), (None, "□是 □否")])
def test_what_is_not_known_is_not_ticked(answer: bool | None, shown: str) -> None:
    assert printed.yes_no(answer) == shown


@pytest.mark.parametrize(
    ("word", "notes", "shown"),
    [("患病", ("哮喘", ""), "患病（哮喘）"), ("患病", ("",), "患病"), ("", ("哮喘",), "哮喘"), ("", (), "")],
)
def test_a_word_with_its_notes(word: str, notes: tuple[str, ...], shown: str) -> None:
    assert printed.with_note(word, *notes) == shown


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("月考数学60分", 7, "月考数学60分"),
        ("月考数学60分", 6, "月考数学60分"),
        ("月考数学60分", 5, "月考数……"),
        ("一  二\n三", 4, "一 二 三"),
        ("", 3, ""),
    ],
)
def test_a_text_is_cut_to_its_cell(text: str, room: int, shown: str) -> None:
    assert printed.fit(text, room) == shown
    assert printed.width(printed.fit(text, room)) <= room
