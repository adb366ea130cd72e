"""Which child of the class a row speaks of; a likeness is a question, never an answer."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.intake.rows import Entry, Spot
from liushou_cli.domain.labels.spelling import near


class Known(NamedTuple):
    """What of a child on file a row is matched by; a large school's whole files are not held all at once."""

    id: str
    name: str
    gender: str
    born: date
    id_number: str
    register_number: str

    @classmethod
    def of(cls, child: Child) -> "Known":
        return cls(child.id, child.name, child.gender, child.born, child.id_number, child.register_number)


class Matched(NamedTuple):
    """``sure`` is the child; else ``maybe`` are children it could be, and both empty: nobody yet."""

    sure: Known | None = None
    maybe: tuple[Known, ...] = ()


def matched(entry: Entry, children: Sequence[Known]) -> Matched:
    """By 编号, 身份证号 or 学籍号; by name and birthday; alike: one of the two the same and the other near."""
    for field in ("编号", "身份证号", "学籍号"):
        said = entry.values.get(field)
        if said and (found := [child for child in children if _identity(child, field) == str(said).upper()]):
            return Matched(found[0]) if len(found) == 1 else Matched(maybe=tuple(found))
    same = [child for child in children if child.name == entry.name and child.born.isoformat() == entry.born]
    same = [child for child in same if not _other_number(entry, child)] or same
    if len(same) == 1 and not _other_number(entry, same[0]):
        return Matched(same[0])
    return Matched(maybe=tuple(same or (child for child in children if _alike(entry, child))))


def twice(entries: Iterable[Entry]) -> list[Spot]:
    """Rows of one roster that are of one child."""
    seen: dict[tuple[str, ...], Entry] = {}
    found = []
    for entry in entries:
        keys = [("身份证号", str(entry.values["身份证号"]))] if "身份证号" in entry.values else []
        if entry.name and entry.born:
            keys.append((entry.name, entry.born))
        first = next((seen[one] for one in keys if one in seen), None)
        if first and not _two_numbers(entry, first):
            found.append(
                Spot(entry.cell("姓名"), f"{entry.name}与第 {first.number} 行是同一个孩子", "留一行，删一行")
            )
        for one in keys:
            seen.setdefault(one, entry)
    return found


def _identity(child: Known, field: str) -> str:
    value = {"编号": child.id, "身份证号": child.id_number, "学籍号": child.register_number}[field]
    return value.upper()


def _other_number(entry: Entry, child: Known) -> bool:
    said = str(entry.values.get("身份证号", ""))
    return bool(said and child.id_number and child.id_number.upper() != said)


def _two_numbers(one: Entry, other: Entry) -> bool:
    numbers = {str(entry.values.get("身份证号", "")) for entry in (one, other)}
    return "" not in numbers and len(numbers) == 2


def _alike(entry: Entry, child: Known) -> bool:
    if not entry.name or _other_number(entry, child):
        return False
    same_day = child.born.isoformat() == entry.born
    same_gender = entry.values.get("性别", child.gender) == child.gender
    return child.name == entry.name or (same_day and same_gender and near(child.name, entry.name))
