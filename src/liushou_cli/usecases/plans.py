"""The plans of a term, and the needs that nothing answers."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.needs import Need, needs
from liushou_cli.domain.needs import unasked as unknown
from liushou_cli.domain.population import ClassRoll, Member, Population
from liushou_cli.domain.term import Term
from liushou_cli.store.child_needs import needs_of_child, surveyed
from liushou_cli.store.class_records import must_be_whole, read_class
from liushou_cli.store.finder import find, find_one
from liushou_cli.store.opening import open_records


class OpenNeed(NamedTuple):
    """A need of a child's last survey that no plan and no support of the term names."""

    class_name: str
    id: str
    name: str
    need: str
    aspect: str
    surveyed: str


class PlanLine(NamedTuple):
    """One plan of the term; ``state`` is 已完成, 逾期, 进行中; days as 2013-12-20, "" for none."""

    class_name: str
    id: str
    name: str
    aim: str
    by: str
    done: str
    state: str
    result: str


class Overview(NamedTuple):
    term: str
    plans: list[PlanLine]
    needs: list[OpenNeed]


def overview(start: Path, term: Term | None, today: date) -> Overview:
    """The term's plans and the needs nothing answers, of the left-behind children of today."""
    classes = [read_class(folder) for folder in open_records(start).classes]
    must_be_whole([problem for one in classes for problem in one.problems()])
    plans, open_, code = [], [], ""
    for one in classes:
        people = surveyed(one.roll(), term or one.settings.term_of(today), today)
        code = str(people.term)
        plans += [line for member in people.counted for line in _plans(people, member)]
        open_ += [_line(need) for need in needs(people) if not need.answered]
    return Overview(code, plans, open_)


def open_needs(start: Path, query: str, term: Term | None, today: date) -> list[OpenNeed]:
    """What the child's last survey of the term asked for and nothing answers."""
    records = open_records(start)
    found = find_one(records, query)
    return [_line(need) for need in needs_of_child(found, term, today) if not need.answered]


def unasked(start: Path, queries: Sequence[str], named: Sequence[str], on: date) -> tuple[str, ...]:
    """Sentences about *named* needs that no last survey of these children has in these words."""
    records = open_records(start)
    known = [one.word for found in find(records, queries) for one in needs_of_child(found, None, on)]
    return unknown(named, list(dict.fromkeys(known)))


def _plans(people: Population, member: Member) -> list[PlanLine]:
    lines = []
    for one in member.child.plans:
        if one.term == str(people.term):
            late = one.by is not None and one.by < people.as_of
            state = "已完成" if one.done_on else "逾期" if late else "进行中"
            lines.append(PlanLine(*_who(member), one.aim, _day(one.by), _day(one.done_on), state, one.result))
    return lines


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _line(need: Need) -> OpenNeed:
    return OpenNeed(*_who(need.member), need.word, need.aspect, _day(need.ref.on))


def _who(member: Member) -> tuple[str, str, str]:
    roll: ClassRoll = member.roll
    return roll.settings.own.code, member.child.id, member.child.name
