"""The ledger's files: one a month below the root of the records."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from liushou_cli.domain.ledger import ENTRIES, ORDER, Ledger
from liushou_cli.store import emit
from liushou_cli.store.edit import Append
from liushou_cli.store.layout import Records, yaml_files
from liushou_cli.store.record import Loaded, load
from liushou_cli.store.transaction import Transaction

FOLDER = "ledger"


def read_ledger(records: Records) -> list[Loaded[Ledger]]:
    """Every month's file, the earliest first; what cannot be understood comes along as problems."""
    files = yaml_files(records.root / FOLDER)
    return [load(place, place.relative_to(records.root).as_posix(), Ledger) for place in files]


def enter(change: Transaction, entries: Sequence[Mapping[str, Any]], on: date) -> None:
    """Stage *entries*, under their Chinese keys, at the end of the month's file."""
    place = _file(change.root, on)
    found = [dict(entry) for entry in entries]
    if place.exists() or place.is_symlink():
        change.edit(place, [Append((ENTRIES,), entry) for entry in found], ORDER)
    else:
        change.create(place, "\n".join(emit.block({"格式": 1, ENTRIES: found})) + "\n")


def _file(root: Path, on: date) -> Path:
    return root / FOLDER / f"{on:%Y-%m}.yaml"
