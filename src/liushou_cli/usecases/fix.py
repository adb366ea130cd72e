"""Mend what ``check`` finds where there is only one way to mend it: GBK to UTF-8, records without 号."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from liushou_cli.domain.activity import Activities
from liushou_cli.domain.base import Record
from liushou_cli.domain.checks import numbered, unknown_keys
from liushou_cli.domain.child import Child
from liushou_cli.domain.form import ACTIVITIES, CHILD
from liushou_cli.domain.settings import ClassSettings, SchoolSettings
from liushou_cli.errors import Damaged, DiskTrouble
from liushou_cli.store import text_file
from liushou_cli.store.chance import new_id
from liushou_cli.store.class_records import read_settings
from liushou_cli.store.edit import Put, apply
from liushou_cli.store.layout import ClassFolder, Records
from liushou_cli.store.opening import open_records
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction
from liushou_cli.store.yaml_text import Mapping, YamlFault, parse, plain

_ORDER = {Child: CHILD, Activities: ACTIVITIES}
_BOM = "\ufeff"


class Fixed(NamedTuple):
    """``changes`` say what was mended, a line a file."""

    changes: tuple[str, ...]
    saved: Saved


class _Text(NamedTuple):
    """A file that can be mended: its text as it should be encoded, its tree, the digest of its bytes."""

    text: str
    root: Mapping
    digest: str
    was_gbk: bool


def fix(start: Path, on_wait: Waiting) -> Fixed:
    """Mend all records *start* lies in, all or none; a second run finds nothing to do."""
    records = open_records(start, on_wait)
    changes: list[str] = []

    def stage(change: Transaction) -> None:
        changes.extend(_stage(records, change))

    commit = any(_auto_commit(folder) for folder in records.classes)
    saved = save(records, stage, "检查：补上号，转换编码", commit=commit, on_wait=on_wait)
    return Fixed(tuple(changes), saved)


def _stage(records: Records, change: Transaction) -> Iterator[str]:
    found = [(path, model, text) for path, model in _files(records) if (text := _read(path, model))]
    taken = {number for _, model, text in found for _, number in _numbers(model, text) if number}
    for path, model, text in found:
        name = path.relative_to(records.root).as_posix()
        mended, added = _with_numbers(name, model, text, taken)
        content = mended.encode("utf-8")
        if (added or text.was_gbk) and len(content) <= text_file.MAX_BYTES:
            change.replace(path, content, text.digest)
            did = ["从 GBK 转成 UTF-8"] * text.was_gbk + [f"补上 {added} 个号"] * bool(added)
            yield f"{name}：{'，'.join(did)}"


def _files(records: Records) -> Iterator[tuple[Path, type[Record]]]:
    if records.classes and (school := records.classes[0].school_file):
        yield school, SchoolSettings
    for folder in records.classes:
        yield folder.settings_file, ClassSettings
        yield from ((path, Child) for path in folder.child_files())
        yield from ((path, Activities) for path in folder.activity_files())


def _read(path: Path, model: type[Record]) -> _Text | None:
    """None where the file cannot be read, or not surely: it is left as it stands."""
    try:
        content = text_file.read_bytes(path)
        if len(content) > text_file.MAX_BYTES:
            return None
        text, was_gbk = _decoded(content)
        root = parse(text.removeprefix(_BOM))
    except (YamlFault, DiskTrouble, UnicodeDecodeError):
        return None
    # Bytes that happen to decode as GBK would give keys nobody ever wrote.
    if was_gbk and any(len(said.path) == 1 for said in unknown_keys(model, plain(root))):
        return None
    return _Text(text, root, text_file.digest(content), was_gbk)


def _decoded(content: bytes) -> tuple[str, bool]:
    try:
        return text_file.decode(content), False
    except YamlFault as fault:
        if fault.kind != "encoding" or not text_file.looks_gbk(content):
            raise
    return content.decode("gb18030"), True


def _numbers(model: type[Record], text: _Text) -> list[tuple[tuple[str | int, ...], str]]:
    try:
        return list(numbered(model.model_validate(plain(text.root))))
    except ValidationError:
        return []


def _with_numbers(name: str, model: type[Record], text: _Text, taken: set[str]) -> tuple[str, int]:
    """The text with a number for each record that lacks one, and how many were added."""
    mended, added = text.text, 0
    for path, number in _numbers(model, text):
        if number:
            continue
        drawn = new_id(taken)
        try:
            bare = apply(mended.removeprefix(_BOM), [Put((*path, "号"), drawn)], _ORDER[model], name)
        except Damaged:  # written in a way no edit dares to touch; check goes on naming it
            continue
        mended = _BOM * mended.startswith(_BOM) + bare
        taken.add(drawn)
        added += 1
    return mended, added


def _auto_commit(folder: ClassFolder) -> bool:
    try:
        return read_settings(folder).auto_commit
    except Damaged:
        return False
