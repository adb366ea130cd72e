"""How old what we know is: when a telephone number or the address was last known to be right.

A number is confirmed on a day somebody wrote down (核实), or by a call through it that was answered;
the address likewise, or by a home visit. What came before 核实 says nothing of the number that
stands here now: it may be another.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import PARENTS, CallResult, Channel
from liushou_cli.domain.followup import Call

_OVER_THE_NUMBER = frozenset({None, Channel.PHONE, Channel.MESSAGE})  # WeChat works whatever the number is
_DOUBTFUL = 2
ADDRESS = "现住址"


class Fact(NamedTuple):
    """``name`` as a teacher says it (父亲.电话, 奶奶.电话, 现住址); ``path`` leads to it in the file.

    ``on`` is the day it was last confirmed, None for never; ``failed`` calls since then did not get through.
    """

    name: str
    path: tuple[str | int, ...]
    value: str
    on: date | None
    failed: int = 0

    def days(self, today: date) -> int | None:
        return (today - self.on).days if self.on else None

    def stale(self, today: date, days: int) -> bool:
        """Not confirmed for more than *days*, or rung in vain more than once since."""
        age = self.days(today)
        return age is None or age > days or self.failed >= _DOUBTFUL


def confirmed_at(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Where the day is written on which the number or address at *path* was confirmed; () for anything else."""
    if path == (ADDRESS,):
        return ("现住址核实",)
    return (*path[:-1], "核实") if path[-1] == "电话" and path[0] in ("父亲", "母亲", "照护人") else ()


def facts(child: Child, today: date) -> list[Fact]:
    """Every number and address in force on *today*, in the order of the file; a number that stands twice once."""
    found: dict[str, Fact] = {}
    for fact in (*_address(child, today), *_parents(child, today), *_caregivers(child, today)):
        found.setdefault(fact.value, fact)
    return list(found.values())


def stalest_first(found: Iterable[Fact]) -> list[Fact]:
    return sorted(found, key=lambda one: (one.on or date.min, -one.failed))


def age(on: date | None, today: date) -> str:
    """从未核实, 今天核实, 5 天前, 14 个月前"""
    if on is None:
        return "从未核实"
    if on >= today:
        return "今天"
    months = (today.year - on.year) * 12 + today.month - on.month - (today.day < on.day)
    return f"{months} 个月前" if months else f"{(today - on).days} 天前"


def _address(child: Child, today: date) -> Iterator[Fact]:
    if child.address:
        visits = [visit.on for visit in child.visits]
        on = _last(child.address_confirmed_on, visits, date.min, today)
        yield Fact(ADDRESS, (ADDRESS,), child.address, on)


def _parents(child: Child, today: date) -> Iterator[Fact]:
    for word, parent in (("父亲", child.father), ("母亲", child.mother)):
        if parent and parent.phone:
            names = {word, parent.name}
            yield _number(
                f"{word}.电话", (word, "电话"), parent.phone, parent.confirmed_on, child, names, today
            )


def _caregivers(child: Child, today: date) -> Iterator[Fact]:
    for place, one in enumerate(child.caregivers):
        if one.phone and one in in_force(child.caregivers, today):
            names = {one.name, one.relation.value} - ({"其他"} | PARENTS)
            path = ("照护人", place, "电话")
            name = f"{one.relation}.电话" if one.relation != "其他" else f"{one.name}.电话"
            yield _number(name, path, one.phone, one.confirmed_on, child, names, today, one.since)


def _number(
    name: str,
    path: tuple[str | int, ...],
    phone: str,
    written: date | None,
    child: Child,
    names: set[str],
    today: date,
    since: date = date.min,
) -> Fact:
    calls = [call for call in child.calls if _rings(call, names)]
    on = _last(written, [call.on for call in calls if call.result is CallResult.THROUGH], since, today)
    after = max(on or date.min, since)
    failed = sum(after < call.on <= today for call in calls if call.result is CallResult.NOT_THROUGH)
    return Fact(name, path, phone, on, failed)


def _rings(call: Call, names: set[str]) -> bool:
    return call.channel in _OVER_THE_NUMBER and bool(names & {*call.with_whom} - {""})


def _last(written: date | None, days: Iterable[date], since: date, today: date) -> date | None:
    """The last day that confirms, up to *today*; days before *written*, or before *since*, say nothing."""
    written = written if written and written <= today else None
    from_then = max(written or date.min, since)
    return max((day for day in (written, *days) if day and from_then <= day <= today), default=written)
