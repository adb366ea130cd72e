"""A day of the lunar year as people write it: 四月初五, 闰四月十五, 腊月三十. Its day in our calendar: domain.lunar."""

import re
from typing import NamedTuple

_MONTHS = ("正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月")
_ALSO = {"一月": 1, "元月": 1, "十一月": 11, "十二月": 12}
_TENS = ("初", "十", "廿")
_ONES = "一二三四五六七八九十"
_DAYS = {
    f"{ten}{one}": 10 * tens + place for tens, ten in enumerate(_TENS) for place, one in enumerate(_ONES, 1)
}
_DAYS = {name: number for name, number in _DAYS.items() if name not in ("十十", "廿十")}
_DAYS |= {"二十": 20, "三十": 30} | {f"二十{one}": 20 + place for place, one in enumerate(_ONES[:9], 1)}
_SHAPE = re.compile(r"(闰?)([正元一二三四五六七八九十冬腊]+月)(.+)")


class LunarDay(NamedTuple):
    """``month`` 1–12, ``day`` 1–30; ``leap`` is the second month of that number in a leap year."""

    month: int
    day: int
    leap: bool = False


def parse(text: str) -> LunarDay:
    """Raises ``ValueError``, in Chinese, for what is no day of a lunar year."""
    plain = "".join(text.split()).removeprefix("农历")
    found = _SHAPE.fullmatch(plain)
    if found:
        leap, month, day = found.groups()
        number = _MONTHS.index(month) + 1 if month in _MONTHS else _ALSO.get(month, 0)
        if number and day in _DAYS:
            return LunarDay(number, _DAYS[day], bool(leap))
    raise ValueError(f"“{text}”不是农历的日子，写成 四月初五 的样子，闰月写 闰四月初五")
