"""What the filters of ``list`` ask of a child's whole file."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import DefinitionName, HasNot, Having
from liushou_cli.domain.consents import valid
from liushou_cli.domain.definition import DEFINITIONS, status_on
from liushou_cli.domain.followup import Contact
from liushou_cli.domain.owed import owed
from liushou_cli.domain.population import ClassRoll, population
from liushou_cli.domain.survey import Survey
from liushou_cli.domain.term import Span, Term


class Asked(NamedTuple):
    """``span`` is the term up to ``day``."""

    child: Child
    term: Term
    span: Span
    day: date


def _within(records: Callable[[Child], Iterable[Contact | Survey]]) -> Callable[[Asked], bool]:
    return lambda asked: any(one.on in asked.span for one in records(asked.child))


def _phone(asked: Asked) -> bool:
    child = asked.child
    people = (child.father, child.mother, *in_force(child.caregivers, asked.day))
    return any(one and one.phone for one in people)


def _entrusted(asked: Asked) -> bool:
    """A paper that has not run out."""
    return any(
        one.entrusted is HasNot.HAS and (one.entrusted_until is None or asked.day <= one.entrusted_until)
        for one in in_force(asked.child.caregivers, asked.day)
    )


_HOLDS: dict[Having, Callable[[Asked], bool]] = {
    Having.VISIT: _within(lambda child: child.visits),
    Having.CALL: _within(lambda child: [call for call in child.calls if call.of_teacher]),
    Having.FAMILY_CALL: _within(lambda child: [call for call in child.calls if call.of_family]),
    Having.SURVEY: _within(lambda child: child.surveys),
    Having.TALK: _within(lambda child: child.talks),
    Having.SUPPORT: _within(lambda child: child.supports),
    Having.PAIRING: lambda asked: bool(in_force(asked.child.pairings, asked.day)),
    Having.PLAN: lambda asked: any(plan.term == str(asked.term) for plan in asked.child.plans),
    Having.CONSENT: lambda asked: valid(asked.child, asked.day),
    Having.ENTRUSTED: _entrusted,
    Having.PHONE: _phone,
    Having.ADDRESS: lambda asked: bool(asked.child.address),
    Having.CAREGIVER: lambda asked: asked.child.caregiver_on(asked.day) is not None,
    Having.LEVEL: lambda asked: asked.child.attention_on(asked.day) is not None,
    Having.ID_NUMBER: lambda asked: bool(asked.child.id_number),
}


def has(asked: Asked, what: Having) -> bool:
    return _HOLDS[what](asked)


def belongs(
    asked: Asked, groups: tuple[str, ...], village: str, lodging: str, definition: DefinitionName
) -> bool:
    """Whether the child is of one of *groups*, its 村组 or address names *village*, it lodges so. "" asks nothing."""
    child = asked.child
    return (
        (not groups or bool(_groups(asked, definition) & {*groups}))
        and (not village or village in child.hamlet or village in child.address)
        and (not lodging or child.lodging == lodging)
    )


def late(roll: ClassRoll, term: Term, day: date) -> dict[str, tuple[str, ...]]:
    """What is overdue for whom, by file; nothing before the definition was in force."""
    rule = DEFINITIONS[roll.settings.definition]
    if day < rule.since:
        return {}
    found: dict[str, list[str]] = {}
    for one in owed(population([roll], term, day, rule)):
        if one.overdue(day):
            found.setdefault(one.member.file, []).append(one.what)
    return {file: tuple(dict.fromkeys(what)) for file, what in found.items()}


def _groups(asked: Asked, definition: DefinitionName) -> set[str]:
    rule = DEFINITIONS[definition]
    kind = {status_on(asked.child, rule, asked.day).kind.value} if asked.day >= rule.since else set()
    return kind | {one.value for one in asked.child.categories}
