"""Plans of support (一生一策): what is needed, who will do what about it, and what came of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.domain.definition import DEFINITIONS, status_on
from liushou_cli.domain.form import CHILD
from liushou_cli.domain.needs import Need, needs, needs_of
from liushou_cli.domain.population import ChildOnRoll, ClassRoll, Member, Population, population
from liushou_cli.domain.term import Term, default_span
from liushou_cli.errors import BadInput
from liushou_cli.store.chance import new_id
from liushou_cli.store.class_records import must_be_whole, read_class, read_settings
from liushou_cli.store.edit import Append
from liushou_cli.store.finder import Found, find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.same_record import whole_child
from liushou_cli.store.saving import Saved, Waiting, save


class Planned(NamedTuple):
    """``open_needs`` are the needs of the last survey that nothing answers yet, this plan counted."""

    name: str
    record: dict[str, Any]
    open_needs: list[str]
    saved: Saved


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


def plan(
    start: Path, query: str, term: Term | None, values: Mapping[str, Any], today: date, on_wait: Waiting
) -> Planned:
    """Add a plan to the child's file. *values*: 目标, 措施, 针对 (lists), 负责人, 期限.

    Raises :class:`BadInput`, with nothing written, for a limit before the term.
    """
    records = open_records(start, on_wait)
    found = find_one(records, query)
    term = term or found.facts.term_of(today)
    _possible(values, term, found.facts.span(term).first)
    known = _of_child(found, term, today)
    owner = values.get("负责人") or found.facts.teacher
    record = {"号": new_id(), "学期": str(term), **values, "负责人": owner}
    order = ("号", "学期", "目标", "措施", "针对", "负责人", "期限")
    record = {key: record[key] for key in order if record.get(key)}
    file = found.folder.child_file(found.row.id)
    saved = save(
        records, lambda change: change.edit(file, [Append(("帮扶计划",), record)], CHILD),
        f"帮扶计划：{found.row.id}（{term}）", commit=found.facts.auto_commit, on_wait=on_wait,
    )  # fmt: skip
    mine = (*values.get("针对", ()), " ".join([record["目标"], *values.get("措施", ())]))
    left = [one.word for one in known if not one.answered and not any(one.word in said for said in mine)]
    odd = _unknown(values.get("针对", ()), [one.word for one in known])
    return Planned(found.row.name, record, left, saved._replace(warnings=(*odd, *saved.warnings)))


def overview(start: Path, term: Term | None, today: date) -> Overview:
    """The term's plans and the needs nothing answers, of the left-behind children of today."""
    classes = [read_class(folder) for folder in open_records(start).classes]
    must_be_whole([problem for one in classes for problem in one.problems()])
    plans, open_, code = [], [], ""
    for one in classes:
        people = _people(one.roll(), term or one.settings.term_of(today), today)
        code = str(people.term)
        plans += [line for member in people.counted for line in _plans(people, member)]
        open_ += [_line(need) for need in needs(people) if not need.answered]
    return Overview(code, plans, open_)


def open_needs(start: Path, query: str, term: Term | None, today: date) -> list[OpenNeed]:
    """What the child's last survey of the term asked for and nothing answers."""
    records = open_records(start)
    found = find_one(records, query)
    return [_line(need) for need in _of_child(found, term, today) if not need.answered]


def _of_child(found: Found, term: Term | None, today: date) -> list[Need]:
    settings = read_settings(found.folder)
    child = whole_child(found)
    roll = ClassRoll("", settings, (ChildOnRoll(found.file, child),), ())
    people = _people(roll, term or settings.term_of(today), today)
    return needs_of(people, Member(found.file, child, status_on(child, people.rule, people.as_of), roll))


def _unknown(named: Iterable[str], known: list[str]) -> tuple[str, ...]:
    """Sentences about needs the last survey does not name in these words."""
    there = f"（普查里写的是 {'、'.join(known)}）" if known else ""
    return tuple(f"“{word}”不是最近一次普查里的需求{there}。" for word in named if word not in known)


def _people(roll: ClassRoll, term: Term, today: date) -> Population:
    rule = DEFINITIONS[roll.settings.definition]
    span = roll.settings.span(term)
    if today < span.first:
        raise BadInput(f"{term.short}从 {span.first} 开始，还没有普查和帮扶可看", "换一个学期")
    try:
        return population([roll], term, min(today, span.last), rule)
    except ValueError as error:
        raise BadInput(str(error), "在 class.yaml 或 school.yaml 里换一种口径") from None


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


def _possible(values: Mapping[str, Any], term: Term, first: date) -> None:
    by = values.get("期限")
    begins = min(first, default_span(term).first)
    if by and date.fromisoformat(by) < begins:
        raise BadInput(f"--by-when 写的 {by} 早于 {term} 学期的第一天 {begins}", "改正期限或 --term")
