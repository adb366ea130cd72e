"""The days of the terms in school.yaml."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from liushou_cli.domain import term
from liushou_cli.domain.checks.finding import Said
from liushou_cli.domain.checks.subject import SchoolFile
from liushou_cli.domain.settings import TermDates

_NEAR = timedelta(days=45)


def term_dates(asked: SchoolFile) -> Iterator[Said]:
    """Each term lies about where its name says, and no two share a day."""
    dated = sorted(asked.value.terms.items(), key=lambda pair: pair[1].first)
    for key, dates in dated:
        usual = term.default_span(term.parse(key))
        if not _near(dates.first, usual.first, usual.last) or not _near(dates.last, usual.first, usual.last):
            message = f"学期 {key} 写的是 {dates.first} 到 {dates.last}，与这个学期不合"
            yield Said(
                ("学期", key), message, f"{term.parse(key).long}，一般在 {usual.first} 到 {usual.last} 之间"
            )
    for (before, first), (key, second) in pairwise(dated):
        if _overlap(first, second):
            yield Said(
                ("学期", key),
                f"学期 {key} 从 {second.first} 起，与 {before}（止 {first.last}）重叠",
                "改正其中一个日期",
            )


def _near(day: date, first: date, last: date) -> bool:
    return first - _NEAR <= day <= last + _NEAR


def _overlap(first: TermDates, second: TermDates) -> bool:
    return second.first <= first.last
