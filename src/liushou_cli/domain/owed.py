"""What is due, for whom, by when, since when and why: duties of the rhythm, promises, aims of plans.

Nothing here is ever ticked off: a visit that is logged is no longer owed.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from liushou_cli.domain.days import add_months
from liushou_cli.domain.due import Duty, duties
from liushou_cli.domain.population import Member, Population, Ref
from liushou_cli.domain.promises import inherited, promises
from liushou_cli.domain.term import Span

PROMISE, PLAN = "跟进", "帮扶计划"


class Owed(NamedTuple):
    """``what`` is 家访, 通话 ... or what was promised; ``why`` the rule or the record it was promised in.

    ``kind`` is the label of the rule, 跟进, 帮扶计划, 生日 or 返乡. ``by`` is the last day for it, None
    where none was set; ``since`` the first day of the stretch it is owed in, or of the record it comes
    from; ``last`` the last time it was done. ``delicate``: its words are of an incident.
    ``key`` with child and kind names the same thing for as long as it is owed.
    """

    member: Member
    what: str
    by: date | None
    why: str
    last: date | None
    ref: Ref
    kind: str
    since: date | None = None
    delicate: bool = False
    key: str = ""

    def overdue(self, today: date) -> bool:
        return self.by is not None and self.by < today


def owed(people: Population) -> list[Owed]:
    """Everything owed to the counted children as of the population's day, soonest first."""
    found = [one for member in people.counted for one in (*_duties(people, member), *_plans(people, member))]
    return in_order([*found, *_promises(people)])


def in_order(found: list[Owed]) -> list[Owed]:
    return sorted(found, key=lambda one: (one.by or date.max, one.what, *one.member.place))


def _duties(people: Population, member: Member) -> Iterator[Owed]:
    end = member.roll.settings.span(people.term).last
    for duty in duties(people, member):
        window = _window(duty, end, people.as_of) if duty.current else None
        if window:
            what = f"{duty.whom}结对联系" if duty.whom else duty.label
            yield Owed(
                member, what, window.last, _why(member, duty, people.as_of), duty.last,
                Ref(member.file, (duty.label if not duty.whom else "结对",)), duty.label, window.first,
                key=f"{duty.whom}{window.last}",
            )  # fmt: skip


def _why(member: Member, duty: Duty, today: date) -> str:
    """每月1次, or 重点每月1次 where the level asks what others are not asked."""
    settings = member.roll.settings
    level = member.child.attention_on(today)
    if level is None or not settings.policies or settings.rule_of_level(duty.label, level.level) is None:
        return str(duty.rhythm)
    return f"{level.level}{duty.rhythm}"


def _window(duty: Duty, end: date, today: date) -> Span | None:
    """The days in which the next contact is owed; None where nothing is owed for now."""
    rhythm, done = duty.rhythm, duty.days
    if rhythm.per == "学期":
        return Span(duty.span.first, end) if len(done) < rhythm.times else None
    if rhythm.per == "月":
        return _month(duty, today)
    before = done[-rhythm.times] if len(done) >= rhythm.times else duty.span.first - timedelta(days=1)
    return Span(before + timedelta(days=1), before + timedelta(days=rhythm.days))


def _month(duty: Duty, today: date) -> Span | None:
    """This month, or the first month that passed in silence up to now."""
    silent = [gap for gap in duty.lapses if not duty.last or gap.first > duty.last]
    if silent:
        return silent[0]
    month = Span(today.replace(day=1), add_months(today.replace(day=1), 1) - timedelta(days=1))
    if duty.span.first > today:  # the month a level rose in is asked the less: see due._months_first
        return None if duty.last and duty.last in month else month
    return month if sum(day in month for day in duty.days) < duty.rhythm.times else None


def _promises(people: Population) -> Iterator[Owed]:
    counted = {member.file for member in people.counted}
    here = promises(people)
    known = {(one.member.file, one.ref.path) for one in here}
    for one in [*here, *(one for one in inherited(people) if (one.member.file, one.ref.path) not in known)]:
        if not one.kept(people.as_of) and one.member.file in counted:
            said = f"{one.ref.on}{one.ref.path[0]}时答应的"
            yield Owed(
                one.member, one.said, one.task.by, said, None, one.ref, PROMISE, one.ref.on,
                one.of_incident, one.key,
            )  # fmt: skip


def _plans(people: Population, member: Member) -> Iterator[Owed]:
    """Aims of 一生一策 with a day set that has not been answered by a day of completion."""
    for place, plan in enumerate(member.child.plans):
        reached = plan.done_on is not None and plan.done_on <= people.as_of
        if plan.by and not reached:
            what, key = plan.aim or "帮扶计划", plan.id or str(place)
            ref = Ref(member.file, (PLAN, place))
            yield Owed(member, what, plan.by, "帮扶计划的期限", None, ref, PLAN, key=key)
