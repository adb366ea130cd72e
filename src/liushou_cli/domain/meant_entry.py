"""照护人.电话, 奶奶.电话: which of a child's caregivers is meant when nobody counts them."""

from datetime import date

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import PARENTS, Relation

_CAREGIVER = "照护人"
_RELATIONS = {relation.value for relation in Relation} - set(PARENTS) - {"其他"}


def placed(path: tuple[str, ...], child: Child, today: date) -> tuple[str | int, ...]:
    """*path* with the place in the list: 照护人.电话 is that of the caregiver in force on *today*.

    奶奶.电话 is the same where she is one of them. Any other path comes back as it is.
    Raises ``ValueError`` in a teacher's words where none is meant, or more than one.
    """
    first, *rest = path
    if not rest or first not in {_CAREGIVER, *_RELATIONS}:
        return path
    now = in_force(child.caregivers, today)
    meant = [one for one in now if first in (_CAREGIVER, one.relation)]
    if len(meant) == 1:
        return (_CAREGIVER, child.caregivers.index(meant[0]), *rest)
    if not now:
        raise ValueError(f"{child.name}没有写现在的照护人")
    if not meant:
        there = "、".join(f"{one.relation}{one.name}" for one in now)
        raise ValueError(f"{child.name}现在的照护人里没有{first}，写的是：{there}")
    spelt = "、".join(f"{one.relation}.{rest[0]}" for one in meant)
    raise ValueError(f"{child.name}的照护人不止一位，写明是谁：{spelt}")
