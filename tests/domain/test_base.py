from datetime import date

import pytest
from pydantic import ValidationError

from liushou_cli.domain.base import (
    Amount,
    Day,
    Many,
    MonthOrDay,
    Record,
    Texts,
    in_force,
    latest,
    many,
    optional,
    text,
)
from liushou_cli.domain.choices import Gender


class Entry(Record):
    since: MonthOrDay
    until: Day | None = None
    word: str = ""


class Sheet(Record):
    note: str = text("备注")
    on: Day | None = optional("日期")
    names: Texts = many("家访人")
    kinds: Many[Gender] = many("性别")
    money: Amount | None = optional("金额")


def test_nothing_written_is_nothing_there() -> None:
    sheet = Sheet.model_validate({})
    assert (sheet.note, sheet.on, sheet.names, sheet.kinds, sheet.money) == ("", None, (), (), None)


def test_a_single_value_stands_for_a_list_of_one() -> None:
    sheet = Sheet.model_validate({"家访人": " 张敏 ", "性别": "女"})
    assert (sheet.names, sheet.kinds) == (("张敏",), (Gender.FEMALE,))


def test_unknown_keys_are_no_error() -> None:
    assert Sheet.model_validate({"备注": "x", "爱好": "画画"}).note == "x"


@pytest.mark.parametrize(
    "tree",
    [{"日期": "2013"}, {"日期": ["2013-10-12"]}, {"性别": "女生"}, {"金额": "-1"}, {"金额": "nan"}, {"金额": "inf"}, {"金额": "1e400"},  # noqa: E501
     {"金额": "三百"}, {"备注": ["x"]}, {"家访人": {"姓名": "x"}}, {"家访人": [["x"]]}],
)  # fmt: skip
def test_the_model_says_no(tree: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Sheet.model_validate(tree)


def test_a_record_is_frozen() -> None:
    sheet = Sheet.model_validate({"备注": "x"})
    with pytest.raises(ValidationError):
        sheet.note = "y"  # type: ignore[misc]


def entries(*written: str) -> list[Entry]:
    """``2013-09..2013-10-01 甲`` -> an entry; without ``..`` it has no end."""
    found = []
    for line in written:
        span, word = line.split()
        since, _, until = span.partition("..")
        found.append(Entry.model_validate({"since": since, "until": until or None, "word": word}))
    return found


@pytest.mark.parametrize(
    ("day", "word"),
    [
        ("2012-08-31", None),
        ("2012-09-01", "甲"),
        ("2013-09-30", "甲"),
        ("2013-10-01", "丙"),
        ("2014-01-01", "丁"),
    ],
)
def test_the_latest_entry_in_any_order_and_the_later_line_on_a_tie(day: str, word: str | None) -> None:
    written = entries("2013-10-01 乙", "2014-01 丁", "2012-09 甲", "2013-10-01 丙")
    found = latest(written, date.fromisoformat(day))
    assert (found.word if found else None) == word


def test_until_is_the_last_day() -> None:
    written = entries("2013-09-01..2013-10-01 甲", "2013-10-01 乙")
    for day, words in {
        "2013-08-31": "",
        "2013-09-01": "甲",
        "2013-10-01": "甲乙",
        "2013-10-02": "乙",
    }.items():
        assert "".join(one.word for one in in_force(written, date.fromisoformat(day))) == words
