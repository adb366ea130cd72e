"""A record that several children share: where it stands in each of their files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.form import CONTACTS
from liushou_cli.store.class_records import must_be_whole, read_child
from liushou_cli.store.finder import Found
from liushou_cli.store.layout import Records, classes_below
from liushou_cli.store.text_file import read_bytes
from liushou_cli.store.yaml_text import Path as Place


class Holding(NamedTuple):
    """One file in which the record stands at ``place``."""

    file: Path
    place: Place
    record: Any


def whole_child(found: Found) -> Child:
    """The child's file as a value. Raises :class:`liushou_cli.errors.Damaged` where it cannot be understood."""
    loaded = read_child(found.folder, found.folder.child_file(found.row.id))
    must_be_whole(list(loaded.problems))
    assert loaded.value is not None  # noqa: S101  # no problems: it was read
    return loaded.value


def holdings(records: Records, label: str, number: str, skip: str) -> Iterator[Holding]:
    """Where the record *number* under *label* stands in files of the school other than that of *skip* (编号).

    Raises :class:`liushou_cli.errors.Damaged` for a file that holds the number and cannot be understood.
    """
    if not number:
        return
    for folder in classes_below(records.root, records.root) or records.classes:
        for file in folder.child_files():
            if file.stem != skip and number.encode() in read_bytes(file):
                loaded = read_child(folder, file)
                must_be_whole(list(loaded.problems))
                for place, record in enumerate(getattr(loaded.value, CONTACTS[label])):
                    if record.id == number:
                        yield Holding(file, (label, place), record)
