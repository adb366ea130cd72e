"""One child as a form asks about it, and the shapes an answer may have."""

from datetime import date
from typing import NamedTuple

from liushou_cli.domain.population import Member
from liushou_cli.domain.term import Term


class Month(NamedTuple):
    """A day of which the record only tells the month."""

    first: date


Value = str | int | bool | date | Month | tuple[str, ...] | None


class Case(NamedTuple):
    """One child as a form asks about it: line ``number``, as of ``on``; ``aged_on`` is the day age is counted to."""

    member: Member
    number: int
    on: date
    aged_on: date
    told_on: date
    term: Term


def parts(value: Value) -> tuple[str, ...]:
    """The words of an answer that is words."""
    return value if isinstance(value, tuple) and not isinstance(value, Month) else (str(value),)
