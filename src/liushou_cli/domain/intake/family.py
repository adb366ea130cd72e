"""Who is who in a row: members whose relation is a cell, parents named as guardians, places that say away."""

from collections.abc import Container
from typing import Any

from liushou_cli.domain.choices import Whereabouts

_PARENTS = ("父亲", "母亲")
_AWAY = (Whereabouts.AWAY_WORKING, Whereabouts.AWAY_OTHERWISE)
_PASSED_ON = ("姓名", "电话", "说明", "身份证号", "出生日期")


def settled(values: dict[str, Any], refused: Container[str] = ()) -> list[str]:
    """Bring *values* (field to value) into the record's shape; sentences about what was left out.

    *refused* are fields whose cells could not be understood: of them nothing more is said.
    """
    told = [(member, _member(values, member)) for member in ("成员1", "成员2")]
    notes = [note for member, note in told if note and f"{member}.关系" not in refused]
    for parent in _PARENTS:
        stay = f"{parent}.行踪"
        if f"{stay}.地点" in values:
            values.setdefault(f"{stay}.状况", str(Whereabouts.AWAY_WORKING))
    if note := _guardian_who_is_parent(values):
        notes.append(note)
    return notes


def _member(values: dict[str, Any], member: str) -> str:
    """A member of the family becomes father, mother, or (told to be the guardian) caregiver."""
    found = {
        field.partition(".")[2]: values.pop(field) for field in list(values) if field.startswith(f"{member}.")
    }
    relation = found.get("关系", "")
    if not found.get("姓名"):
        return ""
    if relation in _PARENTS:
        for part in _PASSED_ON:
            if part in found:
                values.setdefault(f"{relation}.{part}", found[part])
        return ""
    if found.get("是否监护人") == "是" and relation and "照护人.姓名" not in values:
        values["照护人.关系"] = relation
        for part in _PASSED_ON:
            if part in found:
                values[f"照护人.{part}"] = found[part]
        return ""
    return f"{member} {relation or '没有写关系'}，不是父母也不是监护人，没有记"


def _guardian_who_is_parent(values: dict[str, Any]) -> str:
    """A parent who is away is guardian in law and cares for nobody day by day."""
    relation, name = values.get("照护人.关系", ""), values.get("照护人.姓名", "")
    for parent in _PARENTS:
        if not relation and name and name == values.get(f"{parent}.姓名"):
            relation = values["照护人.关系"] = parent
    if relation not in _PARENTS or not name:
        return ""
    for part in _PASSED_ON:
        if f"照护人.{part}" in values:
            values.setdefault(f"{relation}.{part}", values[f"照护人.{part}"])
    if values.get(f"{relation}.行踪.状况") not in _AWAY:
        return ""
    for field in [field for field in values if field.startswith("照护人.")]:
        del values[field]
    return f"监护人是{relation}，人在外地，记在{relation}名下，没有当作照护人"
