"""花名册: one line a child, class by class."""

from typing import Any

from liushou_cli.domain.choices import Whereabouts
from liushou_cli.domain.masking import NOT_TOLD, Mask, Veil
from liushou_cli.domain.people import Parent
from liushou_cli.domain.population import ClassRoll, Member
from liushou_cli.domain.views.children import caregivers_on, state, stay_on, veil_of
from liushou_cli.domain.views.common import Scene


def roster(scene: Scene) -> dict[str, Any]:
    return {"名册": [_class(roll, scene) for roll in scene.summary.people.rolls]}


def _class(roll: ClassRoll, scene: Scene) -> dict[str, Any]:
    people = scene.summary.people
    return {
        "班级": roll.settings.class_name(people.term),
        "班主任": roll.settings.own.teacher,
        "孩子": [line(one, scene) for one in people.counted if one.roll is roll],
    }


def line(member: Member, scene: Scene) -> dict[str, str]:
    """What a list says of one child."""
    child, veil, day = member.child, veil_of(member.child, scene), scene.summary.people.as_of
    first = next(iter(caregivers_on(child, day)), None)
    phones = [one.phone for one in (first, child.father, child.mother) if one and one.phone]
    return {
        "姓名": veil.child(),
        "性别": child.gender.value,
        "出生年月": f"{child.born.year}年{child.born.month}月",
        "留守": member.status.kind.removesuffix("留守"),
        "父亲": _where(child.father, veil, scene),
        "母亲": _where(child.mother, veil, scene),
        "照护人": veil.person(first.name) if first else "",
        "关系": first.relation.value if first and first.name not in (first.relation, NOT_TOLD) else "",
        "电话": veil.phone(phones[0]) if phones else "",
    }


def _where(parent: Parent | None, veil: Veil, scene: Scene) -> str:
    """The place of who is away, else what became of them. A list passes through many hands: 服刑 is not on it."""
    stay = stay_on(parent, scene.summary.people.as_of)
    if stay is None:
        return "未登记"
    if stay.state in (Whereabouts.AWAY_WORKING, Whereabouts.AWAY_OTHERWISE) and stay.place:
        return veil.address(stay.place)
    return state(stay, veil._replace(mask=Mask.INITIAL))
