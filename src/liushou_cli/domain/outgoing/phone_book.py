"""Whom to ring about which child: the grown-ups with a telephone number, each number once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from liushou_cli.domain import phones
from liushou_cli.domain.child import Child
from liushou_cli.domain.masking import NOT_TOLD
from liushou_cli.domain.population import Member
from liushou_cli.domain.views.children import caregivers_on


class Card(NamedTuple):
    """``relations``: LXH奶奶 for each child the number is rung about, no child's name in it."""

    name: str
    relations: tuple[str, ...]
    phone: str


class PhoneBook(NamedTuple):
    """``unusable`` entries have a number nobody can ring; of ``kept`` children some must not be told."""

    cards: tuple[Card, ...]
    unusable: int
    kept: int


def phone_book(members: Iterable[Member], initials: Mapping[str, str], on: date) -> PhoneBook:
    """*members* are covered already; *initials* are the children's, by 编号: lxh."""
    found: dict[tuple[str, str], list[str]] = {}
    unusable = kept = 0
    for member in members:
        people = list(_people(member.child, on))
        kept += any(NOT_TOLD in (name, phone) for name, _, phone in people)
        for name, relation, phone in people:
            if NOT_TOLD in (name, phone):
                continue
            if phones.fault(phone):
                unusable += 1
                continue
            said = f"{initials[member.child.id].upper()}{relation}"
            relations = found.setdefault((name, re.sub(r"[\s()（）—-]", "", phone)), [])
            relations += [] if said in relations else [said]
    cards = [Card(name, tuple(relations), phone) for (name, phone), relations in found.items()]
    return PhoneBook(tuple(cards), unusable, kept)


def _people(child: Child, on: date) -> Iterator[tuple[str, str, str]]:
    for one in caregivers_on(child, on):
        if one.phone:
            yield one.name, one.relation.value, one.phone
    for parent, relation in ((child.father, "父亲"), (child.mother, "母亲")):
        if parent and parent.phone:
            yield parent.name or relation, relation, parent.phone
