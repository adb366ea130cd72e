"""What was handed in: the figures of a document on the day it left, kept so that later ones can be held against it."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from pydantic import Field

from liushou_cli.domain.base import Day, Record, TermCode, text
from liushou_cli.domain.shares import percent

UNKNOWN = "—"


class HandedIn(Record):
    """``figures`` are texts of :func:`exact`; ``digest`` is the SHA-256 of the Markdown in the file ``document``."""

    format: int = Field(alias="格式", ge=1)
    kind: str = Field(alias="文书", min_length=1)
    title: str = text("名称")
    term: TermCode = Field(alias="学期")
    as_of: Day = Field(alias="截止日期")
    definition: str = text("口径")
    mask: str = text("隐名")
    on: Day = Field(alias="存档日期")
    document: str = text("正文")
    digest: str = text("正文校验")
    figures: dict[str, str] = Field(default_factory=dict, alias="数字")


class Difference(NamedTuple):
    """``before`` and ``now`` as printed; "" where there is, or was, no such figure."""

    name: str
    before: str
    now: str


def exact(value: int | float | Fraction | None) -> str:
    """A figure's value with nothing lost: 24, 12/23, 500.5, — for one that is not known."""
    if value is None:
        return UNKNOWN
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    return str(int(value)) if value == int(value) else repr(value)


def printed(told: str, decimals: int = 1) -> str:
    """24, 52.2%, 500.5 for what :func:`exact` wrote."""
    top, _, bottom = told.partition("/")
    if not (top.isdecimal() and bottom.isdecimal() and int(bottom)):
        return told
    return percent(Fraction(int(top), int(bottom)), decimals)


def differences(before: Mapping[str, str], now: Mapping[str, str], decimals: int = 1) -> list[Difference]:
    """Where two sets of figures part, in the order of the first; equal ones are left out.

    A figure the program did not know then is no difference, but for one of a family whose names come
    from the records (``需求：课外辅导``).
    """
    names = dict.fromkeys([*before, *(name for name in now if "：" in name)])
    return [
        Difference(name, printed(before.get(name, ""), decimals), printed(now.get(name, ""), decimals))
        for name in names
        if before.get(name) != now.get(name)
    ]
