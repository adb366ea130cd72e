"""What the last survey said a child needs, and whether anything on record answers it.

Only exact naming counts: a plan or a support of the term names the need (针对),
or its own words hold the need as it stands in the survey. The program does not
guess that one word means another.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.child import SupportPlan
from liushou_cli.domain.followup import Support
from liushou_cli.domain.population import Member, Population, Ref
from liushou_cli.domain.survey import Survey
from liushou_cli.domain.term import Span


class Need(NamedTuple):
    """``word`` as the survey has it, named under ``aspect``; ``ref`` leads to it."""

    member: Member
    word: str
    aspect: str
    ref: Ref
    answered: bool


def needs(people: Population) -> list[Need]:
    """Every need of each counted child's last survey of the term, each once, in the survey's order."""
    return [need for member in people.counted for need in needs_of(people, member)]


def needs_of(people: Population, member: Member) -> list[Need]:
    span = people.span(member.roll)
    child = member.child
    place, survey = _last([(n, one) for n, one in enumerate(child.surveys) if _counts(member, one.on, span)])
    if survey is None:
        return []
    plans = [plan for plan in child.plans if plan.term == str(people.term)]
    supports = [one for one in child.supports if _counts(member, one.on, span)]
    return [
        Need(member, word, aspect, _ref(member, place, aspect, survey), answered(word, plans, supports))
        for word, aspect in _named(survey)
    ]


def answered(word: str, plans: Iterable[SupportPlan], supports: Iterable[Support]) -> bool:
    for plan in plans:
        if word in plan.needs or any(word in said for said in (plan.aim, *plan.measures)):
            return True
    return any(word in one.needs or word in one.what for one in supports)


def _counts(member: Member, on: date, span: Span) -> bool:
    return on in span and member.child.enrolled_on(on)


def _last(surveys: Sequence[tuple[int, Survey]]) -> tuple[int, Survey | None]:
    return max(surveys, key=lambda found: (found[1].on, found[0]), default=(0, None))


def _named(survey: Survey) -> Iterator[tuple[str, str]]:
    """(need, the first aspect it is named under)"""
    found: dict[str, str] = {}
    for label, aspect in survey.aspects():
        for word in aspect.needs:
            found.setdefault(word, label)
    yield from found.items()


def _ref(member: Member, place: int, aspect: str, survey: Survey) -> Ref:
    return Ref(member.file, ("普查", place, aspect), survey.on)


def unasked(named: Iterable[str], known: list[str]) -> tuple[str, ...]:
    """Sentences about needs the last survey does not name in these words."""
    there = f"（普查里写的是 {'、'.join(known)}）" if known else ""
    return tuple(f"“{word}”不是最近一次普查里的需求{there}。" for word in named if word not in known)
