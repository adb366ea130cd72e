"""Days that cannot be: before birth, after today, the end before the beginning, outside the class."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from liushou_cli.domain.checks.finding import Path, Said, label
from liushou_cli.domain.checks.persons import parents
from liushou_cli.domain.checks.subject import ActivitiesFile, ChildFile, HomesFile, contacts
from liushou_cli.domain.child import Child
from liushou_cli.domain.followup import Concern, Mediation
from liushou_cli.domain.survey import Survey

_DRAWN_UP_AHEAD = timedelta(days=92)


class Happening(NamedTuple):
    """A day on which something was so or was done: a fact, not a plan.

    ``of_child``: cannot be before birth. ``by_month``: may be a month, which counts as its first day.
    """

    path: Path
    day: date
    of_child: bool = True
    by_month: bool = False


class Pair(NamedTuple):
    """Two days that come in an order: ``what`` is the ``first``, ``path`` leads to the ``last``."""

    path: Path
    first: date
    last: date | None
    what: str = "自"
    by_month: bool = False


def before_birth(asked: ChildFile) -> Iterator[Said]:
    born = asked.child.born
    for path, day, of_child, by_month in _happenings(asked.child):
        if of_child and day < born and not (by_month and day == born.replace(day=1)):
            yield Said(path, f"{label(path)}是 {day}，孩子 {born} 才出生", "改正这个日期，或改正出生日期")


def future(asked: ChildFile) -> Iterator[Said]:
    own = [Happening(("出生日期",), asked.child.born)]
    for path, day, *_ in [*own, *_happenings(asked.child)]:
        # Next term's class is drawn up in the holidays.
        ahead = _DRAWN_UP_AHEAD if path[0] == "在班" else timedelta(0)
        if day > asked.today + ahead:
            yield Said(path, f"{label(path)}是 {day}，这一天还没有到", "改正年月日；还没有做的事等做了再记")


def activity_in_future(asked: ActivitiesFile) -> Iterator[Said]:
    for index, activity in enumerate(asked.value.activities):
        if activity.on > asked.today:
            path = ("活动", index, "日期")
            yield Said(
                path, f"{label(path)}是 {activity.on}，这一天还没有到", "改正年月日；还没有办的活动等办了再记"
            )


def room_in_future(asked: HomesFile) -> Iterator[Said]:
    for place, room in enumerate(asked.value.rooms):
        for index, use in enumerate(room.uses):
            if use.on > asked.today:
                path = ("留守儿童之家", place, "活动记录", index, "日期")
                yield Said(
                    path, f"{label(path)}是 {use.on}，这一天还没有到", "改正年月日；还没有办的等办了再记"
                )


def out_of_order(asked: ChildFile) -> Iterator[Said]:
    for path, first, last, what, by_month in _pairs(asked.child):
        if last and last < first and not (by_month and last == first.replace(day=1)):
            yield Said(path, f"{label(path)}是 {last}，早于{what} {first}", "改正其中一个日期")


def outside_enrolment(asked: ChildFile) -> Iterator[Said]:
    """What was done on a day the child was not in the class is not counted anywhere."""
    child = asked.child
    for path, record in contacts(child):
        if child.born <= record.on <= asked.today and not child.enrolled_on(record.on):
            hint = "改正日期；孩子那天已经在班的，改“在班”的自或至。不在班时的记录不计入总结"
            yield Said((*path, "日期"), f"{label(path)}的日期是 {record.on}，这一天孩子不在班", hint)


def _happenings(child: Child) -> Iterator[Happening]:
    for index, spell in enumerate(child.spells):
        yield Happening(("在班", index, "自"), spell.since)
    for name, parent in parents(child):
        yield from (
            Happening((name, "行踪", i, "自"), stay.since, False) for i, stay in enumerate(parent.stays)
        )
        if parent.born:
            yield Happening((name, "出生日期"), parent.born, False)
    yield from (
        Happening(("照护人", i, "自"), one.since, by_month=True) for i, one in enumerate(child.caregivers)
    )
    yield from (Happening(("监护情况", i, "日期"), one.since) for i, one in enumerate(child.care))
    yield from (
        Happening(("关注等级", i, "自"), one.since, by_month=True) for i, one in enumerate(child.attention)
    )
    yield from (
        Happening(("结对", i, "自"), one.since, by_month=True) for i, one in enumerate(child.pairings)
    )
    yield from _confirmed(child)
    yield from _done(child)


def _confirmed(child: Child) -> Iterator[Happening]:
    if child.address_confirmed_on:
        yield Happening(("现住址核实",), child.address_confirmed_on)
    for name, parent in parents(child):
        if parent.confirmed_on:
            yield Happening((name, "核实"), parent.confirmed_on)
    for index, caregiver in enumerate(child.caregivers):
        if caregiver.confirmed_on:
            yield Happening(("照护人", index, "核实"), caregiver.confirmed_on)


def _done(child: Child) -> Iterator[Happening]:
    if child.consent:
        yield Happening(("知情同意", "日期"), child.consent.on)
        if child.consent.withdrawn_on:
            yield Happening(("知情同意", "撤回"), child.consent.withdrawn_on)
    for index, plan in enumerate(child.plans):
        if plan.done_on:
            yield Happening(("帮扶计划", index, "完成"), plan.done_on)
    for path, record in contacts(child):
        yield Happening((*path, "日期"), record.on)
        if isinstance(record, Mediation | Concern) and record.done_on:
            yield Happening((*path, "完成"), record.done_on)
        for index, task in enumerate(() if isinstance(record, Survey) else record.tasks):
            if task.done_on:
                yield Happening((*path, "跟进", index, "完成"), task.done_on)


def _pairs(child: Child) -> Iterator[Pair]:
    for index, spell in enumerate(child.spells):
        yield Pair(("在班", index, "至"), spell.since, spell.until)
    for name, parent in parents(child):
        yield from (
            Pair((name, "返乡", i, "至"), one.since, one.until) for i, one in enumerate(parent.returns)
        )
    for index, caregiver in enumerate(child.caregivers):
        yield Pair(("照护人", index, "至"), caregiver.since, caregiver.until, by_month=True)
        yield Pair(("照护人", index, "委托至"), caregiver.since, caregiver.entrusted_until)
    for index, pairing in enumerate(child.pairings):
        yield Pair(("结对", index, "至"), pairing.since, pairing.until, by_month=True)
    for index, level in enumerate(child.attention):
        yield Pair(("关注等级", index, "复评"), level.since, level.review_on)
    if child.consent:
        yield Pair(("知情同意", "至"), child.consent.on, child.consent.until, "日期")
        yield Pair(("知情同意", "撤回"), child.consent.on, child.consent.withdrawn_on, "日期")
    for path, record in contacts(child):
        if isinstance(record, Mediation | Concern):
            yield Pair((*path, "完成"), record.on, record.done_on, f"{path[0]}的日期")
        for index, task in enumerate(() if isinstance(record, Survey) else record.tasks):
            yield Pair((*path, "跟进", index, "期限"), record.on, task.by, f"{path[0]}的日期")
            yield Pair((*path, "跟进", index, "完成"), record.on, task.done_on, f"{path[0]}的日期")
