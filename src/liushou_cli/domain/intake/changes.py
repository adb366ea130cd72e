"""What a row changes in a file that is there already: additions, questions where two say different things."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.days import parse_month_or_day
from liushou_cli.domain.intake.record import (
    LISTS,
    STAY_PARTS,
    caregiver_parts,
    carer_entry,
    dated_facts,
    stay,
)
from liushou_cli.domain.intake.rows import Entry
from liushou_cli.domain.people import Stay

Path = tuple[str | int, ...]


class Change(NamedTuple):
    """``how``: put at *path*, or append to the list there. ``before``/``after`` are for a person to read.

    ``conflict``: something else stands there, and nobody knows that it may be replaced.
    """

    how: Literal["put", "append"]
    path: Path
    value: Any
    field: str
    before: str
    after: str
    cell: str
    conflict: bool = False


def changes(entry: Entry, child: Child, learned: str, since: str) -> list[Change]:
    """All that *entry* says and the file of *child* does not.

    What changes begins on *learned*; a parent of whom nothing was known is away from *since* (or *learned*).
    """
    tree = child.model_dump(mode="json", by_alias=True)
    found = list(_plain(entry, tree))
    for parent in ("父亲", "母亲"):
        found += _stay(entry, child, parent, learned, since)
    found += _caregiver(entry, child, learned)
    found += _judged(entry, tree, learned)
    return found


def _plain(entry: Entry, tree: dict[str, Any]) -> Iterator[Change]:
    for field, value in entry.values.items():
        if field in LISTS:
            yield from _listed(entry, field, value, tree.get(field) or [])
        elif field != "编号" and not _is_dated(field):
            before = _at(tree, field)
            if before != value:
                path = tuple(field.split("."))
                yield Change("put", path, value, field, before, value, entry.cell(field), bool(before))


def _listed(entry: Entry, field: str, said: list[str], there: list[str]) -> Iterator[Change]:
    """A list only grows."""
    new = [*there, *(word for word in said if word not in there)]
    if new != there:
        yield Change("put", (field,), new, field, "、".join(there), "、".join(new), entry.cell(field))


def _stay(entry: Entry, child: Child, parent: str, learned: str, since: str) -> Iterator[Change]:
    last = last_stay(child, parent)
    new = stay(entry, parent, learned, learned) if last else stay(entry, parent, since or learned, entry.born)
    if not new:
        return
    field, cell = (
        f"{parent}.行踪",
        entry.cell(f"{parent}.行踪.地点" if "地点" in new else f"{parent}.行踪.状况"),
    )
    after = _told(new)
    if last is None:
        yield Change("append", (parent, "行踪"), new, field, "", after, cell)
        return
    said = {part: getattr(last, name) for part, name in STAY_PARTS.items()}
    if new["状况"] == said["状况"] and _same_place(new.get("地点", ""), said["地点"]):
        return
    before = _told({"自": last.since.isoformat(), **said})
    yield Change(
        "append",
        (parent, "行踪"),
        new,
        field,
        before,
        after,
        cell,
        conflict=parse_month_or_day(new["自"]) <= last.since,
    )


def last_stay(child: Child, parent: str) -> Stay | None:
    """The latest that the file says of where *parent* is; of two of one day, the one written last."""
    holder = child.father if parent == "父亲" else child.mother
    return max(reversed(holder.stays if holder else ()), key=lambda one: one.since, default=None)


def _same_place(new: str, old: str) -> bool:
    return not new or new == old or (bool(old) and (new in old))


def _caregiver(entry: Entry, child: Child, learned: str) -> Iterator[Change]:
    parts = caregiver_parts(entry)
    if not parts.get("姓名"):
        return
    known = [(place, one) for place, one in enumerate(child.caregivers) if one.name == parts["姓名"]]
    if not known:
        before = "、".join(
            f"{one.name}（{one.relation}）" for one in in_force(child.caregivers, parse_month_or_day(learned))
        )
        new = carer_entry(parts, parts.get("自") or learned)
        yield Change("append", ("照护人",), new, "照护人", before, _told(new), entry.cell("照护人.姓名"))
        return
    place, one = known[-1]
    tree = one.model_dump(mode="json", by_alias=True)
    for part, value in parts.items():
        before = str(tree.get(part) or "")
        if part != "自" and before != value:
            field = f"照护人.{part}"
            yield Change(
                "put", ("照护人", place, part), value, field, before, value, entry.cell(field), bool(before)
            )


def _judged(entry: Entry, tree: dict[str, Any], learned: str) -> Iterator[Change]:
    for field, new in dated_facts(entry, parse_month_or_day(learned).isoformat()).items():
        key = "评定" if field == "监护情况" else "等级"
        there = tree.get(field) or []
        before = str(there[-1][key]) if there else ""
        if before != new[key]:
            yield Change("append", (field,), new, field, before, new[key], entry.cell(field))


def _is_dated(field: str) -> bool:
    return "行踪" in field or field.split(".")[0] in ("照护人", "监护情况", "关注等级")


def _at(tree: dict[str, Any], field: str) -> str:
    node: Any = tree
    for step in field.split("."):
        node = node.get(step) if isinstance(node, dict) else None
    return str(node) if node else ""


def _told(entry: dict[str, Any]) -> str:
    return " ".join(f"{key} {value}" for key, value in entry.items() if value)
