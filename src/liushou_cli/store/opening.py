"""Opening the records: where they lie, and nothing in them half-done.

A command that died leaves new files beside the old ones, and a journal if they were to be put in place.
Whoever opens the folder next, even to read, settles that first.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from liushou_cli.errors import BadInput, DiskTrouble
from liushou_cli.store import durable, journal
from liushou_cli.store.layout import OWN, Records, is_temporary, locate


def open_records(start: Path, on_wait: Callable[[], None] = lambda: None) -> Records:
    """The records *start* lies in, settled; *on_wait* as for :func:`liushou_cli.store.lock.locked`.

    Where nothing can be written, records that are whole are read as they are; half of a change is
    refused with :class:`DiskTrouble`.
    """
    try:
        records = locate(start)
    except BadInput:
        if not journal.exists(start):  # of an ``init`` that died before class.yaml had its name
            raise
        records = Records(start.resolve(), (), whole_school=True)
    if not unsettled(records.root):
        return records
    _settle_or_read(records.root, on_wait)
    return locate(start)


def unsettled(root: Path) -> bool:
    """Whether a command died here, or one is at work this moment."""
    return journal.exists(root) or any(_left(root))


def settle(root: Path) -> None:
    """Finish what a dead command had decided, clear away what it had not. The lock is held."""
    if journal.exists(root):
        journal.finish(root)
    for left in _left(root):
        durable.forget(left)


def _settle_or_read(root: Path, on_wait: Callable[[], None]) -> None:
    from liushou_cli.store.lock import locked  # slow to load, and seldom needed to read

    try:
        with locked(root, on_wait):
            settle(root)
    except DiskTrouble:
        if journal.exists(root) and journal.pending(root):
            hint = "到能写的地方运行一次 liushou list，它会接着写完"
            raise DiskTrouble("上次的改动只写了一半，这里又写不了，现在读出来会是错的", hint) from None


def _left(root: Path) -> Iterator[Path]:
    """New files that never got their names: beside records, beside settings, in our own folder."""
    for folder in (root, root / OWN, root / OWN / "index", *_folders(root)):
        for entry in _entries(folder):
            if is_temporary(entry.name):
                yield Path(entry.path)


def _folders(root: Path) -> Iterator[Path]:
    """Where something of ours can lie below *root*, be it a school or a class."""
    for entry in _entries(root):
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            folder = Path(entry.path)
            yield from (folder, *(folder / part for part in ("children", "moved", "activities", "templates")))
            for deeper in _entries(folder / "handed-in" if folder.name != "handed-in" else folder):
                yield Path(deeper.path)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    if folder.is_symlink():  # what lies behind it is not ours to clear
        return []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        return list(entries)
    return []
