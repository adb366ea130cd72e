"""Who counts as left-behind (留守). Derived from facts under a named definition, never stored.

Sources: 学籍: 全国中小学生学籍信息管理系统学生基本信息填表说明 (one or both parents
away working three months or more; 单亲留守 means one parent *away*).
国发2016-13: 国务院关于加强农村留守儿童关爱保护工作的意见 (both away, or one away
and the other unable to act as guardian; under 16; rural). 普查: population
census research since 2010 (one or both away for half a year; under 18).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import DefinitionName, HasNot, Household, Registered, Whereabouts
from liushou_cli.domain.days import add_months, add_years
from liushou_cli.domain.people import Parent

_AWAY_TO_WORK = frozenset({Whereabouts.AWAY_WORKING})
_AWAY = frozenset({Whereabouts.AWAY_WORKING, Whereabouts.AWAY_OTHERWISE})
_GONE = frozenset({Whereabouts.DEAD, Whereabouts.MISSING, Whereabouts.PRISON})


class Definition(NamedTuple):
    """``months`` away at least; ``under`` this age (0: no limit); in force ``since``."""

    name: DefinitionName
    wording: str
    since: date
    months: int
    under: int
    counted: frozenset[Whereabouts]
    needs_both: bool
    rural: bool


DEFINITIONS = {
    rule.name: rule
    for rule in (
        Definition(
            DefinitionName.REGISTER,
            "父母一方或双方外出务工三个月以上、由其他亲属照护并留在户籍地就读的学生",
            date(2013, 1, 1), 3, 0, _AWAY_TO_WORK, needs_both=False, rural=False,
        ),
        Definition(
            DefinitionName.STATE_COUNCIL_2016,
            "父母双方外出务工，或一方外出务工、另一方无监护能力，不满十六周岁的农村户籍未成年人",
            date(2016, 2, 4), 0, 16, _AWAY_TO_WORK, needs_both=True, rural=True,
        ),
        Definition(
            DefinitionName.CENSUS,
            "父母一方或双方外出半年以上、不满十八周岁的儿童",
            date(2010, 11, 1), 6, 18, _AWAY, needs_both=False, rural=False,
        ),
    )
}  # fmt: skip


class Basis(StrEnum):
    """What an answer rests on."""

    FACTS = "行踪"
    REGISTER = "学籍登记"
    UNKNOWN = "不明"


class Status(NamedTuple):
    """``kind``: 双亲留守 (both away), 单亲留守 (one away) or 非留守."""

    kind: Registered
    basis: Basis

    @property
    def left_behind(self) -> bool:
        return self.kind is not Registered.NOT


def must_exist(rule: Definition, day: date) -> None:
    """Raise ``ValueError``, in Chinese, where *rule* was made only after *day*."""
    if day < rule.since:
        raise ValueError(f"口径“{rule.name}”从 {rule.since} 起才有，不能用于 {day}")


def status_on(child: Child, rule: Definition, day: date) -> Status:
    """The answer for one child on one day. Raises ``ValueError`` before the rule existed."""
    must_exist(rule, day)
    parents = [parent for parent in (child.father, child.mother) if parent and parent.stay_on(day)]
    if not parents:
        word = child.register_word
        return Status(word, Basis.REGISTER) if word else Status(Registered.NOT, Basis.UNKNOWN)
    if _excluded(child, rule, day):
        return Status(Registered.NOT, Basis.FACTS)
    away = sum(_away(parent, rule, day) for parent in parents)
    if away == 2:
        return Status(Registered.BOTH, Basis.FACTS)
    if away == 1 and (not rule.needs_both or _other_unable(child, rule, day)):
        return Status(Registered.ONE, Basis.FACTS)
    return Status(Registered.NOT, Basis.FACTS)


def changes(child: Child, rule: Definition, until: date) -> Iterator[tuple[date, Status]]:
    """The days from which the answer differs, with the answer, from the rule's first day to *until*."""
    last: Status | None = None
    for day in sorted({rule.since, *_turning_points(child, rule)}):
        if rule.since <= day <= until:
            status = status_on(child, rule, day)
            if status != last:
                yield day, status
                last = status


def left_behind_within(child: Child, rule: Definition, first: date, last: date) -> bool:
    """Whether the child was enrolled and left-behind on any day of ``first..last``."""
    points = {first, *(spell.since for spell in child.spells), *_turning_points(child, rule)}
    days = (max(day, rule.since) for day in points)
    return any(
        first <= day <= last and child.enrolled_on(day) and status_on(child, rule, day).left_behind
        for day in days
    )


def _turning_points(child: Child, rule: Definition) -> Iterator[date]:
    for parent in (child.father, child.mother):
        for stay in parent.stays if parent else ():
            yield stay.since
            yield add_months(stay.since, rule.months)
    if rule.under:
        birthday = add_years(child.born, rule.under)
        yield birthday
        yield min(birthday, date.max - timedelta(days=1)) + timedelta(days=1)


def _excluded(child: Child, rule: Definition, day: date) -> bool:
    too_old = bool(rule.under) and child.age_on(day) >= rule.under
    return too_old or (rule.rural and child.household is Household.URBAN)


def _away(parent: Parent, rule: Definition, day: date) -> bool:
    """Away without a break for the months asked; a move between two places away is no break."""
    began: date | None = None
    for stay in sorted(parent.stays, key=lambda stay: stay.since):
        if stay.since <= day:
            began = (began or stay.since) if stay.state in rule.counted else None
    return began is not None and add_months(began, rule.months) <= day


def _other_unable(child: Child, rule: Definition, day: date) -> bool:
    """Whether the parent who is not away is dead, missing, in prison or unable to act as guardian."""
    (other,) = (one for one in (child.father, child.mother) if not (one and _away(one, rule, day)))
    if other is None:
        return False
    stay = other.stay_on(day)
    return other.able is HasNot.NOT or (stay is not None and stay.state in _GONE)
