"""Values as they stand on paper: days, months, boxes to tick, and text cut to its cell."""

from collections.abc import Iterable
from datetime import date

from liushou_cli.domain.choices import Choice, YesNo
from liushou_cli.domain.days import chinese

CUT = "……"
_TICKED, _EMPTY = "☑", "□"


def day(value: date | None) -> str:
    return chinese(value) if value else ""


def plain(number: float) -> str:
    """12, 12.5, 1200000: whole where it is whole, else to the second decimal."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def month_or_day(value: date | None) -> str:
    """2010年3月 for what began on the first: a record that names only the month means that day."""
    if value is None:
        return ""
    return f"{value.year}年{value.month}月" if value.day == 1 else chinese(value)


def boxes(words: Iterable[str], chosen: Iterable[str]) -> str:
    """☑健康 □残疾 □患病"""
    chosen = set(chosen)
    return " ".join(f"{_TICKED if word in chosen else _EMPTY}{word}" for word in words)


def one_of(kind: type[Choice], chosen: str | None) -> str:
    return boxes(kind.words(), [chosen] if chosen else [])


def yes_no(answer: bool | None) -> str:
    """Both boxes stay empty where the records do not tell."""
    return one_of(YesNo, None if answer is None else YesNo.YES if answer else YesNo.NO)


def with_note(word: str, *notes: str) -> str:
    """患病（哮喘，按时吃药）"""
    said = "，".join(note for note in notes if note)
    return f"{word}（{said}）" if word and said else word or said


def width(text: str) -> float:
    """In Chinese characters; digits and Latin letters are half of one."""
    return sum(0.5 if ord(char) < 0x2E80 and char not in "“”‘’—…·" else 1 for char in text)


def fit(text: str, characters: int) -> str:
    """*text* as a cell of so many Chinese characters can hold it; …… says that there is more."""
    text = " ".join(text.split())
    if width(text) <= characters:
        return text
    while text and width(text) > characters - len(CUT):
        text = text[:-1]
    return text + CUT
