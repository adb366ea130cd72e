"""The people whom a child's file names, with what must hold of each."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.checks.finding import Path
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import GRANDPARENTS, Gender, Relation
from liushou_cli.domain.people import Parent

_MEN = frozenset(["爷爷", "外公", "父亲", "伯父", "叔叔", "姑父", "舅舅", "姨父", "哥哥"])
_WOMEN = frozenset(["奶奶", "外婆", "母亲", "伯母", "婶婶", "姑姑", "舅妈", "姨妈", "姐姐"])


class Person(NamedTuple):
    """Somebody a child's file names. ``older`` is by how many years at least; 0 says nothing."""

    path: Path
    id_number: str = ""
    phone: str = ""
    born: date | None = None
    gender: Gender | None = None
    older: int = 0


def parents(child: Child) -> Iterator[tuple[str, Parent]]:
    for name, parent in (("父亲", child.father), ("母亲", child.mother)):
        if parent:
            yield name, parent


def people(child: Child) -> Iterator[Person]:
    yield Person((), child.id_number, "", child.born, child.gender)
    for name, parent in parents(child):
        gender = Gender.MALE if name == "父亲" else Gender.FEMALE
        yield Person((name,), parent.id_number, parent.phone, parent.born, gender, 14)
    for index, caregiver in enumerate(child.caregivers):
        relation = caregiver.relation
        older = 28 if relation in GRANDPARENTS else 0
        yield Person(
            ("照护人", index), caregiver.id_number, caregiver.phone, caregiver.born, _gender(relation), older
        )
    for index, pairing in enumerate(child.pairings):
        yield Person(("结对", index), phone=pairing.phone)
    yield from _grandparents(child)


def _grandparents(child: Child) -> Iterator[Person]:
    known = child.grandparents
    for field, model in type(known).model_fields.items() if known else ():
        if one := getattr(known, field):
            yield Person(("祖辈", str(model.alias)), born=one.born, older=28)


def _gender(relation: Relation) -> Gender | None:
    if relation in _MEN:
        return Gender.MALE
    return Gender.FEMALE if relation in _WOMEN else None
