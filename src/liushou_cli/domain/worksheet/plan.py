"""The sheet laid beside the records: what is new, what was corrected, and every cell that keeps it from being written.

A record's own three voices are what was exported, what the sheet says, and what the file says now.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.entry import why_not
from liushou_cli.domain.intake.rows import Spot
from liushou_cli.domain.roster import Row
from liushou_cli.domain.term import Span
from liushou_cli.domain.worksheet.base import Base
from liushou_cli.domain.worksheet.cells import entered, told, understood
from liushou_cli.domain.worksheet.faults import Fault, faults
from liushou_cli.domain.worksheet.kinds import CHILD, NAME, TASK, Column, Kind, tree_of
from liushou_cli.domain.worksheet.numbers import number_of
from liushou_cli.domain.worksheet.reading import Line


class Known(NamedTuple):
    """One child who may be meant, and what her class says: the term's days, and who is presumed to have done it."""

    row: Row
    child: Child
    span: Span
    teacher: str


class New(NamedTuple):
    line: Line
    who: Known
    record: dict[str, Any]


class Corrected(NamedTuple):
    """Record ``place`` of its list becomes ``after``; ``cells`` are (column, before, after)."""

    line: Line
    who: Known
    place: int
    before: dict[str, Any]
    after: dict[str, Any]
    cells: tuple[tuple[Column, str, str], ...]


class Plan(NamedTuple):
    """``problems`` keep everything from being written; ``before`` rows were entered earlier."""

    new: tuple[New, ...]
    corrected: tuple[Corrected, ...]
    before: int
    untouched: int
    problems: tuple[Spot, ...]


def plan(base: Base, lines: Sequence[Line], known: Mapping[str, Known], today: date) -> Plan:
    laid = _Laid(base, known, today)
    for line in lines:
        laid.numbers |= {number_of(base.token, line, base.of)} if not line.record else set()
    for line in lines:
        who = laid.who(line)
        if who and line.record:
            laid.old(line, who)
        elif who and line.filled:
            laid.fresh(line, who)
    return Plan(tuple(laid.new), tuple(laid.corrected), laid.before, laid.untouched, tuple(laid.problems))


class _Laid:
    """The sheet while it is laid beside the records, row by row. ``numbers``: those its new rows have or would get."""

    def __init__(self, base: Base, known: Mapping[str, Known], today: date) -> None:
        self.base, self.known, self.today = base, known, today
        self.kind: Kind = base.of
        self.numbers: set[str] = set()
        self.seen: dict[tuple[str, str], int] = {}
        self.new: list[New] = []
        self.corrected: list[Corrected] = []
        self.problems: list[Spot] = []
        self.before = self.untouched = 0

    def who(self, line: Line) -> Known | None:
        """The child of the row; a row in which nothing was filled may be anybody's."""
        if not (line.filled or line.record):
            return None
        found = [self.known[line.child]] if line.child in self.known else []
        if not line.child:
            found = [one for one in self.known.values() if one.row.name == line.name]
        if len(found) != 1:
            self._say(line, CHILD if line.child else NAME, *_nobody(line, found))
        elif line.name not in ("", found[0].row.name, self.base.names.get(line.child)):
            said = f"编号 {line.child} 是{found[0].row.name}，这一行写的是“{line.name[:20]}”"
            self._say(line, NAME, said, "两样改成同一个孩子；排序时要选整张表")
        else:
            return found[0]
        return None

    def old(self, line: Line, who: Known) -> None:
        """A row that went out with a record in it."""
        key = (who.row.id, line.record)
        remembered = self.base.rows.get(key)
        if first := self.seen.get(key):
            self._say(line, NAME, f"和第 {first} 行是同一条记录", "留一行；要添一条，抄到空行里")
            return
        self.seen[key] = line.number
        if remembered is None:
            self._say(line, NAME, "这一行藏着的号不是这张表里的", "整行删掉，抄到空行里")
            return
        touched = [one for one in self._columns(line) if line.text(one.head) != remembered[one.head]]
        if not touched:
            self.untouched += 1
        elif not line.filled:
            self._say(line, NAME, "整行清空了，记录不会因此删掉", "照原样填回去，或把这一行整行删掉")
        else:
            self._correct(line, who, remembered, touched)

    def _correct(self, line: Line, who: Known, remembered: Mapping[str, str], touched: list[Column]) -> None:
        records = getattr(who.child, self.kind.field)
        place = next((at for at, one in enumerate(records) if one.id == line.record), None)
        if place is None:
            self._say(line, touched[0].head, "档案里已经没有这一条了", "要重新记，把这一行抄到空行里")
            return
        before = tree_of(records[place])
        after, cells = before, list[tuple[Column, str, str]]()
        bad = len(self.problems)
        for column in touched:
            text, there = self._merged(line, column, remembered[column.head], before)
            if text != there:
                after = entered(after, column, text)
                cells.append((column, there, text))
        if cells and len(self.problems) == bad:
            self._judge(line, who, after, list(self._all_faults(who, before)))
        if cells and len(self.problems) == bad:
            self.corrected.append(Corrected(line, who, place, before, after, tuple(cells)))
        elif len(self.problems) == bad:
            self.untouched += 1

    def _merged(self, line: Line, column: Column, base: str, tree: Mapping[str, Any]) -> tuple[str, str]:
        """(what is to stand there, what stands there), the same where there is nothing to do."""
        said, there = understood(column, line.values[column.head]), told(tree, column)
        if said.reason:
            self._say(line, column.head, said.reason)
        elif said.text in (base, there):
            pass
        elif there != base:
            message = f"出表以后档案里改过：出表时是“{base}”，档案里是“{there}”，表里是“{said.text}”"
            self._say(line, column.head, message, f"这一格改成“{there}”，或重新出一张表来改")
        elif column.path[0] == TASK and len(tree.get(TASK) or ()) > 1:
            self._say(
                line, column.head, "这次有几件跟进，表里改不了", "照原样填回去，用 liushou done，或在档案里改"
            )
        else:
            return said.text, there
        return there, there

    def fresh(self, line: Line, who: Known) -> None:
        """A row that holds a new record."""
        number = number_of(self.base.token, line, self.kind)
        records = getattr(who.child, self.kind.field)
        tree: dict[str, Any] = {"号": number}
        bad = len(self.problems)
        for column in self._columns(line):
            said = understood(column, line.values[column.head])
            if said.reason:
                self._say(line, column.head, said.reason)
            elif said.text:
                tree = entered(tree, column, said.text)
        if first := self.seen.get((who.row.id, number)):
            self._say(line, NAME, f"和第 {first} 行一模一样", "多写的一行删掉")
        self.seen[who.row.id, number] = line.number
        if len(self.problems) > bad:
            self._judge(line, who, tree, [one for one in self._all_faults(who, tree) if not one[0]])
            return
        if self.kind.by not in tree and who.teacher:
            many = self.kind.by != "登记人"
            tree[self.kind.by] = [who.teacher] if many else who.teacher
        trees = [tree_of(one) for one in records]
        if any(one.get("号") == number or self._alike(tree, one) for one in trees):
            self.before += 1
            return
        self._judge(line, who, tree)
        if len(self.problems) == bad and (other := self._clash(who, tree, trees)):
            self._say(line, "日期", *other)
        if len(self.problems) == bad:
            self.new.append(New(line, who, tree))

    def _alike(self, one: dict[str, Any], other: dict[str, Any]) -> bool:
        return all(told(one, column) == told(other, column) for column in self.kind.columns)

    def _clash(
        self, who: Known, tree: dict[str, Any], trees: Sequence[dict[str, Any]]
    ) -> tuple[str, str] | None:
        """A record of that day which the person who filled the sheet cannot have seen on it."""
        columns = [self.kind.column(head) for head in self.kind.same]
        once_a_day = self.kind.label == "普查"
        for other in [*trees, *(one.record for one in self.new if one.who is who and once_a_day)]:
            number = str(other.get("号", ""))
            seen = (who.row.id, number) in self.base.rows or number in self.numbers
            if all(told(other, one) == told(tree, one) for one in columns) and (once_a_day or not seen):
                said = f"{who.row.name} {tree['日期']} 已经有一条{self.kind.label}，内容不同"
                return said, "是同一次就删掉这一行；是另一次，重新出一张表来填"
        return None

    def _judge(self, line: Line, who: Known, tree: dict[str, Any], known: Sequence[Fault] = ()) -> None:
        """All that the record cannot be, but for what was so before; a bad cell is not spoken of twice."""
        told_of = {spot.cell for spot in self.problems}
        for fault in self._all_faults(who, tree):
            if fault not in known and line.cell(fault[0]) not in told_of:
                self._say(line, *fault)

    def _all_faults(self, who: Known, tree: dict[str, Any]) -> Iterator[Fault]:
        yield from faults(self.kind, tree)
        if not tree.get("日期"):
            return
        on = date.fromisoformat(tree["日期"])
        if reason := why_not(who.row, on, self.today):
            yield "日期", reason, ""
        elif on not in who.span:
            yield "日期", f"{on} 不在这个学期（{who.span.first} 到 {who.span.last}）", "别的学期另出一张表"

    def _columns(self, line: Line) -> list[Column]:
        return [one for one in self.kind.columns if one.head in line.values]

    def _say(self, line: Line, head: str, message: str, hint: str = "") -> None:
        self.problems.append(Spot(line.cell(head), message, hint))


def _nobody(line: Line, found: Sequence[Known]) -> tuple[str, str]:
    if found:
        numbers = "、".join(one.row.id for one in found)
        return f"有 {len(found)} 个{line.name}（{numbers}）", "写上编号"
    if line.child:
        return f"没有编号 {line.child[:20]}", "用 liushou list 看编号"
    if line.name:
        return f"没有“{line.name[:20]}”这个孩子", "写全名或编号"
    return "没有写是哪个孩子", "写上姓名或编号"
