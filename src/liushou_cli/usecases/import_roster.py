"""Take a roster into the files: all rows or none."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import ValidationError

from liushou_cli.domain import checks
from liushou_cli.domain.checks import ChildFile
from liushou_cli.domain.child import Child
from liushou_cli.domain.counted import Counted, unheard
from liushou_cli.domain.form import CHILD
from liushou_cli.domain.grid import Grid
from liushou_cli.domain.intake.classes import class_of
from liushou_cli.domain.intake.match import Known
from liushou_cli.domain.intake.plan import Answers, Plan, Update, complete, plan
from liushou_cli.domain.intake.reading import Reading, reading
from liushou_cli.domain.intake.record import record
from liushou_cli.domain.intake.rows import Entry, Spot, Understood, understood
from liushou_cli.domain.problem import Problem
from liushou_cli.domain.settings import Settings
from liushou_cli.errors import BadInput, Damaged, LiushouError
from liushou_cli.store import emit, index, text_file
from liushou_cli.store.chance import new_id
from liushou_cli.store.class_records import must_be_whole, read_child, read_settings
from liushou_cli.store.doubts import IMPOSSIBLE
from liushou_cli.store.edit import Append, Edit, Put, apply
from liushou_cli.store.layout import ClassFolder, Records, classes_below
from liushou_cli.store.mappings import remember, remembered
from liushou_cli.store.opening import open_records
from liushou_cli.store.record import Loaded
from liushou_cli.store.refusals import refusal_besides
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction
from liushou_cli.store.yaml_text import parse, plain

Step = Literal["rows", "files", "compared", "judged"]
Progress = Callable[[Step, int, int], None]  # (of what, done, of how many)


class Order(NamedTuple):
    """What the command line says besides the file: the class, since when in it, and :class:`Answers`."""

    answers: Answers
    joined: date | None = None
    class_name: str = ""


class Work(NamedTuple):
    """One file to be written: new ``content``, or ``edits`` of what was read with ``digest``."""

    path: Path
    content: bytes = b""
    edits: tuple[Edit, ...] = ()
    digest: str = ""


class Prepared(NamedTuple):
    """``problems`` empty: :func:`carry_out` may write ``work``. ``notes`` are what was worked out, and doubts."""

    records: Records
    plans: tuple[Plan, ...]
    work: tuple[Work, ...]
    rows: int
    problems: tuple[Spot, ...]
    notes: tuple[Spot, ...]
    skipped: tuple[Spot, ...]
    commit: bool


def read_roster(start: Path, grids: Sequence[Grid], sheet: str, mapped: Mapping[str, str]) -> Reading:
    """Which sheet and which columns, by *mapped*, then by what was remembered here, then by the table."""
    return reading(grids, sheet, mapped, remembered(open_records(start)))


def prepare(
    start: Path,
    found: Reading,
    order: Order,
    today: date,
    progress: Progress = lambda *_: None,
) -> Prepared:
    """Everything but the writing. Raises :class:`BadInput` for a wrong option, :class:`Damaged` for a bad file."""
    records = open_records(start)
    rows = understood(found.grid, found.header, found.fields, partial(progress, "rows"))
    desks = [_Desk(folder, today, partial(progress, "files")) for folder in records.classes]
    parted, problems, skipped = _by_class(rows, desks, order.class_name)
    elsewhere = cache(partial(_elsewhere, records, [desk.folder.path for desk, _ in parted], today))
    plans: list[Plan] = []
    work: list[Work] = []
    notes = list(rows.notes)
    for desk, entries in parted:
        made = plan(
            entries, desk.children, desk.gone, today, order.answers, desk.child, partial(progress, "compared")
        )
        plans.append(made)
        problems += made.problems
        problems += [spot for entry in made.new if (spot := _in_other_class(entry, desk, elsewhere()))]
        pieces = [partial(desk.new, entry, order) for entry in made.new if complete(entry)]
        pieces += [partial(desk.update, one) for one in made.updates]
        for done, make in enumerate(pieces, 1):
            _note(make(), work, problems, notes)
            progress("judged", done, len(pieces))
    return Prepared(
        records, tuple(plans), tuple(work), len(rows.entries), (*rows.problems, *problems), tuple(notes),
        (*rows.skipped, *skipped), any(desk.settings.auto_commit for desk, _ in parted),
    )  # fmt: skip


def carry_out(
    ready: Prepared, mapped: Mapping[str, str], on_wait: Waiting, on_write: Counted = unheard
) -> Saved:
    """Write all of it in one transaction, and remember *mapped* headings with it."""

    def stage(change: Transaction) -> None:
        for one in ready.work:
            if one.content:
                change.replace(one.path, one.content, "")
                continue
            if text_file.read(one.path).digest != one.digest:
                raise Damaged(f"{one.path.name} 刚才被别的程序改过，没有覆盖它", "再运行一次这条命令")
            change.edit(one.path, one.edits, CHILD)
        remember(change, ready.records, mapped)

    new = sum(bool(one.content) for one in ready.work)
    message = f"导入花名册：新建 {new} 份，修改 {len(ready.work) - new} 份"
    return save(ready.records, stage, message, commit=ready.commit, on_wait=on_wait, on_write=on_write)


class _Made(NamedTuple):
    work: Work | None
    problems: tuple[Spot, ...] = ()
    notes: tuple[Spot, ...] = ()


def _note(made: _Made, work: list[Work], problems: list[Spot], notes: list[Spot]) -> None:
    work += [made.work] if made.work else []
    problems += made.problems
    notes += made.notes


class _Desk:
    """One class while a roster is laid beside it."""

    def __init__(self, folder: ClassFolder, today: date, counted: Counted) -> None:
        self.folder = folder
        self.today = today
        self.settings: Settings = read_settings(folder)
        self.children: list[Known] = []
        self.files: dict[str, Path] = {}
        self.gone: dict[str, str] = {}  # children whom a row may not speak of: those who left
        self._read(counted)
        self.ids = set(self.files)
        self.first_day = self.settings.span(self.settings.term_of(today)).first

    @property
    def code(self) -> str:
        return self.settings.own.code

    @property
    def name(self) -> str:
        return self.settings.class_name(self.settings.term_of(self.today))

    def _read(self, counted: Counted) -> None:
        """Every file once, keeping of each only what tells whose it is."""
        problems: list[Problem] = []
        paths = self.folder.child_files()
        for done, path in enumerate(paths, 1):
            loaded = read_child(self.folder, path)
            problems += loaded.problems
            if child := loaded.value:
                self.children.append(Known.of(child))
                self.files[child.id] = path
                if not child.enrolled_on(self.today):
                    self.gone[child.id] = f"{child.name}已经离开这个班（编号 {child.id}），名册里又有"
            counted(done, len(paths))
        must_be_whole(problems)

    def _file(self, child_id: str) -> tuple[Loaded[Child], Child]:
        """The file of one child, read again. Raises :class:`Damaged` where it went bad meanwhile."""
        loaded = read_child(self.folder, self.files[child_id])
        must_be_whole(list(loaded.problems))
        assert loaded.value is not None  # noqa: S101  # no problems: it was read
        return loaded, loaded.value

    def child(self, child_id: str) -> Child:
        return self._file(child_id)[1]

    def new(self, entry: Entry, order: Order) -> _Made:
        child_id = new_id(self.ids)
        self.ids.add(child_id)
        since = order.answers.since
        tree = record(entry, child_id, order.joined or self.first_day, since, self.today)
        text = "\n".join(emit.block(tree)) + "\n"
        return self._judged(entry, Work(self.folder.child_file(child_id), text.encode("utf-8")), text, None)

    def update(self, update: Update) -> _Made:
        loaded, before = self._file(update.child.id)
        assert loaded.source is not None  # noqa: S101  # it was read
        edits = tuple(
            Put(one.path, one.value) if one.how == "put" else Append(one.path, one.value)
            for one in update.changes
        )
        try:
            text = apply(loaded.source.text, edits, CHILD, loaded.file)
        except LiushouError as error:
            return _Made(None, (Spot(update.entry.cell("姓名"), error.message, error.hint),))
        work = Work(self.files[update.child.id], b"", edits, loaded.source.digest)
        return self._judged(update.entry, work, text, before)

    def _judged(self, entry: Entry, work: Work, text: str, before: Child | None) -> _Made:
        """What is impossible in the file as it would stand is a problem, what is odd a note."""
        where = entry.cell("姓名")
        try:
            child = Child.model_validate(plain(parse(text)))
        except ValidationError as error:
            said = refusal_besides(error, entry.follows)
            return _Made(None, (Spot(where, f"{entry.name}：{said[0]}", said[1]),) if said else ())
        known = {(one.check, one.message) for one in self._findings(before)} if before else set()
        new = [one for one in self._findings(child) if (one.check, one.message) not in known]
        odd = [one for one in new if not entry.follows(one.path)]
        wrong = [
            Spot(where, f"{child.name}：{one.message}", one.hint) for one in odd if one.check in IMPOSSIBLE
        ]
        notes = [
            Spot(where, f"{child.name}：{one.message}", one.hint)
            for one in odd
            if one.check not in IMPOSSIBLE
        ]
        return _Made(work, tuple(wrong), tuple(notes))

    def _findings(self, child: Child) -> list[Any]:
        file = self.folder.child_file(child.id)
        asked = ChildFile(self.folder.relative(file), file.name, child, self.settings, self.today)
        return list(checks.of_child(asked))


def _by_class(
    rows: Understood, desks: Sequence[_Desk], said: str
) -> tuple[list[tuple[_Desk, list[Entry]]], list[Spot], list[Spot]]:
    """Each row to its class: by --class, by the only class there is, by its 班级."""
    names = {desk.code: desk.name for desk in desks}
    if said and not class_of(said, names):
        raise BadInput(f"没有班级“{said}”", f"有这些：{'、'.join(names)}")
    own = [desk for desk in desks if not said or desk.code == class_of(said, names)]
    written = {entry.class_name for entry in rows.entries if entry.class_name}
    if len(own) == 1 and (said or len(written) < 2):
        return [(own[0], list(rows.entries))], [], []
    parted: dict[str, list[Entry]] = {desk.code: [] for desk in desks}
    problems, skipped = [], []
    for entry in rows.entries:
        code = class_of(entry.class_name, names)
        if code:
            parted[code].append(entry)
        elif len(own) == 1 and entry.class_name:
            skipped.append(Spot(entry.cell("姓名"), f"{entry.class_name}不是这个班，没有导入"))
        else:
            said = f"不知道{entry.name}是哪个班的：{entry.class_name or '没有写班级'}"
            problems.append(
                Spot(entry.cell("姓名"), said, f"全是一个班就加 --class；有这些：{'、'.join(names)}")
            )
    if len(own) == 1 and not parted[own[0].code]:
        raise BadInput(f"表里没有一行的班级是 {own[0].name}", f"全是这个班的就加 --class {own[0].code}")
    return [(desk, parted[desk.code]) for desk in own if parted[desk.code]], problems, skipped


def _elsewhere(
    records: Records, here: Sequence[Path], today: date
) -> dict[tuple[str, str], tuple[Path, str]]:
    """Name and birthday of every child of the school's classes: where the file is. The only class is left out."""
    folders = {
        folder.path: folder for folder in (*records.classes, *classes_below(records.root, records.root))
        if [folder.path] != here
    }  # fmt: skip
    return {
        (row.name, row.born.isoformat()): (folder.path, f"{folder.name} 班（编号 {row.id}）")
        for folder in folders.values()
        for row in index.roster(folder).rows
        if row.enrolled_on(today)
    }


def _in_other_class(
    entry: Entry, desk: _Desk, elsewhere: Mapping[tuple[str, str], tuple[Path, str]]
) -> Spot | None:
    path, where = elsewhere.get((entry.name, entry.born), (desk.folder.path, ""))
    if path == desk.folder.path:
        return None
    return Spot(
        entry.cell("姓名"), f"{entry.name}在 {where}已有档案", "是转班就先在那边记离班；不是就核对姓名和生日"
    )
