"""What is to be written into a form: for each child its values, and what could not be filled."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.blanks.case import Value
from liushou_cli.domain.blanks.facts import OF_CLASS
from liushou_cli.domain.blanks.grid import Grid, NewRows, Write
from liushou_cli.domain.blanks.mapping import Line
from liushou_cli.domain.blanks.slot import Slot, Table
from liushou_cli.domain.blanks.subject import Subject
from liushou_cli.domain.blanks.wording import Answer, How, kept_as_text, mark, protected, veiled
from liushou_cli.domain.masking import Mask

_MAY_BE_FREE = ("备注", "说明")  # nobody misses them


class Gap(NamedTuple):
    """A place that stayed free: ``why`` is "" where the records simply do not tell."""

    label: str
    field: str
    child: str
    why: str = ""


class Plan(NamedTuple):
    """``protected``: kinds of protected fields that are written, with how many values of each."""

    writes: tuple[Write, ...]
    rows: tuple[NewRows, ...]
    gaps: tuple[Gap, ...]
    protected: dict[str, int]


class Planner:
    """Plans one filled form out of the lines of its mapping."""

    def __init__(self, grids: Sequence[Grid], lines: Sequence[Line]) -> None:
        self._grids = grids
        self._lines = [(line, How.of(line.slot)) for line in lines if line.field]
        self._writes: list[Write] = []
        self._gaps: list[Gap] = []
        self._protected: dict[str, int] = {}

    def listed(self, table: Table, subjects: Sequence[Subject]) -> Plan:
        """One line a child, the rest of the form once. Raises ``ValueError`` in Chinese where no line can be added."""
        rows = _new_rows(table, len(subjects))
        columns = set(table.columns)
        below = table.first + table.free * table.step
        added = sum(one.number for one in rows)
        for line, how in self._lines:
            if line.slot in columns:
                for number, subject in enumerate(subjects):
                    self._fill(line, how, subject, down=number * table.step)
            elif subjects and line.field in OF_CLASS:
                moved = added if line.slot.grid == table.grid and line.slot.row >= below else 0
                self._fill(line, how, subjects[0], down=moved)
        return self._plan(rows)

    def single(self, subject: Subject) -> Plan:
        for line, how in self._lines:
            self._fill(line, how, subject)
        return self._plan(())

    def _plan(self, rows: tuple[NewRows, ...]) -> Plan:
        return Plan(tuple(self._writes), rows, tuple(self._gaps), self._protected)

    def _fill(self, line: Line, how: How, subject: Subject, down: int = 0) -> None:
        value, untold = subject.asked(line.field, line.slot.label)
        answer = how.answer(veiled(line.field, value, subject.veil))
        missed = value is None and line.field.rsplit(".", 1)[-1] not in _MAY_BE_FREE
        if answer.unfit or untold or missed:
            self._gaps.append(Gap(line.slot.label, line.field, subject.id, answer.unfit or untold))
        elif value is not None and (kind := protected(line.field)) and _says_something(value):
            self._protected[kind] = self._protected.get(kind, 0) + 1
        self._write(line, answer, down)

    def _write(self, line: Line, answer: Answer, down: int) -> None:
        slot = line.slot
        for tick in answer.ticks:
            box = self._grids[slot.grid].at(tick.row, tick.col)
            sign = mark(box.text if box else "", tick.span)
            self._writes.append(Write(slot.grid, tick.row + down, tick.col, sign, tick.span))
        if answer.value is not None:
            as_text = kept_as_text(line.field, answer.value)
            self._writes.append(Write(slot.grid, slot.row + down, slot.col, answer.value, slot.span, as_text))


def masked(subject: Subject) -> Subject:
    """The same child with only so much shown as a mapping is judged by."""
    return subject._replace(veil=subject.veil._replace(mask=Mask.INITIAL))


def sample(line: Line, subject: Subject) -> str:
    """What the first child would get there, for the teacher to judge the mapping by."""
    value = subject.asked(line.field, line.slot.label)[0] if line.field else None
    answer = How.of(line.slot).answer(veiled(line.field, value, subject.veil))
    if answer.ticks:
        return " ".join(f"√{tick.word}" for tick in answer.ticks)
    said: str | int | date | None = answer.value
    return "" if said is None else str(said)


def _says_something(value: Value) -> bool:
    return value not in ("", "—")


def _new_rows(table: Table, children: int) -> tuple[NewRows, ...]:
    """The rows that have to be added for as many *children*. Raises ``ValueError``."""
    if children <= table.free:
        return ()
    if table.step > 1:
        raise ValueError(
            f"表里只有 {table.free} 个空格位，孩子有 {children} 名，每名占 {table.step} 行，加不了行"
        )
    if table.free:
        return (NewRows(table.grid, table.first, table.first + table.free - 1, children - table.free),)
    last = table.first - 1
    return (NewRows(table.grid, last, last, children),)


__all__ = ["Gap", "Plan", "Planner", "Slot", "Subject", "masked", "sample"]
