"""What every part of a record shares: frozen, Chinese keys, text in and types out.

The alias of a field is its word on the forms, and is used alike as YAML key,
table heading, prompt and in messages. Values arrive as text (YAML gives text,
the model gives types), lists of text, or mappings; an empty value is None.
"""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from liushou_cli.domain.days import parse_day, parse_month_or_day
from liushou_cli.domain.lunar_day import parse as parse_lunar
from liushou_cli.domain.term import parse as parse_term


class Record(BaseModel):
    """A frozen value read from a file. Keys it does not know are left alone (``check`` names them)."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True, str_strip_whitespace=True)


def _day(value: Any) -> Any:
    return parse_day(value) if isinstance(value, str) else value


def _month_or_day(value: Any) -> Any:
    return parse_month_or_day(value) if isinstance(value, str) else value


def _lunar(value: Any) -> Any:
    if isinstance(value, str) and value:
        parse_lunar(value)
    return value


def _term(value: Any) -> Any:
    return str(parse_term(value)) if isinstance(value, str) else value


def _listed(value: Any) -> Any:
    if value is None:
        return ()
    return (value,) if isinstance(value, str | dict) else value


Day = Annotated[date, BeforeValidator(_day)]
LunarText = Annotated[str, BeforeValidator(_lunar)]
TermCode = Annotated[str, BeforeValidator(_term)]
MonthOrDay = Annotated[date, BeforeValidator(_month_or_day)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_listed)]
_Part = TypeVar("_Part")
Many = Annotated[tuple[_Part, ...], BeforeValidator(_listed)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]


def text(alias: str) -> Any:
    """An optional line of text under *alias*."""
    return Field(default="", alias=alias)


def optional(alias: str) -> Any:
    return Field(default=None, alias=alias)


def many(alias: str) -> Any:
    return Field(default=(), alias=alias)


class _Since(Protocol):
    @property
    def since(self) -> date: ...


_Dated = TypeVar("_Dated", bound=_Since)


def latest(entries: Iterable[_Dated], day: date) -> _Dated | None:
    """The entry in force on *day*: the last that began on or before it (later line wins a tie)."""
    begun = [entry for entry in entries if entry.since <= day]
    return max(enumerate(begun), key=lambda pair: (pair[1].since, pair[0]))[1] if begun else None


def in_force(entries: Iterable[_Dated], day: date) -> list[_Dated]:
    """All entries that have begun and not ended (``until`` is the last day) on *day*."""
    found = []
    for entry in entries:
        until = getattr(entry, "until", None)
        if entry.since <= day and (until is None or day <= until):
            found.append(entry)
    return found
