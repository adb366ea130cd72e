"""What each child is owed under the policy, and whether it was given: one answer for lists and reports alike."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import Attention
from liushou_cli.domain.days import add_months, whole_months
from liushou_cli.domain.definition import changes
from liushou_cli.domain.pairs import contacts_by
from liushou_cli.domain.policy import LABELS, Policy, Rhythm
from liushou_cli.domain.population import Member, Population
from liushou_cli.domain.term import Span, day_before

PAIR_CONTACTS = "pair_contacts"


class Duty(NamedTuple):
    """One rule for one child over the days it applied: ``lapses`` are the stretches in which too little was done.

    ``days`` are those within ``span`` that answer it. ``current``: the rule is in force on the as-of
    day; a stricter one may have followed it. ``last``: when it was last done this term, under whatever
    rule. ``whom`` is set where the duty is that of one pairing.
    """

    label: str
    rhythm: Rhythm
    span: Span
    days: tuple[date, ...]
    lapses: tuple[Span, ...]
    last: date | None
    current: bool = True
    whom: str = ""

    @property
    def met(self) -> bool:
        return not self.lapses

    @property
    def done(self) -> int:
        return len(self.days)


def duties(population: Population, member: Member) -> list[Duty]:
    """Every rule the class's policy asks for, weighed for one counted child up to the as-of day."""
    span = Span(owed_since(population, member), population.span(member.roll).last)
    return list(_duties(member, span, population.as_of)) if span.first <= span.last else []


def shortfalls(population: Population) -> list[tuple[Member, list[Duty]]]:
    """The counted children for whom some rule is not met, with those rules."""
    weighed = (
        (member, [duty for duty in duties(population, member) if not duty.met])
        for member in population.counted
    )
    return [(member, unmet) for member, unmet in weighed if unmet]


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


_ANSWERS: dict[str, Callable[[Child], Iterable[date]]] = {
    "visits": lambda child: (visit.on for visit in child.visits),
    "calls": lambda child: (call.on for call in child.calls if call.of_teacher),
    "surveys": lambda child: (survey.on for survey in child.surveys),
    "family_calls": lambda child: (call.on for call in child.calls if call.of_family),
    "talks": lambda child: (talk.on for talk in child.talks),
    "letters": lambda child: (call.on for call in child.calls if call.written),
}


def _duties(member: Member, span: Span, as_of: date) -> Iterator[Duty]:
    stretches = _stretches(member, span)
    for name in Policy._fields:
        rhythms = _merged(name, stretches)
        if not any(rhythm.times for _, rhythm in rhythms):
            continue
        if name != PAIR_CONTACTS:
            yield from _weighed(LABELS[name], rhythms, sorted(_ANSWERS[name](member.child)))
            continue
        for pairing in in_force(member.child.pairings, as_of):
            since = [
                (Span(max(part.first, pairing.since), part.last), rhythm)
                for part, rhythm in rhythms
                if pairing.since <= part.last
            ]
            days = sorted(contacts_by(member.child, pairing))
            yield from _weighed(LABELS[name], since, days, pairing.name)


def _stretches(member: Member, span: Span) -> list[tuple[Span, Policy]]:
    """The days of *span* by the policy in force: a level set in mid-term asks its own only from that day."""
    policies = member.roll.settings.policies
    if not policies:
        return [(span, member.roll.settings.policy)]
    child = member.child
    began = sorted({span.first, *(one.since for one in child.attention if one.since in span)})
    ends = [day_before(day) for _, day in pairwise(began)] + [span.last]
    levels = [level.level if (level := child.attention_on(day)) else Attention.ORDINARY for day in began]
    return [(Span(*days), policies[level]) for *days, level in zip(began, ends, levels, strict=True)]


def _merged(name: str, stretches: list[tuple[Span, Policy]]) -> list[tuple[Span, Rhythm]]:
    """One rule's rhythms in turn: a change of level that leaves it as it was is no break."""
    found: list[tuple[Span, Rhythm]] = []
    for span, policy in stretches:
        rhythm: Rhythm = getattr(policy, name)
        if found and found[-1][1] == rhythm:
            found[-1] = (Span(found[-1][0].first, span.last), rhythm)
        else:
            found.append((span, rhythm))
    return found


def _weighed(
    label: str, rhythms: list[tuple[Span, Rhythm]], days: list[date], whom: str = ""
) -> Iterator[Duty]:
    """A rhythm of days or months is weighed over its own stretch. One of the term falls due at its end:
    it is asked where it is the last in force, and whatever was done in the whole term answers it."""
    whole = Span(rhythms[0][0].first, rhythms[-1][0].last)
    last = max((day for day in days if day in whole), default=None)
    for place, (span, rhythm) in enumerate(rhythms):
        current = place == len(rhythms) - 1
        if rhythm.times and (current or rhythm.per != "学期"):
            if rhythm.per != "天":
                first = rhythms[0][0].first if rhythm.per == "学期" else _months_first(rhythms, place)
                span = Span(first, span.last if current else _months_last(rhythms, place))
            within = tuple(day for day in days if day in span)
            yield Duty(label, rhythm, span, within, tuple(_lapses(rhythm, span, within)), last, current, whom)


def _months_first(rhythms: list[tuple[Span, Rhythm]], place: int) -> date:
    """Where one rhythm of months follows another, the month of the change is asked the less of the two."""
    span, rhythm = rhythms[place]
    before = rhythms[place - 1][1] if place else None
    if before is None or before.per != "月":
        return span.first
    start = span.first.replace(day=1)
    if rhythm.times >= before.times:
        return add_months(start, 1) if span.first > start else start
    return max(start, rhythms[0][0].first)


def _months_last(rhythms: list[tuple[Span, Rhythm]], place: int) -> date:
    span, rhythm = rhythms[place]
    after = rhythms[place + 1][1]
    if after.per != "月":
        return span.last
    start = (span.last + timedelta(days=1)).replace(day=1)
    if rhythm.times > after.times or start > span.last:
        return min(span.last, day_before(start))
    return min(day_before(add_months(start, 1)), rhythms[-1][0].last)


def _lapses(rhythm: Rhythm, span: Span, days: tuple[date, ...]) -> Iterable[Span]:
    if rhythm.per == "学期":
        return [span] if len(days) < rhythm.times else []
    if rhythm.per == "月":
        months = [Span(*month) for month in whole_months(_month_start(span.first), span.last)]
        return [month for month in months if sum(day in month for day in days) < rhythm.times]
    return _gaps(rhythm, span, days)


def _month_start(day: date) -> date:
    """School begins on 2 September: the month in which a child comes in its first week is owed too."""
    return day.replace(day=1) if day.day <= 7 else day


def _gaps(rhythm: Rhythm, span: Span, days: tuple[date, ...]) -> Iterator[Span]:
    """Stretches of at least the rhythm's days that hold fewer contacts than asked."""
    marks = [span.first - timedelta(days=1), *days, span.last + timedelta(days=1)]
    end = len(marks) - 1
    for start in range(max(1, end - rhythm.times + 1)):
        before, after = marks[start], marks[min(start + rhythm.times, end)]
        if (after - before).days - 1 >= rhythm.days:
            yield Span(before + timedelta(days=1), after - timedelta(days=1))
