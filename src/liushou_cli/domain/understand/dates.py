"""Days as rosters hold them: a dozen shapes, Excel's serial numbers, and those that could be two things."""

import re
from datetime import date, timedelta
from typing import NamedTuple
from unicodedata import normalize

from liushou_cli.domain.grid import Value, as_text

_EPOCH = date(1899, 12, 30)  # of Excel's serial numbers, from March 1900 on
_SERIALS = range(10_000, 80_000)  # 1927 to 2119
_YEARS = range(1900, 2100)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_NUMERALS = re.compile("[〇○零一二三四五六七八九十]+")
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2})?(\.0+)?$")
_DAY = re.compile(r"(\d{4})[-./年 ](\d{1,2})[-./月 ](\d{1,2})[日号]?")
_MONTH = re.compile(r"(\d{4})([-./年])(\d{1,2})月?")
_SHORT_YEAR = re.compile(r"(\d{2})[-./年](\d{1,2})([-./月]\d{0,2}[日号]?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")


class When(NamedTuple):
    """``text`` is 2004-02-01 or, month only, 2004-02; ``reason`` says why there is none."""

    text: str = ""
    reason: str = ""


def understand_day(value: Value, decides: date | None = None) -> When:
    """A whole day. What could be two days, or lacks some part, is the one that *decides* (of the 身份证号) names."""
    found = _read(value)
    if isinstance(found, str):
        return When("", found)
    if decides and decides in found:
        return When(decides.isoformat())
    if len(found) == 1 and isinstance(found[0], date):
        return When(found[0].isoformat())
    return When("", _lacking(value, found))


def understand_month_or_day(value: Value) -> When:
    """A day, or a month where only that was written."""
    found = _read(value)
    if isinstance(found, str):
        return When("", found)
    if len(found) == 1 and (isinstance(found[0], date) or found[0].month):
        return When(found[0].isoformat() if isinstance(found[0], date) else found[0].text)
    return When("", _lacking(value, found))


class _Part(NamedTuple):
    """A month, or (month 0) a year, of which the rest was not written."""

    year: int
    month: int = 0

    @property
    def text(self) -> str:
        return f"{self.year}-{self.month:02}"

    def holds(self, day: date) -> bool:
        return day.year == self.year and self.month in (0, day.month)


class _Found(tuple[date | _Part, ...]):
    """What a cell may mean."""

    __slots__ = ()

    def __contains__(self, day: object) -> bool:
        return any(
            one.holds(day) if isinstance(one, _Part) else one == day for one in self if isinstance(day, date)
        )


def _lacking(value: Value, found: _Found) -> str:
    said = as_text(value)
    if len(found) > 1:
        both = "还是".join(one.text if isinstance(one, _Part) else one.isoformat() for one in found)
        return f"“{said}”是 {both}，分不出"
    return f"“{said}”只有年月，缺日" if found[0].month else f"“{said}”只有年份"


def _read(value: Value) -> "_Found | str":
    """What the cell may mean, or why it means nothing."""
    if isinstance(value, date):
        return _Found((date(value.year, value.month, value.day),))
    said = as_text(value)
    text = _plain(said)
    for way in (_of_number, _of_whole, _of_month, _of_day_first):
        if (found := way(text)) is not None:
            return found or f"没有“{said}”这一天"
    if "农历" in text or "阴历" in text:
        return f"“{said}”是农历，没有换算"
    if _SHORT_YEAR.fullmatch(text):
        return f"“{said}”的年份只有两位"
    return f"“{said}”看不出是哪天"


def _plain(text: str) -> str:
    """Half-width, without time of day, Chinese numerals as digits."""
    text = normalize("NFKC", text).strip().lstrip("'’").strip()
    text = _TIME.sub("", _NUMERALS.sub(lambda found: _number(found[0]), text))
    return re.sub(r"\s*([-./年月日号])\s*", r"\1", text).rstrip(".。")


def _number(numerals: str) -> str:
    """二〇〇一 to 2001, 十二 to 12, 二十 to 20."""
    if "十" in numerals:
        tens, _, ones = numerals.partition("十")
        return f"{tens.translate(_DIGITS) or 1}{ones.translate(_DIGITS) or 0}"
    return numerals.translate(_DIGITS)


def _of_number(text: str) -> "_Found | None":
    """20040201, 200402, 38018 (Excel), 38018.5, 2004."""
    if not re.fullmatch(r"\d{4,8}(\.\d+)?", text):
        return None
    whole = text.partition(".")[0]
    if len(whole) == 8 and whole == text:
        return _days((int(text[:4]), int(text[4:6]), int(text[6:])))
    if len(whole) == 6 and whole == text and int(text[4:]):
        return _parts((int(text[:4]), int(text[4:])))
    if len(whole) == 5 and int(whole) in _SERIALS:
        return _Found((_EPOCH + timedelta(days=int(whole)),))
    return _Found((_Part(int(text)),)) if whole == text and int(text) in _YEARS else None


def _of_whole(text: str) -> "_Found | None":
    found = _DAY.fullmatch(text)
    return _days((int(found[1]), int(found[2]), int(found[3]))) if found else None


def _of_month(text: str) -> "_Found | None":
    """2012-3, 2012年3月; 2012.1 is January, or October that a spreadsheet took for a number."""
    found = _MONTH.fullmatch(text)
    if not found:
        return None
    months = ["1", "10"] if found[2] == "." and found[3] == "1" else [found[3]]
    return _parts(*((int(found[1]), int(month)) for month in months))


def _of_day_first(text: str) -> "_Found | None":
    """5/12/2001: by whoever decides, or where only one order makes a day."""
    found = _DAY_FIRST.fullmatch(text)
    if not found:
        return None
    one, two, year = int(found[1]), int(found[2]), int(found[3])
    return _days(*{(year, one, two), (year, two, one)})


def _days(*days: tuple[int, int, int]) -> _Found:
    found = []
    for year, month, day in sorted(days):
        if year in _YEARS:
            try:
                found.append(date(year, month, day))
            except ValueError:
                continue
    return _Found(found)


def _parts(*parts: tuple[int, int]) -> _Found:
    return _Found(_Part(year, month) for year, month in parts if year in _YEARS and 1 <= month <= 12)
