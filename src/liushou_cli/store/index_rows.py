"""Rows of the index as JSON has them, and as values."""

from datetime import date
from typing import Any

from liushou_cli.domain.roster import ClassFacts, Row
from liushou_cli.domain.term import Span, Term


def row(raw: list[Any]) -> Row:
    """A child's line, days as days."""
    (
        id_,
        name,
        gender,
        born,
        pinyin,
        initials,
        spells,
        statuses,
        caregivers,
        levels,
        visits,
        calls,
        surveys,
        elsewhere,
    ) = raw
    day = date.fromisoformat
    return Row(
        id_, name, gender, day(born), pinyin, initials,
        _spells(spells),
        tuple((day(since), word) for since, word in statuses),
        tuple((day(since), who) for since, who in caregivers),
        tuple((day(since), level) for since, level in levels),
        tuple(map(day, visits)), tuple(map(day, calls)), tuple(map(day, surveys)), _spells(elsewhere),
    )  # fmt: skip


def _spells(raw: list[Any]) -> tuple[tuple[date, date | None], ...]:
    day = date.fromisoformat
    return tuple((day(since), day(until) if until else None) for since, until in raw)


def facts_of(raw: list[Any]) -> ClassFacts:
    """What the settings of a class say."""
    day = date.fromisoformat
    *_, spans, pupils = raw
    terms = tuple((Term(*term), Span(day(first), day(last))) for term, (first, last) in spans)
    return ClassFacts._make([*raw[:-2], terms, tuple((term, number) for term, number in pupils)])
