"""Resident identity numbers (公民身份号码, GB 11643-1999): what one says, and whether it can be one.

Region (6 digits), day of birth (8), order (3, odd for men), check character.
The region is not judged: districts come and go. The 15-digit form of before
1999 (two digits of the year, no check character) still stands in old papers.
"""

import re
from datetime import date

_SHAPE = re.compile(r"[0-9]{17}[0-9Xx]|[0-9]{15}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def check_character(body: str) -> str:
    """The 18th character for 17 digits: ISO 7064 MOD 11-2."""
    return _CHECK[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, body, strict=True)) % 11]


def fault(number: str) -> str:
    """Why *number* cannot be one, in Chinese; "" where it can. Never repeats the number."""
    if not _SHAPE.fullmatch(number):
        return _shape_fault(number)
    if born(number) is None:
        return f"第 7 位起的“{_birth_digits(number)}”不是日期"
    if len(number) == 18 and number[17].upper() != check_character(number[:17]):
        return "最后一位与前面的数字对不上，多半有一位抄错了"
    return ""


def born(number: str) -> date | None:
    """The day of birth *number* holds; None where it has the wrong shape or there is no such day."""
    if not _SHAPE.fullmatch(number):
        return None
    digits = _birth_digits(number)
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def is_male(number: str) -> bool | None:
    """None where *number* has the wrong shape."""
    if not _SHAPE.fullmatch(number):
        return None
    return int(number[16] if len(number) == 18 else number[14]) % 2 == 1


def _birth_digits(number: str) -> str:
    return number[6:14] if len(number) == 18 else "19" + number[6:12]


def _shape_fault(number: str) -> str:
    if not number.isascii() and _SHAPE.fullmatch(_narrow(number)):
        return "用了全角的数字或字母"
    if _SHAPE.fullmatch("".join(number.split()).replace("-", "")):
        return "中间有空格或横线"
    if odd := re.sub(r"[0-9]", "", number.rstrip("Xx")):
        return f"里面有“{odd[:6]}”"
    return f"有 {len(number)} 位，应当是 18 位（旧号 15 位）"


def _narrow(text: str) -> str:
    """Full-width forms to ASCII."""
    return "".join(chr(ord(ch) - 0xFEE0) if "\uff01" <= ch <= "\uff5e" else ch for ch in text)
