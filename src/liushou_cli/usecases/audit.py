"""What left the house, from the ledger."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.ledger import Outgoing
from liushou_cli.store import text_file
from liushou_cli.store.class_records import must_be_whole
from liushou_cli.store.ledger import read_ledger
from liushou_cli.store.opening import open_records

_LARGEST = 1 << 28  # bytes


class Audit(NamedTuple):
    """``entries`` by day, the newest last; ``verified`` are those of the file asked about."""

    entries: tuple[Outgoing, ...]
    verified: tuple[Outgoing, ...] = ()


def audit(start: Path, since: date | None = None, file: Path | None = None) -> Audit:
    """The ledger from the day *since* on, and who got *file* if one is given.

    Raises :class:`liushou_cli.errors.Damaged` for a file of the ledger that cannot be understood, and
    :class:`liushou_cli.errors.DiskTrouble` where *file* cannot be read.
    """
    months = read_ledger(open_records(start))
    must_be_whole([problem for month in months for problem in month.problems])
    every = [entry for month in months if month.value for entry in month.value.entries]
    every.sort(key=lambda entry: entry.on)
    digest = text_file.digest(text_file.read_bytes(file, _LARGEST)) if file else None
    return Audit(
        tuple(entry for entry in every if since is None or entry.on >= since),
        tuple(entry for entry in every if digest and entry.digest == digest),
    )
