"""Telephone numbers: whether what stands there can be rung.

Numbering of the mainland (电信网编号计划): mobiles are 1 and ten more digits,
the second 3–9; landlines are an area code (010, 02x, 0[3-9]xx) and seven or
eight digits. A number from abroad begins with + or 00.
"""

import re

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})[2-9][0-9]{6,7}")
_SERVICE = re.compile(r"[48]00[0-9]{7}")
_ABROAD = re.compile(r"(?:\+|00)[1-9][0-9]{6,14}")
_EXTENSION = re.compile(r"(?:转|-)[0-9]{1,6}$")
_HOME = re.compile(r"^(?:\+|00)86")
_BETWEEN = re.compile(r"[/、,，;；或和]+|\s{2,}|(?<=[0-9]{7})\s+(?=[0-9]{7})")


def fault(text: str) -> str:
    """Why *text* is not one number that can be rung, in Chinese; "" where it is. Never repeats the number."""
    if len([part for part in _BETWEEN.split(text) if len(_digits(part)) >= 7]) > 1:
        return "写了两个号码"
    if any(ch.isdigit() and not ch.isascii() for ch in text):
        return "用了全角数字"
    number = _HOME.sub("", re.sub(r"[\s()（）—-]", "", text))
    if _can_be(number) or _can_be(re.sub(r"\s", "", _EXTENSION.sub("", text)).replace("-", "")):
        return ""
    return _why(number)


def _can_be(number: str) -> bool:
    return any(kind.fullmatch(number) for kind in (_MOBILE, _LANDLINE, _SERVICE, _ABROAD))


def _why(number: str) -> str:
    digits = _digits(number)
    if odd := re.sub(r"[0-9+]", "", number):
        return f"里面有“{odd[:6]}”"
    if digits.startswith("1"):
        return (
            f"有 {len(digits)} 位，手机号是 11 位"
            if len(digits) != 11
            else f"以 {digits[:2]} 开头，没有这样的手机号"
        )
    if digits.startswith("0"):
        return "区号或位数不对"
    return "缺区号" if len(digits) in (7, 8) else f"有 {len(digits)} 位，不像电话号码"


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)
