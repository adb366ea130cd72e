"""What each child is owed under the policy, and whether it was given: one answer for lists and reports alike."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import CallKind, CallResult
from liushou_cli.domain.days import whole_months
from liushou_cli.domain.definition import changes
from liushou_cli.domain.followup import counts_as_teachers_call
from liushou_cli.domain.policy import LABELS, Policy, Rhythm
from liushou_cli.domain.population import Member, Population
from liushou_cli.domain.term import Span


class Duty(NamedTuple):
    """One rule for one child over the days it applied: ``lapses`` are the stretches in which too little was done."""

    label: str
    rhythm: Rhythm
    span: Span
    done: int
    lapses: tuple[Span, ...]
    last: date | None

    @property
    def met(self) -> bool:
        return not self.lapses


def duties(population: Population, member: Member) -> list[Duty]:
    """Every rule the class's policy asks for, weighed for one counted child up to the as-of day."""
    policy = member.roll.settings.policy
    span = Span(owed_since(population, member), population.span(member.roll).last)
    return [
        _weigh(LABELS[name], rhythm, span, days)
        for name, rhythm, days in asked(policy, member.child)
        if rhythm.times and span.first <= span.last
    ]


def shortfalls(population: Population) -> list[tuple[Member, list[Duty]]]:
    """The counted children for whom some rule is not met, with those rules."""
    weighed = (
        (member, [duty for duty in duties(population, member) if not duty.met])
        for member in population.counted
    )
    return [(member, unmet) for member, unmet in weighed if unmet]


def asked(policy: Policy, child: Child) -> Iterator[tuple[str, Rhythm, list[date]]]:
    """(field of the policy, its rhythm, the days that answer it) for every rule, in force or not."""
    calls = [call for call in child.calls if call.result is CallResult.THROUGH]
    days = {
        "visits": [visit.on for visit in child.visits],
        "calls": [call.on for call in child.calls if counts_as_teachers_call(call.kind, call.result)],
        "surveys": [survey.on for survey in child.surveys],
        "family_calls": [call.on for call in calls if call.kind is CallKind.FAMILY],
        "talks": [talk.on for talk in child.talks],
    }
    for name in Policy._fields:
        yield name, getattr(policy, name), sorted(days[name])


def owed_since(population: Population, member: Member) -> date:
    """The first day of the term on which the child was both in the class and left-behind without a break to now."""
    came = min(spell.since for spell in in_force(member.child.spells, population.as_of))
    since = population.rule.since
    was = False
    for day, status in changes(member.child, population.rule, population.as_of):
        if status.left_behind and not was:
            since = day
        was = status.left_behind
    return max(population.span(member.roll).first, came, since)


def _weigh(label: str, rhythm: Rhythm, span: Span, days: list[date]) -> Duty:
    within = [day for day in days if day in span]
    if rhythm.per == "学期":
        windows = [span] if len(within) < rhythm.times else []
    elif rhythm.per == "月":
        months = [Span(*month) for month in whole_months(_month_start(span.first), span.last)]
        windows = [month for month in months if sum(day in month for day in within) < rhythm.times]
    else:
        windows = list(_gaps(rhythm, span, within))
    return Duty(label, rhythm, span, len(within), tuple(windows), within[-1] if within else None)


def _month_start(day: date) -> date:
    """School begins on 2 September: the month in which a child comes in its first week is owed too."""
    return day.replace(day=1) if day.day <= 7 else day


def _gaps(rhythm: Rhythm, span: Span, days: list[date]) -> Iterator[Span]:
    """Stretches of at least the rhythm's days that hold fewer contacts than asked."""
    marks = [span.first - timedelta(days=1), *days, span.last + timedelta(days=1)]
    end = len(marks) - 1
    for start in range(max(1, end - rhythm.times + 1)):
        before, after = marks[start], marks[min(start + rhythm.times, end)]
        if (after - before).days - 1 >= rhythm.days:
            yield Span(before + timedelta(days=1), after - timedelta(days=1))
