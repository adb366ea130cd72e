"""Answers the official form asks for, from the dated facts. None: the records do not tell.

Source of the questions: 农村留守儿童基本情况登记表, 民政部 教育部 公安部 2016 排查, 附件1,
and its notes: 辍学 is leaving compulsory education, 差 is no guardian, the other
parent unable, or the entrusted guardian not up to it.
"""

from datetime import date
from enum import StrEnum

from liushou_cli.domain.choices import (
    PARENTS,
    CareQuality,
    HasNot,
    Registered,
    Relation,
    Schooling,
    Stage,
    Whereabouts,
)
from liushou_cli.domain.definition import Basis
from liushou_cli.domain.masking import NOT_TOLD
from liushou_cli.domain.people import Parent, Stay
from liushou_cli.domain.population import Member

_AWAY = frozenset({Whereabouts.AWAY_WORKING, Whereabouts.AWAY_OTHERWISE})
_GONE = frozenset({Whereabouts.DEAD, Whereabouts.MISSING, Whereabouts.PRISON})
_OF_STAGE = {Stage.PRIMARY: Schooling.PRIMARY, Stage.JUNIOR: Schooling.JUNIOR, Stage.SENIOR: Schooling.SENIOR}


class Guarding(StrEnum):
    """监护类型, in the form's order."""

    NOBODY = "无人监护"
    PARENT_UNABLE = "父或母无监护能力"
    ENTRUSTED_UNABLE = "受委托监护人监护能力不足"
    FAIR = "监护情况一般"
    GOOD = "监护情况较好"


def schooling(member: Member, on: date) -> Schooling | None:
    """What the file says; else the stage of the class, while the child is in it."""
    if member.child.schooling or not member.child.enrolled_on(on):
        return member.child.schooling
    return _OF_STAGE[member.roll.settings.own.stage]


def both_away(member: Member, on: date) -> bool | None:
    child = member.child
    states = [parent.stay_on(on) if parent else None for parent in (child.father, child.mother)]
    known = [stay.state in _AWAY for stay in states if stay and _told(stay)]
    if False in known:
        return False
    if member.status.basis is Basis.REGISTER:
        return member.status.kind is Registered.BOTH
    return True if len(known) == 2 else None


def unable(member: Member, on: date) -> list[str]:
    """父亲, 母亲: who cannot act as guardian."""
    parents = {"父亲": member.child.father, "母亲": member.child.mother}
    return [word for word, parent in parents.items() if _unable(parent, on)]


def one_away_other_unable(member: Member, on: date) -> bool | None:
    child = member.child
    if both_away(member, on):
        return False
    pairs = ((child.father, child.mother), (child.mother, child.father))
    if any(_away(one, on) and _unable(other, on) for one, other in pairs):
        return True
    stays = [parent.stay_on(on) if parent else None for parent in (child.father, child.mother)]
    return False if all(stay and _told(stay) for stay in stays) else None


def entrusted(member: Member, on: date) -> bool | None:
    """Whether somebody other than the parents looks after the child."""
    caregiver = member.child.caregiver_on(on)
    return None if caregiver is None else caregiver.relation not in PARENTS | {Relation.SELF}


def guarding(member: Member, on: date) -> Guarding | None:
    """The teacher's judgement in the form's words; what is 差 about it follows from who cares for the child."""
    judged, caregiver = member.child.care_on(on), member.child.caregiver_on(on)
    if judged is None:
        return None
    if judged.quality is not CareQuality.POOR:
        return Guarding.GOOD if judged.quality is CareQuality.GOOD else Guarding.FAIR
    if caregiver is None:
        return None
    if caregiver.relation is Relation.SELF:
        return Guarding.NOBODY
    return Guarding.PARENT_UNABLE if caregiver.relation in PARENTS else Guarding.ENTRUSTED_UNABLE


def _told(stay: Stay) -> bool:
    """Not where the child is covered, so that nobody may be told what became of the parent."""
    return str(stay.state) != str(NOT_TOLD)


def _away(parent: Parent | None, on: date) -> bool:
    stay = parent.stay_on(on) if parent else None
    return stay is not None and stay.state in _AWAY


def _unable(parent: Parent | None, on: date) -> bool:
    stay = parent.stay_on(on) if parent else None
    return parent is not None and (parent.able is HasNot.NOT or (stay is not None and stay.state in _GONE))
