"""What every paper of a single child says about who the child is and who cares for it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import Whereabouts
from liushou_cli.domain.definition import Basis
from liushou_cli.domain.masking import NOT_TOLD, Mask, Veil
from liushou_cli.domain.people import Caregiver, Parent, Stay
from liushou_cli.domain.population import Member
from liushou_cli.domain.views.common import Scene
from liushou_cli.domain.views.printed import month_or_day, with_note

WITHHELD = "本档案有不得透露的内容，外借前请看。"
_SAYABLE = (Whereabouts.HOME, Whereabouts.AWAY_WORKING, Whereabouts.AWAY_OTHERWISE, Whereabouts.DEAD)
_BASIS = {Basis.FACTS: "", Basis.REGISTER: "按学籍登记", Basis.UNKNOWN: "父母行踪没有登记"}


def veil_of(child: Child, scene: Scene) -> Veil:
    return veil_for(child, scene.mask)


def veil_for(child: Child, mask: Mask) -> Veil:
    """What *mask* lets be shown of one child and its family."""
    old = child.grandparents
    elders = (old.fathers_father, old.fathers_mother, old.mothers_father, old.mothers_mother) if old else ()
    family = (child.father, child.mother, *elders, *child.caregivers)
    names = dict.fromkeys(one.name for one in family if one and one.name not in ("", NOT_TOLD))
    return Veil(mask, (child.name, *names), bool(child.withheld))


def identity(member: Member, scene: Scene) -> dict[str, Any]:
    """Plain values about one child on the as-of day, as printed."""
    child, veil = member.child, veil_of(member.child, scene)
    people = scene.summary.people
    return {
        "姓名": veil.child(),
        "性别": child.gender.value,
        "民族": child.ethnicity,
        "出生日期": veil.born(child.born),
        "班级": member.roll.settings.class_name(people.term),
        "班主任": member.roll.settings.own.teacher,
        "留守情况": with_note(member.status.kind.value, _BASIS[member.status.basis]),
        "照护人": [
            {"称呼": caregiver(one, veil), "电话": veil.phone(one.phone), "身体": veil.text(one.condition)}
            for one in caregivers_on(child, people.as_of)
        ],
        "提醒": WITHHELD if child.withheld else "",
    }


def caregivers_on(child: Child, day: date) -> list[Caregiver]:
    """All in force, the one who answers for the child first."""
    first = child.caregiver_on(day)
    others = [one for one in in_force(child.caregivers, day) if one is not first]
    return [first, *others] if first else []


def caregiver(one: Caregiver, veil: Veil) -> str:
    """王桂兰（奶奶）"""
    name = veil.person(one.name)
    return name if name in (one.relation, NOT_TOLD) else f"{name}（{one.relation}）"


def stay_on(parent: Parent | None, day: date) -> Stay | None:
    return parent.stay_on(day) if parent else None


def whereabouts(parent: Parent | None, day: date, veil: Veil) -> str:
    """2010年3月起外出务工，广东省东莞市，电子厂装配"""
    stay = stay_on(parent, day)
    if stay is None:
        return "行踪没有登记"
    began = month_or_day(stay.since)
    said = [f"{began}去世" if stay.state is Whereabouts.DEAD else f"{began}起{state(stay, veil)}"]
    if stay.state in _SAYABLE:
        said += [veil.address(stay.place), stay.trade]
    return "，".join(part for part in said if part)


def state(stay: Stay, veil: Veil) -> str:
    """失联 and 服刑 are nobody's business outside: 其他, unless it is the child's own whole file."""
    return (stay.state if veil.open or stay.state in _SAYABLE else Whereabouts.OTHER).value


def each(scene: Scene, more: Callable[[Member, Veil, Scene], dict[str, Any]]) -> dict[str, Any]:
    """``孩子们``: the identity of each chosen child with what *more* adds to it."""
    return {
        "孩子们": [
            {**identity(member, scene), **more(member, veil_of(member.child, scene), scene)}
            for member in scene.chosen
        ]
    }
