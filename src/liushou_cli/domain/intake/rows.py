"""The rows under a header, understood cell by cell; every refusal has its cell."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from liushou_cli.domain import id_numbers
from liushou_cli.domain.counted import Counted, unheard
from liushou_cli.domain.grid import Grid, Value, address, as_text
from liushou_cli.domain.header import Header
from liushou_cli.domain.intake.family import settled
from liushou_cli.domain.labels import NOT_KEPT
from liushou_cli.domain.labels.spelling import key
from liushou_cli.domain.understand import Read, understand

_FOOT = re.compile(
    "合计|小计|总计|共计|共\\s*\\d+\\s*[人名]|填表|填报|制表|审核|复核|单位负责|负责人|校长|班主任|"
    "注[:：]|说明[:：]|备注[:：]|盖章"
)
_SUM = re.compile("合计|小计|总计|共计")
_QUOTED = 30  # letters of a cell that are repeated to the person
_WHO = ("性别", "出生日期", "身份证号", "学籍号")


class Spot(NamedTuple):
    """Something to be said about a cell, or (cell "") about the table."""

    cell: str
    message: str
    hint: str = ""


class Entry(NamedTuple):
    """One child of the roster: ``number`` is the sheet's row, ``values`` field to text or list of texts."""

    number: int
    values: Mapping[str, Any]
    cells: Mapping[str, str]
    class_name: str = ""
    refused: frozenset[str] = frozenset()  # fields whose cells could not be understood

    @property
    def name(self) -> str:
        return str(self.values.get("姓名", ""))

    @property
    def born(self) -> str:
        return str(self.values.get("出生日期", ""))

    def cell(self, field: str) -> str:
        """Where *field* came from; the name's cell for what was worked out."""
        return self.cells.get(field) or self.cells.get("姓名") or f"A{self.number}"

    def follows(self, path: tuple[str | int, ...]) -> bool:
        """Whether what stands at *path* of the file, or is missing there, is so because a cell was refused."""
        place = ".".join(step for step in path if isinstance(step, str))
        return bool(place) and any(f"{field}.".startswith(f"{place}.") for field in self.refused)


class Understood(NamedTuple):
    """``skipped`` are rows that hold no child (合计, a repeated header), ``notes`` what was worked out."""

    entries: tuple[Entry, ...]
    problems: tuple[Spot, ...]
    notes: tuple[Spot, ...]
    skipped: tuple[Spot, ...]


def understood(
    grid: Grid,
    header: Header,
    fields: Mapping[int, str],
    counted: Counted = unheard,
) -> Understood:
    """*fields*: column (from 0) to field, for the columns that are read. *counted*: (rows done, all rows)."""
    titles = {column.at: column.path[-1] for column in header.columns}
    entries, problems, notes, skipped = [], [], [], []
    first = header.last + 1
    for place in range(first, len(grid.rows)):
        counted(place + 1 - first, len(grid.rows) - first)
        texts = {at: as_text(grid.rows[place][at]) for at in range(grid.width)}
        if not any(texts.values()):
            continue
        if why := _no_child(texts, titles, fields):
            skipped.append(Spot(f"A{place + 1}", why))
            continue
        row = _Row(grid, place, fields, titles)
        entries.append(row.entry)
        problems += row.problems
        notes += row.notes
    return Understood(tuple(entries), tuple(problems), tuple(notes), tuple(skipped))


def _no_child(texts: Mapping[int, str], titles: Mapping[int, str], fields: Mapping[int, str]) -> str:
    """Why the row is of no child, "" where it is of one."""
    same = [at for at, title in titles.items() if texts[at] and key(texts[at]) == key(title)]
    if len(same) > 1 and len(same) * 2 > sum(bool(text) for text in texts.values()):
        return "又一行表头"
    said = " ".join(text for text in texts.values() if text)
    if not _SUM.match(said) and any(texts[at] for at, field in fields.items() if field in _WHO):
        return ""
    return f"“{said[:20]}”不是孩子" if _FOOT.search(said) else ""


def _refusal(value: Value, reason: str) -> str:
    """Why a cell was refused, and what stood there (a long number as sheets show it) unless *reason* quotes it."""
    text = as_text(value)
    if isinstance(value, float) and "e" in text:
        text = f"{value:.6G}"
    return reason if "“" in reason else f"“{text[:_QUOTED]}”{reason}"


class _Row:
    """One row being read."""

    def __init__(self, grid: Grid, place: int, fields: Mapping[int, str], titles: Mapping[int, str]) -> None:
        self.problems: list[Spot] = []
        self.notes: list[Spot] = []
        self.values: dict[str, Any] = {}
        self.cells: dict[str, str] = {}
        self.refused: dict[str, Spot] = {}
        class_name = ""
        decides = self._identity(grid, place, fields)
        for at, field in fields.items():
            where = address(place, at)
            if field == "班级":
                class_name = as_text(grid.rows[place][at])
            elif field not in NOT_KEPT:
                value = grid.rows[place][at]
                read = understand(field, value, titles.get(at, ""), decides)
                self._take(read, where, field)
                if read.reason:
                    self.refused.setdefault(field, Spot(where, _refusal(value, read.reason)))
        self._from_identity(decides)
        for message in settled(self.values, self.refused):
            self.notes.append(Spot(self.cells.get("姓名", f"A{place + 1}"), message))
        name = self.values.get("姓名", "")
        self.problems += [
            Spot(spot.cell, f"{f'{name}的' if name else ''}{field}：{spot.message}")
            for field, spot in self.refused.items()
        ]
        self.entry = Entry(place + 1, self.values, self.cells, class_name, frozenset(self.refused))
        if not (self.values.get("姓名") or "姓名" in self.refused):
            self.problems.append(
                Spot(f"A{place + 1}", f"第 {place + 1} 行有内容，但没有姓名", "补上姓名，或删掉这一行")
            )

    def _take(self, read: Read, where: str, field: str) -> None:
        self.cells.setdefault(field, where)
        if read.note:
            self.notes.append(Spot(where, f"{field}：{read.note}"))
        for part, value in read.values.items():
            self.cells.setdefault(part, where)
            if isinstance(value, list):
                self.values[part] = list(dict.fromkeys([*self.values.get(part, []), *value]))
            elif part.endswith("说明") and part in self.values:
                self.values[part] = f"{self.values[part]}；{value}"
            else:
                self.values.setdefault(part, value)

    def _identity(self, grid: Grid, place: int, fields: Mapping[int, str]) -> date | None:
        """The birthday in the row's 身份证号."""
        at = next((at for at, field in fields.items() if field == "身份证号"), None)
        number = (
            understand("身份证号", grid.rows[place][at]).values.get("身份证号", "") if at is not None else ""
        )
        return id_numbers.born(number)

    def _from_identity(self, decides: date | None) -> None:
        """What the 身份证号 says where the row has no cell for it, or an empty one."""
        number = self.values.get("身份证号", "")
        if decides is None or not number:
            return
        said = {"出生日期": decides.isoformat(), "性别": "男" if id_numbers.is_male(number) else "女"}
        for field, value in said.items():
            if field not in self.values and field not in self.refused:
                self.values[field] = value
                self.notes.append(Spot(self.cells["身份证号"], f"{field}：表里没有，按身份证号是 {value}"))
