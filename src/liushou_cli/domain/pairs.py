"""Who is paired with whom on a day, whether one more pair may be made, and what a pair is on record with."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.base import Record, in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import Pairer
from liushou_cli.domain.followup import Call
from liushou_cli.domain.people import Pairing

# Key on disk -> (field of the child, field that names who came, rang, talked or gave).
DOERS = {
    "家访": ("visits", "visitors"),
    "通话": ("calls", "callers"),
    "谈心": ("talks", "talkers"),
    "帮扶": ("supports", "giver"),
}


class Load(NamedTuple):
    """One person and the children paired with her, by their names; a child in two roles counts once."""

    name: str
    workplace: str
    roles: tuple[str, ...]
    children: tuple[str, ...]


def loads(children: Iterable[Child], day: date) -> list[Load]:
    """Everybody paired with somebody on *day*, who has most children first."""
    held: dict[tuple[str, str], list[tuple[Child, Pairing]]] = defaultdict(list)
    for child in children:
        for pairing in in_force(child.pairings, day):
            held[pairing.name, pairing.workplace].append((child, pairing))
    found = [
        Load(
            name,
            workplace,
            tuple(dict.fromkeys(pairing.role.value for _, pairing in pairs)),
            tuple({child.id: child.name for child, _ in pairs}.values()),
        )
        for (name, workplace), pairs in held.items()
    ]
    return sorted(found, key=lambda one: (-len(one.children), one.name))


def repeated(child: Child) -> Iterator[tuple[int, int]]:
    """(place, place of the earlier) of pairings of one person in one role that overlap in time."""
    for later, one in enumerate(child.pairings):
        for earlier, other in enumerate(child.pairings[:later]):
            if (one.name, one.role) == (other.name, other.role) and _overlap(one, other):
                yield later, earlier
                break


def kin(child: Child, pairing: Pairing) -> str:
    """What the proxy parent is to the child already: 父亲, 照护人; "" for nothing."""
    if pairing.role is not Pairer.PROXY_PARENT:
        return ""
    for label, parent in (("父亲", child.father), ("母亲", child.mother)):
        if parent and parent.name == pairing.name:
            return label
    last = pairing.until or date.max
    for one in child.caregivers:
        if one.name == pairing.name and one.since <= last and pairing.since <= (one.until or date.max):
            return "照护人"
    return ""


def _overlap(one: Pairing, other: Pairing) -> bool:
    return one.since <= (other.until or date.max) and other.since <= (one.until or date.max)


def names(record: Record, doers: str, name: str) -> bool:
    """Whether *record* names the person among its *doers*."""
    said = getattr(record, doers)
    return name in ((said,) if isinstance(said, str) else said)


def contacts_by(child: Child, pairing: Pairing) -> Iterator[date]:
    """The days since the pairing began on which that person was in touch; a call not got through is none."""
    for records, doers in DOERS.values():
        for record in getattr(child, records):
            missed = isinstance(record, Call) and not record.got_through
            if record.on >= pairing.since and not missed and names(record, doers, pairing.name):
                yield record.on
