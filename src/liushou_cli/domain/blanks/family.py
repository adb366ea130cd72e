"""What the records know about the people of a child's family, asked by field."""

from collections.abc import Callable
from datetime import date

from liushou_cli.domain.base import Record
from liushou_cli.domain.blanks.case import Case, Month, Value
from liushou_cli.domain.blanks.walking import attribute, walked
from liushou_cli.domain.choices import HasNot, Relation, Whereabouts, YesNo
from liushou_cli.domain.people import Grandparent, Parent

NONE = "—"  # the notes of the 2016 form: for who is dead
_AWAY = (Whereabouts.AWAY_WORKING, Whereabouts.AWAY_OTHERWISE)
_UNSAID = (Whereabouts.MISSING, Whereabouts.PRISON)  # nobody's business on a list: 其他
_ELDERS = {
    "祖父": Relation.PATERNAL_GRANDFATHER,
    "祖母": Relation.PATERNAL_GRANDMOTHER,
    "外祖父": Relation.MATERNAL_GRANDFATHER,
    "外祖母": Relation.MATERNAL_GRANDMOTHER,
}


def parent_called(case: Case, word: str) -> Parent | None:
    return case.member.child.father if word == "父亲" else case.member.child.mother


def of_parent(parent: Parent | None, asked: str, case: Case) -> Value:
    stay = parent.stay_on(case.on) if parent else None
    if parent is None:
        return None
    if stay and stay.state is Whereabouts.DEAD:
        return Whereabouts.DEAD.value if asked == "行踪.状况" else NONE
    if asked in ("行踪.地点", "行踪.自", "行踪.工种") and stay and stay.state not in _AWAY:
        return ""  # at home there is no place of work to tell
    if asked == "行踪.状况" and stay and stay.state in _UNSAID:
        return Whereabouts.OTHER.value
    return walked(parent, asked.split("."), case.on)


def of_elder(case: Case, word: str, asked: str) -> Value:
    """Who is not written down as grandfather may yet be the one who cares."""
    old = case.member.child.grandparents
    one: Grandparent | None = attribute(old, word) if old else None
    if one and one.living is YesNo.NO:
        return YesNo.NO.value if asked == "在世" else NONE
    carers = case.member.child.caregivers
    known = one or next((carer for carer in carers if carer.relation is _ELDERS[word]), None)
    return walked(known, [asked], case.on) if known else None


def of_member(case: Case, number: int, asked: str) -> Value:
    """成员1 and 成员2 of the pupil register: the parents who live, then who cares for the child."""
    people: list[tuple[str, Record]] = []
    for word in ("父亲", "母亲"):
        parent = parent_called(case, word)
        stay = parent.stay_on(case.on) if parent else None
        if parent and not (stay and stay.state is Whereabouts.DEAD):
            people.append((word, parent))
    carer = case.member.child.caregiver_on(case.on)
    if carer and carer.relation not in ("父亲", "母亲"):
        people.append((carer.relation.value, carer))
    if number > len(people):
        return None
    relation, person = people[number - 1]
    if asked == "关系":
        return relation
    if asked == "是否监护人":  # the guardian in law is usually still the parent who is away
        return isinstance(person, Parent) and person.able is not HasNot.NOT
    return walked(person, [asked], case.on)


def of_caregiver(part: str) -> Callable[[Case], Value]:
    def answer(case: Case) -> Value:
        carer = case.member.child.caregiver_on(case.on)
        found = walked(carer, [part], case.on) if carer else None
        return Month(found) if part == "自" and isinstance(found, date) and found.day == 1 else found

    return answer


def since(word: str) -> Callable[[Case], Value]:
    def answer(case: Case) -> Value:
        found = of_parent(parent_called(case, word), "行踪.自", case)
        return Month(found) if isinstance(found, date) and found.day == 1 else found

    return answer
