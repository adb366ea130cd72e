"""What a term summary tells beside its figures: months, activities by kind, who was not reached."""

from datetime import date, timedelta
from typing import NamedTuple

from liushou_cli.domain.activity import Activity
from liushou_cli.domain.choices import ActivityKind
from liushou_cli.domain.days import add_months
from liushou_cli.domain.due import Duty, shortfalls
from liushou_cli.domain.figures import Figure, figures
from liushou_cli.domain.population import Event, Member, Population
from liushou_cli.domain.term import Span


class Month(NamedTuple):
    """Events of each kind in one month of the term."""

    label: str
    visits: int
    calls: int
    talks: int


class Summary(NamedTuple):
    people: Population
    figures: dict[str, Figure]
    months: tuple[Month, ...]
    activities: tuple[tuple[ActivityKind, tuple[Activity, ...]], ...]
    unmet: tuple[tuple[Member, tuple[Duty, ...]], ...]


def summarise(people: Population) -> Summary:
    """Everything the summary of *people*'s term and day can say."""
    return Summary(
        people,
        figures(people),
        tuple(_months(people)),
        tuple(_activities(people)),
        tuple((member, tuple(duties)) for member, duties in shortfalls(people)),
    )


def _months(people: Population) -> list[Month]:
    visits = people.events("家访", lambda child: child.visits)
    calls = people.events("通话", lambda child: [call for call in child.calls if call.spoken])
    talks = people.events("谈心", lambda child: child.talks)
    return [
        Month(f"{span.first.month}月", *(_within(events, span) for events in (visits, calls, talks)))
        for span in _calendar_months(people)
    ]


def _calendar_months(people: Population) -> list[Span]:
    if not people.rolls:
        return []
    first: date = min(people.span(roll).first for roll in people.rolls).replace(day=1)
    last = max(people.span(roll).last for roll in people.rolls)
    spans = []
    while first <= last:
        following = add_months(first, 1)
        spans.append(Span(first, following - timedelta(days=1)))
        first = following
    return spans


def _within(events: list[Event], span: Span) -> int:
    """Each event in the month of its first record, so that the months sum to 次数."""
    began = {event.key: event.record.on for event in reversed(events)}
    return sum(day in span for day in began.values())


def _activities(people: Population) -> list[tuple[ActivityKind, tuple[Activity, ...]]]:
    first: dict[str, Activity] = {}
    for one, _ in people.activities():
        first.setdefault(one.key, one.activity)
    held = {kind: tuple(one for one in first.values() if one.kind is kind) for kind in ActivityKind}
    return [(kind, activities) for kind, activities in held.items() if activities]
