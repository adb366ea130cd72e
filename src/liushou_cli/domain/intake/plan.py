"""The whole roster laid beside the class: who is new, what changes, what has to be asked first."""

from collections.abc import Callable, Container, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.counted import Counted, unheard
from liushou_cli.domain.intake.changes import Change, changes, last_stay
from liushou_cli.domain.intake.match import Known, Matched, matched, twice
from liushou_cli.domain.intake.record import PARENTS, lacks_since
from liushou_cli.domain.intake.rows import Entry, Spot

EVERYTHING = "全部"
NEW = "新"
_NEEDED = ("姓名", "性别", "出生日期")
_WHO = ("姓名", "性别", "出生日期", "身份证号", "学籍号", "编号")


class Answers(NamedTuple):
    """What the person has said: ``same`` row to 编号 or ``NEW``; fields to take from the roster, or to leave."""

    since: str = ""  # 2013-03-01, or 2013-03
    same: Mapping[int, str] = {}
    overwrite: Container[str] = ()
    keep: Container[str] = ()


class Update(NamedTuple):
    entry: Entry
    child: Known
    changes: tuple[Change, ...]
    parents: tuple[str, ...] = ()  # of whom the file says where they are


class Plan(NamedTuple):
    """``problems`` keep everything from being written; ``unsure`` and ``conflicts`` are those a person can answer."""

    new: tuple[Entry, ...]
    updates: tuple[Update, ...]
    unchanged: tuple[Known, ...]
    absent: tuple[Known, ...]
    problems: tuple[Spot, ...]
    unsure: tuple[tuple[Entry, tuple[Known, ...]], ...]
    conflicts: tuple[tuple[Known, Change], ...]
    lacks_since: str


def plan(
    entries: Sequence[Entry],
    children: Sequence[Known],
    elsewhere: Mapping[str, str],
    today: date,
    answers: Answers,
    on_file: Callable[[str], Child],
    counted: Counted = unheard,
) -> Plan:
    """*children* are of the class; *elsewhere* (编号 to a sentence) those of them a row may not speak of.

    *on_file* reads the file of a 编号: one is held at a time. *counted* is told of every row.
    """
    laid = _Laid(elsewhere, today, answers, on_file)
    entries = [entry for entry in entries if entry.name]
    laid.problems += twice(entries)
    found = [(entry, _matched(entry, children, answers)) for entry in entries]
    taken = {match.sure.id for _, match in found if match.sure}
    unread: set[str] = set()
    for done, (entry, match) in enumerate(found, 1):
        counted(done, len(found))
        if match.sure:
            laid.known(entry, match.sure)
        elif match.maybe and not entry.refused.isdisjoint(_WHO):
            unread |= {child.id for child in match.maybe}  # who it is, is asked when the cell can be read
        elif maybe := tuple(child for child in match.maybe if child.id not in taken):
            laid.unsure.append((entry, maybe))
        else:
            laid.stranger(entry)
    absent = tuple(child for child in children if child.id not in {*taken, *unread, *elsewhere})
    return Plan(
        tuple(laid.new), tuple(laid.updates), tuple(one.child for one in laid.unchanged), absent,
        tuple(laid.problems), tuple(laid.unsure), tuple(laid.conflicts),
        "" if answers.since else _lacks_since(laid.new, laid.updates),
    )  # fmt: skip


class _Laid:
    """The roster while it is laid beside the class, row by row."""

    def __init__(
        self, elsewhere: Mapping[str, str], today: date, answers: Answers, on_file: Callable[[str], Child]
    ) -> None:
        self.elsewhere = elsewhere
        self.on_file = on_file
        self.today = today
        self.answers = answers
        self.rows: dict[str, Entry] = {}
        self.new: list[Entry] = []
        self.updates: list[Update] = []
        self.unchanged: list[Update] = []
        self.problems: list[Spot] = []
        self.unsure: list[tuple[Entry, tuple[Known, ...]]] = []
        self.conflicts: list[tuple[Known, Change]] = []

    def known(self, entry: Entry, child: Known) -> None:
        """A row of a child who has a file."""
        where = entry.cell("姓名")
        if first := self.rows.get(child.id):
            said = f"{entry.name}与第 {first.number} 行都是 {child.name}（{child.id}）"
            if all(spot.cell != where for spot in self.problems):  # or the roster itself said so
                self.problems.append(Spot(where, said, "留一行，删一行"))
            return
        self.rows[child.id] = entry
        if child.id in self.elsewhere:
            self.problems.append(Spot(where, self.elsewhere[child.id], "先改好，或从名册里删掉这一行"))
            return
        file = self.on_file(child.id)
        there = changes(entry, file, self.today.isoformat(), self.answers.since)
        self.conflicts += [
            (child, one) for one in there if one.conflict and not _answered(one.field, self.answers)
        ]
        taken_over = tuple(
            one for one in there if not one.conflict or _said(one.field, self.answers.overwrite)
        )
        parents = tuple(who for who in PARENTS if last_stay(file, who))
        (self.updates if taken_over else self.unchanged).append(Update(entry, child, taken_over, parents))

    def stranger(self, entry: Entry) -> None:
        """A row of a child who has none yet."""
        said = self.answers.same.get(entry.number, NEW)
        if said != NEW:
            self.problems.append(
                Spot(entry.cell("姓名"), f"--same 写的 {said} 不是这个班的编号", "用 liushou list 看编号")
            )
            return
        self.problems += _lacking(entry)
        self.new.append(entry)


def _lacks_since(new: Sequence[Entry], updates: Sequence[Update]) -> str:
    """The first cell that says a parent is away whom neither the roster nor a file says since when."""
    known = {id(one.entry): one.parents for one in updates}
    asked = [*new, *(one.entry for one in updates)]
    lacking = (
        entry.cell(field) for entry in asked if (field := lacks_since(entry, known.get(id(entry), ())))
    )
    return next(lacking, "")


def questions(found: Plan) -> list[Spot]:
    """What nobody has answered, as problems with the way to answer."""
    spots = [
        Spot(
            entry.cell("姓名"),
            f"{entry.name}（{entry.born}）像是已有的 {'、'.join(f'{c.name}（{c.born}，{c.id}）' for c in maybe)}",
            f"是同一个孩子加 --same {entry.number}={maybe[0].id}，不是加 --same {entry.number}={NEW}",
        )
        for entry, maybe in found.unsure
    ]
    spots += [
        Spot(
            one.cell,
            f"{child.name}的{one.field}：档案里是 {one.before}，表里是 {one.after}",
            f"用表里的加 --overwrite {one.field}，留档案里的加 --keep {one.field}",
        )
        for child, one in found.conflicts
    ]
    if found.lacks_since:
        said = "表里没有写父母从什么时候起外出，不能猜"
        spots.append(
            Spot(found.lacks_since, said, "加 --since 2013-03（按这个月起算），或在表里添一列“父亲外出时间”")
        )
    return spots


def complete(entry: Entry) -> bool:
    """Whether a new file could be made of it."""
    return all(field in entry.values for field in _NEEDED)


def _matched(entry: Entry, children: Sequence[Known], answers: Answers) -> Matched:
    said = answers.same.get(entry.number)
    if said == NEW:
        return Matched()
    if said:
        return Matched(next((child for child in children if child.id == said), None))
    return matched(entry, children)


def _lacking(entry: Entry) -> list[Spot]:
    return [
        Spot(entry.cell(field), f"新建 {entry.name or '这个孩子'} 缺{field}", "补上再导入")
        for field in _NEEDED
        if field not in entry.values and field not in entry.refused
    ]


def _answered(field: str, answers: Answers) -> bool:
    return _said(field, answers.overwrite) or _said(field, answers.keep)


def _said(field: str, fields: Container[str]) -> bool:
    return field in fields or EVERYTHING in fields


def as_json(found: Plan) -> dict[str, Any]:
    """What will be written, without a word of it twice."""
    return {
        "new": [{"row": entry.number, "name": entry.name} for entry in found.new],
        "changed": [
            {"row": one.entry.number, "id": one.child.id, "name": one.child.name,
             "changes": [{"cell": c.cell, "field": c.field, "before": c.before, "after": c.after} for c in one.changes]}
            for one in found.updates
        ],
        "unchanged": len(found.unchanged),
        "absent": [child.name for child in found.absent],
    }  # fmt: skip
