"""农村留守儿童基本情况登记表 (民政部 教育部 公安部, 2016, 附件1), box for box."""

from datetime import date
from typing import Any

from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import (
    Health,
    Income,
    Lodging,
    Relation,
    Relief,
    Schooling,
    Whereabouts,
    YesNo,
)
from liushou_cli.domain.figures import official
from liushou_cli.domain.masking import NOT_TOLD, Veil
from liushou_cli.domain.people import Caregiver, Grandparent, Parent
from liushou_cli.domain.population import Member
from liushou_cli.domain.views.children import each, stay_on
from liushou_cli.domain.views.common import NONE, Scene
from liushou_cli.domain.views.printed import boxes, fit, one_of, yes_no

_ELDERS = {
    "祖父": ("fathers_father", Relation.PATERNAL_GRANDFATHER),
    "祖母": ("fathers_mother", Relation.PATERNAL_GRANDMOTHER),
    "外祖父": ("mothers_father", Relation.MATERNAL_GRANDFATHER),
    "外祖母": ("mothers_mother", Relation.MATERNAL_GRANDMOTHER),
}


def form_2016(scene: Scene) -> dict[str, Any]:
    return each(scene, _form)


def _form(member: Member, veil: Veil, scene: Scene) -> dict[str, Any]:
    child, as_of = member.child, scene.summary.people.as_of
    lodging = None if child.lodging not in list(Lodging) else child.lodging is Lodging.BOARDING
    return {
        "身份证号": veil.number(child.id_number),
        "户口登记": one_of(YesNo, child.registered),
        "户籍地": fit(veil.address(child.household_place), 30),
        "现住址": fit(veil.address(child.address or child.hamlet), 30),
        "身体情况": one_of(Health, child.health),
        "身体说明": fit(veil.text(child.health_note), 18),
        "寄宿": yes_no(lodging),
        "就学情况": one_of(Schooling, official.schooling(member, as_of)),
        "祖辈": {word: _elder(child, word, veil) for word in _ELDERS},
        "父亲": _parent(child.father, veil, as_of),
        "母亲": _parent(child.mother, veil, as_of),
        **_guarding(member, veil, as_of),
        "经济来源": boxes(Income.words(), child.income),
        "救助帮扶": boxes(Relief.words(), child.relief),
    }


def _guarding(member: Member, veil: Veil, as_of: date) -> dict[str, Any]:
    alone = official.one_away_other_unable(member, as_of)
    caregiver, judged = member.child.caregiver_on(as_of), member.child.care_on(as_of)
    untold = caregiver is not None and caregiver.name == NOT_TOLD
    covered = untold or (judged is not None and str(judged.quality) == str(NOT_TOLD))
    entrusted = None if untold else official.entrusted(member, as_of)
    kind = None if covered else official.guarding(member, as_of)
    return {
        "双方外出": yes_no(official.both_away(member, as_of)),
        "一方外出": yes_no(alone),
        "无监护能力": boxes(("父亲", "母亲"), official.unable(member, as_of) if alone else ()),
        "有无委托": yes_no(entrusted),
        "监护人": _guardian(caregiver if entrusted or untold else None, veil),
        "监护类型": boxes(list(official.Guarding), [kind] if kind else []),
    }


def _elder(child: Child, word: str, veil: Veil) -> dict[str, str]:
    """— for who is dead, as the form's notes ask; who is not written down may yet be the one who cares."""
    name, relation = _ELDERS[word]
    one: Grandparent | None = getattr(child.grandparents, name, None)
    if one and one.living is YesNo.NO:
        return {"姓名": NONE, "出生日期": NONE}
    known = one or next((person for person in child.caregivers if person.relation is relation), None)
    if known is None:
        return {"姓名": "", "出生日期": ""}
    return {"姓名": veil.person(known.name), "出生日期": veil.born(known.born) if known.born else ""}


def _parent(parent: Parent | None, veil: Veil, as_of: date) -> dict[str, str]:
    """The form's notes: — for who is dead; the place of work to province and city."""
    keys = ("姓名", "出生日期", "务工地点", "电话", "身份证号")
    stay = stay_on(parent, as_of)
    if parent is None or (stay and stay.state is Whereabouts.DEAD):
        return dict.fromkeys(keys, NONE if parent else "")
    away = stay is not None and stay.state is Whereabouts.AWAY_WORKING
    place = fit(veil.address(stay.place), 10) if stay and away else ""
    born = veil.born(parent.born) if parent.born else ""
    shown = (veil.person(parent.name), born, place, veil.phone(parent.phone), veil.number(parent.id_number))
    return dict(zip(keys, shown, strict=True))


def _guardian(one: Caregiver | None, veil: Veil) -> dict[str, str]:
    if one is None:
        return dict.fromkeys(("姓名", "电话", "身份证号", "关系", "住址"), "")
    return {
        "姓名": veil.person(one.name),
        "电话": veil.phone(one.phone),
        "身份证号": veil.number(one.id_number),
        "关系": NOT_TOLD if one.name == NOT_TOLD else one.relation.value,
        "住址": fit(veil.address(one.address), 32),
    }
