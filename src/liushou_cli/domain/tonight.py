"""Tonight's calls: whom to ring for which child, at what number, and why."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import Whereabouts
from liushou_cli.domain.followup import Call
from liushou_cli.domain.owed import PROMISE, Owed
from liushou_cli.domain.policy import LABELS
from liushou_cli.domain.population import Member

_BY_PHONE = re.compile("电话|通话|联系|视频|微信|短信")
_UNREACHABLE = frozenset({Whereabouts.DEAD, Whereabouts.MISSING, Whereabouts.PRISON})


class Number(NamedTuple):
    """奶奶, 王桂兰, 13800001234"""

    relation: str
    name: str
    phone: str


class Ring(NamedTuple):
    """One child whose home is to be rung; ``missed`` are the tries since the last call that got through."""

    member: Member
    why: tuple[Owed, ...]
    numbers: tuple[Number, ...]
    missed: tuple[Call, ...]


def rings(owed: Iterable[Owed], today: date) -> list[Ring]:
    """Of what is *owed*, soonest first, the calls, and the promises that a call can keep."""
    wanted: dict[str, list[Owed]] = {}
    for one in owed:
        if one.kind == LABELS["calls"] or _by_phone(one):
            wanted.setdefault(one.member.file, []).append(one)
    return [
        Ring(
            why[0].member,
            tuple(why),
            tuple(numbers(why[0].member.child, today)),
            tuple(_missed(why[0].member.child, today)),
        )
        for why in wanted.values()
    ]


def numbers(child: Child, today: date) -> Iterator[Number]:
    """Of those who care for the child, then of its parents, each number once."""
    known = [(str(one.relation), one.name, one.phone) for one in in_force(child.caregivers, today)]
    for relation, parent in (("父亲", child.father), ("母亲", child.mother)):
        stay = parent.stay_on(today) if parent else None
        if parent and not (stay and stay.state in _UNREACHABLE):
            known.append((relation, parent.name, parent.phone))
    seen: set[str] = set()
    for number in known:
        if number[2] and number[2] not in seen:
            seen.add(number[2])
            yield Number(*number)


def _by_phone(one: Owed) -> bool:
    return one.kind == PROMISE and not one.delicate and bool(_BY_PHONE.search(one.what))


def _missed(child: Child, today: date) -> list[Call]:
    calls = sorted((call for call in child.calls if call.on <= today), key=lambda call: call.on)
    last = max((place for place, call in enumerate(calls) if call.of_teacher), default=-1)
    return [call for call in calls[last + 1 :] if not call.got_through]
