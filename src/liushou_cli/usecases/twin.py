"""Write an invented twin of the records: for training, for pictures, for reports of faults."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.domain.activity import Activities
from liushou_cli.domain.base import Record
from liushou_cli.domain.child import Child
from liushou_cli.domain.days import parse_day, parse_month_or_day
from liushou_cli.domain.grade import is_class_code
from liushou_cli.domain.homes import Homes
from liushou_cli.domain.ids import is_id
from liushou_cli.domain.moved import Moved
from liushou_cli.domain.settings import ClassSettings, SchoolSettings
from liushou_cli.domain.term import Span, Term, containing, default_span
from liushou_cli.domain.twin.corpus import Filler, texts
from liushou_cli.domain.twin.days import Days
from liushou_cli.domain.twin.names import Names
from liushou_cli.domain.twin.numbers import Numbers
from liushou_cli.domain.twin.trees import Inventor
from liushou_cli.errors import BadInput, DiskTrouble, reason
from liushou_cli.store import durable, emit
from liushou_cli.store.chance import below, new_id
from liushou_cli.store.class_records import read_settings
from liushou_cli.store.layout import CLASS_FILE, HOMES_FILE, SCHOOL_FILE, ClassFolder, Records, is_plain_file
from liushou_cli.store.new_folder import is_new
from liushou_cli.store.opening import open_records
from liushou_cli.store.record import load
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction
from liushou_cli.store.yaml_text import plain

_SAID = "# 虚构副本：里面的人、号码、日期和事情都是编的，没有真的孩子。\n"


class Twin(NamedTuple):
    """``skipped`` are files that cannot be read as YAML, by their names: they have no twin."""

    files: int
    children: int
    skipped: tuple[str, ...]
    saved: Saved


class _File(NamedTuple):
    folder: str
    part: str
    stem: str
    tree: Any
    model: type[Record]


def twin(start: Path, target: Path, today: date, on_wait: Waiting) -> Twin:
    """The twin of the records *start* lies in, in the new folder *target*; nothing of theirs is changed.

    Raises :class:`BadInput`, :class:`Refused` for a folder that is not empty or lies in records.
    """
    target = target.resolve()
    if not is_new(target):
        raise BadInput(f"{target.name} 不是空的", "换一个新的文件夹")
    records = open_records(start, on_wait)
    found = list(_files(records))
    whole = [one for _, one in found if one]
    inventor = _inventor(records, whole, today)
    made = {target / _place(one, inventor): _text(one, inventor) for one in whole}
    try:
        durable.make_folder(target)
    except OSError as error:
        raise DiskTrouble(f"建不了 {target.name}：{reason(error)}", "检查磁盘空间和权限") from None

    def stage(change: Transaction) -> None:
        for path, text in made.items():
            change.create(path, text)

    saved = save(Records(target, (), whole_school=True), stage, "虚构副本", commit=False, on_wait=on_wait)
    children = sum(one.part == "children" for one in whole)
    return Twin(len(made), children, tuple(name for name, one in found if one is None), saved)


def _files(records: Records) -> Iterator[tuple[str, _File | None]]:
    """Every record by its name in messages; None for one that is no YAML."""
    shared: tuple[tuple[str, type[Record]], ...] = ((SCHOOL_FILE, SchoolSettings), (HOMES_FILE, Homes))
    for name, model in shared:
        if is_plain_file(records.root / name):
            yield _file(records, records.root / name, "", "", model)
    for folder in records.classes:
        named = "" if folder.path == records.root else _class_name(folder)
        yield _file(records, folder.settings_file, named, "", ClassSettings)
        parts: tuple[tuple[list[Path], type[Record]], ...] = (
            (folder.child_files(), Child), (folder.activity_files(), Activities), (folder.stub_files(), Moved),
        )  # fmt: skip
        for files, model in parts:
            for file in files:
                yield _file(records, file, named, file.parent.name, model)


def _file(
    records: Records, file: Path, folder: str, part: str, model: type[Record]
) -> tuple[str, _File | None]:
    name = file.relative_to(records.root).as_posix()
    root = load(file, name, model).root
    return name, None if root is None else _File(folder, part, file.stem, plain(root), model)


def _class_name(folder: ClassFolder) -> str:
    """A folder may bear any name; its twin bears the class's number."""
    return folder.name if is_class_code(folder.name) else read_settings(folder).own.code


def _place(one: _File, inventor: Inventor) -> Path:
    stem = inventor.numbers.id(one.stem) if is_id(one.stem) else one.stem
    if one.part in ("children", "moved") and not is_id(one.stem):
        stem = inventor.numbers.like(one.stem)
    return Path(one.folder) / one.part / f"{stem}.yaml"


def _text(one: _File, inventor: Inventor) -> str:
    body = "\n".join(emit.block(inventor.twin(one.tree, one.model))) + "\n"
    return _SAID + body if one.stem + ".yaml" in (CLASS_FILE, SCHOOL_FILE) else body


def _inventor(records: Records, files: list[_File], today: date) -> Inventor:
    written = [text for one in files for text in texts(one.tree)]
    filler = Filler(written, below)
    spans = read_settings(records.classes[0]).spans if records.classes else {}
    days = _days(written, _start(files), today, spans)
    numbers = Numbers(set(written) | {one.stem for one in files}, new_id, days.moved, below)
    return Inventor(days, Names(filler, below), numbers, filler, below)


def _days(written: list[str], start: date, today: date, spans: dict[Term, Span]) -> Days:
    full, months = set(), set()
    for text in written:
        if (day := _tried(parse_day, text[:10])) is not None:
            full.add(day)
        elif (day := _tried(parse_month_or_day, text)) is not None:
            months.add(day)

    def span(day: date) -> Span:
        term = containing(day, spans)
        return spans.get(term) or default_span(term)

    return Days(full, months, start, today, span, below)


def _start(files: list[_File]) -> date:
    """Some time before the first child came to class: what lies further back is family history."""
    spells = [
        day
        for one in files
        if one.model is Child and isinstance(one.tree, dict) and isinstance(one.tree.get("在班"), list)
        for spell in one.tree["在班"]
        if isinstance(spell, dict) and (day := _tried(parse_day, str(spell.get("自")))) is not None
    ]
    return min(spells, default=date.max) - timedelta(days=60)


def _tried(parse: Any, text: str) -> date | None:
    try:
        found: date = parse(text)
    except ValueError:
        return None
    return found
