"""What is due, for whom, by when and why: the duties of the rhythm that lie ahead or have lapsed, and promises.

Nothing here is ever ticked off: a visit that is logged is no longer owed.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from liushou_cli.domain.days import add_months
from liushou_cli.domain.due import asked, duties, owed_since
from liushou_cli.domain.policy import LABELS, Rhythm
from liushou_cli.domain.population import Member, Population, Ref
from liushou_cli.domain.promises import inherited, promises
from liushou_cli.domain.term import Span


class Owed(NamedTuple):
    """``what`` is 家访, 通话 ... or what was promised; ``why`` the rule or the record it was promised in.

    ``by`` is the last day for it, None where none was set; ``last`` the last time it was done.
    """

    member: Member
    what: str
    by: date | None
    why: str
    last: date | None
    ref: Ref

    def overdue(self, today: date) -> bool:
        return self.by is not None and self.by < today


def owed(people: Population) -> list[Owed]:
    """Everything owed to the counted children as of the population's day, soonest first."""
    found = [one for member in people.counted for one in _duties(people, member)]
    found += list(_promises(people))
    return sorted(found, key=lambda one: (one.by or date.max, one.what, *one.member.place))


def _duties(people: Population, member: Member) -> Iterator[Owed]:
    end = member.roll.settings.span(people.term).last
    since = owed_since(people, member)
    lapsed = {duty.label: duty.lapses for duty in duties(people, member)}
    for name, rhythm, days in asked(member.roll.settings.policy, member.child):
        label = LABELS[name]
        if label in lapsed:
            done = [day for day in days if since <= day <= people.as_of]
            by = _by(rhythm, done, lapsed[label], Span(since, end), people.as_of)
            if by is not None:
                yield Owed(
                    member, label, by, str(rhythm), done[-1] if done else None, Ref(member.file, (label,))
                )


def _by(rhythm: Rhythm, done: list[date], lapses: tuple[Span, ...], span: Span, today: date) -> date | None:
    """The last day for the next contact; None where nothing is owed for now."""
    if rhythm.per == "学期":
        return span.last if len(done) < rhythm.times else None
    if rhythm.per == "月":
        return _by_month(rhythm, done, lapses, today)
    counted = done[-rhythm.times] if len(done) >= rhythm.times else span.first - timedelta(days=1)
    return counted + timedelta(days=rhythm.days)


def _by_month(rhythm: Rhythm, done: list[date], lapses: tuple[Span, ...], today: date) -> date | None:
    """The end of this month, or of the first month that passed in silence up to now."""
    silent = [gap for gap in lapses if not done or gap.first > done[-1]]
    if silent:
        return silent[0].last
    month = Span(today.replace(day=1), add_months(today.replace(day=1), 1) - timedelta(days=1))
    return month.last if sum(day in month for day in done) < rhythm.times else None


def _promises(people: Population) -> Iterator[Owed]:
    counted = {member.file for member in people.counted}
    here = promises(people)
    known = {(one.member.file, one.ref.path) for one in here}
    for one in [*here, *(one for one in inherited(people) if (one.member.file, one.ref.path) not in known)]:
        if not one.kept(people.as_of) and one.member.file in counted:
            said = f"{one.ref.on}{one.ref.path[0]}时答应的"
            yield Owed(one.member, one.said, one.task.by, said, None, one.ref)
