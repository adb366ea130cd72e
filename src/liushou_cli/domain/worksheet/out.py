"""The sheet as it goes out: the children of a term, the records they have in it, and room for new ones."""

from collections.abc import Iterator
from typing import NamedTuple

from liushou_cli.domain.population import Member
from liushou_cli.domain.term import Span
from liushou_cli.domain.views import Scene
from liushou_cli.domain.worksheet.base import Base, Key
from liushou_cli.domain.worksheet.cells import told
from liushou_cli.domain.worksheet.kinds import CHILD, KINDS, NAME, NUMBER, Column, Kind, tree_of

SPARE = 20  # empty rows at the foot, for a second visit, or a child who is not on the sheet
_LAST = "上次"


class Head(NamedTuple):
    """A column as it looks; ``column`` None: it is there to be read, not to be filled."""

    name: str
    width: int
    column: Column | None = None
    hidden: bool = False


class Layout(NamedTuple):
    """``rows`` are texts under ``heads``, days as 2013-10-12; ``hidden`` are the rows of the sheet nobody sees."""

    title: str
    notice: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    span: Span
    hidden: tuple[tuple[str, ...], ...] = ()


def heads(kind: Kind) -> tuple[Head, ...]:
    """A survey has what was said last beside each aspect, the others the last day in front."""
    found = [Head(CHILD, 9), Head(NAME, 10), Head(NUMBER, 8, hidden=True)]
    found += [] if kind.label == "普查" else [Head(_LAST, 12)]
    for column in kind.columns:
        if column.head.endswith("评定"):
            found.append(Head(f"{column.path[0]}{_LAST}", 9))
        found.append(Head(column.head, column.width, column))
    return tuple(found)


def base_of(scene: Scene, kind: str, token: str) -> Base:
    people = scene.summary.people
    rows: dict[Key, dict[str, str]] = {}
    for member in people.counted:
        for number, tree in _records(scene, member, KINDS[kind]):
            rows[member.child.id, number] = {one.head: told(tree, one) for one in KINDS[kind].columns}
    classes = tuple(roll.settings.own.code for roll in people.rolls)
    names = {one.child.id: one.child.name for one in people.counted}
    return Base(kind, classes, str(people.term), scene.told_on.isoformat(), token, rows, names)


def rows_of(scene: Scene, base: Base, shown: tuple[Head, ...]) -> Iterator[tuple[str, ...]]:
    """A row for each record of the term, and one to be filled: of a survey only where there is none yet."""
    for member in scene.summary.people.counted:
        child = member.child
        own = {number: row for (id_, number), row in base.rows.items() if id_ == child.id}
        fresh: dict[str, dict[str, str]] = {} if own and base.kind == "survey" else {"": {}}
        last = _last(scene, member, base.of)
        for number, row in (own | fresh).items():
            said = {CHILD: child.id, NAME: child.name, NUMBER: number, **last, **row}
            yield tuple(said.get(head.name, "") for head in shown)


def _records(scene: Scene, member: Member, kind: Kind) -> Iterator[tuple[str, dict[str, object]]]:
    """The records of the term up to the day, by their 号; one without cannot be known again and stays at home."""
    span = scene.summary.people.span(member.roll)
    found = [one for one in getattr(member.child, kind.field) if one.on in span and one.id]
    for one in sorted(found, key=lambda record: record.on):
        yield one.id, tree_of(one)


def _last(scene: Scene, member: Member, kind: Kind) -> dict[str, str]:
    """上次, or 学习上次 to the last rating before the term's own."""
    first, as_of = scene.summary.people.span(member.roll).first, scene.summary.people.as_of
    found = sorted(getattr(member.child, kind.field), key=lambda one: one.on)
    if kind.label != "普查":
        days = [one.on for one in found if one.on <= as_of]
        return {_LAST: days[-1].isoformat()} if days else {}
    return {
        f"{label}{_LAST}": aspect.rating.value
        for one in found
        if one.on < first
        for label, aspect in one.aspects()
    }
