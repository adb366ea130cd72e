"""The longest silence: when anybody was last in touch with each child or its home, and what lapses next."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import CallKind, Channel
from liushou_cli.domain.followup import Call, Contact
from liushou_cli.domain.owed import Owed
from liushou_cli.domain.policy import LABELS
from liushou_cli.domain.population import Member, Population, Ref

_KINDS = {"家访": "visits", "通话": "calls", "谈心": "talks", "帮扶": "supports", "矛盾调解": "mediations"}
_DUTIES = frozenset(LABELS.values())


class Gap(NamedTuple):
    """``last`` and ``what`` are of the last contact, whatever the term; None and "" where there is none.

    ``next`` is the duty that lapses next (or lapsed first), None where nothing is owed for now.
    """

    member: Member
    last: date | None
    what: str
    ref: Ref
    next: Owed | None

    def days(self, today: date) -> int | None:
        return (today - self.last).days if self.last else None


def gaps(people: Population, owed: Iterable[Owed]) -> list[Gap]:
    """One for each counted child, the most silent first; *owed* is what is due to them, soonest first."""
    following: dict[str, Owed] = {}
    for one in owed:
        if one.kind in _DUTIES:
            following.setdefault(one.member.file, one)
    found = [_gap(member, people.as_of, following.get(member.file)) for member in people.counted]
    return sorted(found, key=lambda gap: (gap.last or date.min, gap.member.file))


def _gap(member: Member, today: date, following: Owed | None) -> Gap:
    met = [one for one in _contacts(member.child) if one[0] <= today]
    if not met:
        return Gap(member, None, "", Ref(member.file), following)
    day, label, place, what = max(met)
    return Gap(member, day, what, Ref(member.file, (label, place), day), following)


def _contacts(child: Child) -> Iterator[tuple[date, str, int, str]]:
    """(day, key on disk, place, what it was) of every contact that got through."""
    for label, field in _KINDS.items():
        for place, record in enumerate(getattr(child, field)):
            if not isinstance(record, Call) or record.got_through:
                yield record.on, label, place, _said(label, record)


def _said(label: str, record: Contact) -> str:
    if isinstance(record, Call) and record.channel is Channel.LETTER:
        return "书信"
    return "亲情通话" if isinstance(record, Call) and record.kind is CallKind.FAMILY else label
