"""A sheet that came back: all its rows into the children's files, or none."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from liushou_cli.domain import term
from liushou_cli.domain.child import Child
from liushou_cli.domain.form import CHILD as ORDER
from liushou_cli.domain.grid import Grid, place_of
from liushou_cli.domain.intake.rows import Spot
from liushou_cli.domain.worksheet.base import Base
from liushou_cli.domain.worksheet.edits import puts, record
from liushou_cli.domain.worksheet.kinds import NAME
from liushou_cli.domain.worksheet.plan import Corrected, Known, New, Plan, plan
from liushou_cli.domain.worksheet.reading import Returned, returned
from liushou_cli.errors import BadInput, Damaged, LiushouError
from liushou_cli.store import index, text_file
from liushou_cli.store.class_records import must_be_whole, read_class
from liushou_cli.store.doubts import doubts
from liushou_cli.store.edit import Append, Drop, Edit, Put, apply
from liushou_cli.store.layout import ClassFolder, Records
from liushou_cli.store.opening import open_records
from liushou_cli.store.record import Loaded
from liushou_cli.store.refusals import refusal
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction
from liushou_cli.store.yaml_text import parse, plain


class Work(NamedTuple):
    """The edits of one file that was read with ``digest``."""

    path: Path
    edits: tuple[Edit, ...]
    digest: str


class Prepared(NamedTuple):
    """``problems`` empty: :func:`carry_out` may write ``work``. ``doubts`` are what check would ask."""

    records: Records
    base: Base
    returned: Returned
    plan: Plan
    work: tuple[Work, ...]
    problems: tuple[Spot, ...]
    doubts: tuple[str, ...]
    commit: bool


def prepare(start: Path, base: Base, grids: Sequence[Grid], today: date) -> Prepared:
    """Everything but the writing. Raises :class:`BadInput` for another class's sheet, :class:`Damaged`."""
    records = open_records(start)
    came = returned(grids, base.of)
    desks = _Desks(records, base, today)
    laid = plan(base, came.lines, desks.known, today)
    problems, work, odd = [*came.problems, *laid.problems], list[Work](), list[str]()
    if not problems:
        for id_, edits in _by_child(laid, base).items():
            made, found, asked = desks.judged(id_, edits)
            work += [made] if made else []
            problems += found
            odd += asked
    ordered = tuple(sorted(problems, key=lambda spot: place_of(spot.cell)))
    return Prepared(records, base, came, laid, tuple(work), ordered, tuple(odd), desks.commit)


def carry_out(ready: Prepared, on_wait: Waiting) -> Saved:
    """Write all of it in one transaction."""

    def stage(change: Transaction) -> None:
        for one in ready.work:
            if text_file.read(one.path).digest != one.digest:
                raise Damaged(f"{one.path.name} 刚才被别的程序改过，没有覆盖它", "再运行一次这条命令")
            change.edit(one.path, one.edits, ORDER)

    kind, laid = ready.base.of, ready.plan
    message = f"导入{kind.title}：添 {len(laid.new)} 条，改 {len(laid.corrected)} 条"
    saved = save(ready.records, stage, message, commit=ready.commit, on_wait=on_wait)
    return saved._replace(warnings=(*ready.doubts, *saved.warnings))


class _Rows(NamedTuple):
    """What one child's file gets, and the cell of the first row that brings it."""

    cell: str
    edits: tuple[Edit, ...]


def _by_child(laid: Plan, base: Base) -> dict[str, _Rows]:
    found: dict[str, _Rows] = {}
    changes: list[Corrected | New] = [*laid.corrected, *laid.new]
    for one in changes:
        before = found.get(one.who.row.id, _Rows(one.line.cell(NAME), ()))
        found[one.who.row.id] = before._replace(edits=(*before.edits, *_edits(one, base)))
    return found


def _edits(one: Corrected | New, base: Base) -> Iterator[Edit]:
    label = base.of.label
    if isinstance(one, New):
        yield Append((label,), record(one, base.of))
        return
    for path, value in puts(one):
        place = (label, one.place, *path)
        yield Drop(place) if value is None else Put(place, value)


class _Desks:
    """The classes of the sheet."""

    def __init__(self, records: Records, base: Base, today: date) -> None:
        self.today = today
        self.commit = False
        self.known: dict[str, Known] = {}
        self._files: dict[str, tuple[ClassFolder, Loaded[Child]]] = {}
        for folder in records.classes:
            self._read(folder, base)
        if not self.known:
            raise BadInput(f"这张表是 {'、'.join(base.classes)} 班的", "到那个班的文件夹里导入，或用 -C 指明")

    def _read(self, folder: ClassFolder, base: Base) -> None:
        found = read_class(folder)
        if found.settings.own.code not in base.classes:
            return
        must_be_whole([problem for one in found.children for problem in one.problems])
        facts = index.roster(folder)
        rows = {row.id: row for row in facts.rows}
        span, teacher = found.settings.span(term.parse(base.term)), found.settings.own.teacher
        self.commit = self.commit or found.settings.auto_commit
        for loaded in found.children:
            if loaded.value and loaded.value.id in rows:
                child = loaded.value
                self.known[child.id] = Known(rows[child.id], child, span, teacher)
                self._files[child.id] = folder, loaded

    def judged(self, id_: str, rows: _Rows) -> tuple[Work | None, list[Spot], list[str]]:
        """The file as it would stand: what makes it unreadable or impossible is a problem, what is odd a doubt."""
        folder, loaded = self._files[id_]
        assert loaded.source is not None  # noqa: S101  # it was read
        try:
            text = apply(loaded.source.text, rows.edits, ORDER, loaded.file)
            child = Child.model_validate(plain(parse(text)))
            odd = doubts(folder, child, self.today, loaded.value)
        except ValidationError as error:
            return None, [Spot(rows.cell, *refusal(error))], []
        except LiushouError as error:
            return None, [Spot(rows.cell, error.message, error.hint)], []
        return Work(folder.child_file(id_), rows.edits, loaded.source.digest), [], list(odd)
