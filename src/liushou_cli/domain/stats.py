"""Groups of the counted children with how far each was reached: what ``stats --by`` shows."""

from collections.abc import Callable
from typing import NamedTuple

from liushou_cli.domain.choices import Breakdown
from liushou_cli.domain.figures import Figure, figures
from liushou_cli.domain.population import Member, Population
from liushou_cli.domain.summary import summarise

UNSAID = "没有写"
# What a line says beside the name of the group.
COLUMNS = ("留守儿童", "家访覆盖率", "教师通话覆盖率", "谈心次数", "未达标人数")
MONTHLY = ("家访", "通话", "谈心")
TERMLY = ("留守儿童", "家访覆盖率", "教师通话覆盖率", "谈心次数", "活动次数")


class Line(NamedTuple):
    """One group, or one month, and its figures by name."""

    name: str
    figures: dict[str, int | float | None]


def broken_down(people: Population, by: Breakdown) -> list[Line]:
    if by is Breakdown.MONTH:
        return [
            Line(one.label, dict(zip(MONTHLY, (one.visits, one.calls, one.talks), strict=True)))
            for one in summarise(people).months
        ]
    groups: dict[str, list[Member]] = {}
    for member in people.counted:
        groups.setdefault(_KEYS[by](member, people) or UNSAID, []).append(member)
    return [Line(name, of(_part(people, members), COLUMNS)) for name, members in _ordered(groups, by)]


def of(people: Population, names: tuple[str, ...]) -> dict[str, int | float | None]:
    """The figures of *people* called *names*, as plain numbers; shares are 0–1."""
    found = figures(people)
    return {name: number(found[name]) for name in names}


def number(figure: Figure) -> int | float | None:
    return figure.value if figure.value is None or isinstance(figure.value, int) else float(figure.value)


def _part(people: Population, members: list[Member]) -> Population:
    """As if there were only *members*."""
    files = {one.file for one in members}
    return people._replace(
        counted=tuple(members),
        served=tuple(one for one in people.served if one.file in files),
        enrolled=tuple(one for one in people.enrolled if one.file in files),
    )


_KEYS: dict[Breakdown, Callable[[Member, Population], str]] = {
    Breakdown.CLASS: lambda one, people: one.roll.settings.class_name(people.term),
    Breakdown.GRADE: lambda one, people: one.roll.settings.class_name(people.term).partition("（")[0],
    Breakdown.VILLAGE: lambda one, _: one.child.hamlet,
    Breakdown.GENDER: lambda one, _: one.child.gender.value,
    Breakdown.ABSENCE: lambda one, _: one.status.kind.value,
    Breakdown.LODGING: lambda one, _: one.child.lodging or "",
    Breakdown.CAREGIVER: lambda one, people: _relation(one, people),
    Breakdown.LEVEL: lambda one, people: _level(one, people),
}


def _relation(one: Member, people: Population) -> str:
    caregiver = one.child.caregiver_on(people.as_of)
    return caregiver.relation.value if caregiver else ""


def _level(one: Member, people: Population) -> str:
    level = one.child.attention_on(people.as_of)
    return level.level.value if level else ""


def _ordered(groups: dict[str, list[Member]], by: Breakdown) -> list[tuple[str, list[Member]]]:
    """Classes in their order, other groups the largest first; who belongs to none last."""
    if by in (Breakdown.CLASS, Breakdown.GRADE):
        return list(groups.items())
    return sorted(groups.items(), key=lambda pair: (pair[0] == UNSAID, -len(pair[1]), pair[0]))
