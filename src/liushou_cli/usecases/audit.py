"""What left the house, from the ledger."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from liushou_cli.domain.ledger import RECEIPT as _MARK
from liushou_cli.domain.ledger import Outgoing, Receipt
from liushou_cli.store import text_file
from liushou_cli.store.class_records import must_be_whole
from liushou_cli.store.ledger import read_ledger
from liushou_cli.store.opening import open_records
from liushou_cli.store.yaml_fault import YamlFault
from liushou_cli.store.yaml_text import parse, plain

_LARGEST = 1 << 28  # bytes


class Audit(NamedTuple):
    """``entries`` by day, the newest last; ``verified`` are those of the file asked about.

    ``receipt`` is what that file says where it is a receipt.
    """

    entries: tuple[Outgoing, ...]
    verified: tuple[Outgoing, ...] = ()
    receipt: Receipt | None = None


def audit(start: Path, since: date | None = None, file: Path | None = None) -> Audit:
    """The ledger from the day *since* on, and who got *file* if one is given.

    Raises :class:`liushou_cli.errors.Damaged` for a file of the ledger that cannot be understood, and
    :class:`liushou_cli.errors.DiskTrouble` where *file* cannot be read.
    """
    months = read_ledger(open_records(start))
    must_be_whole([problem for month in months for problem in month.problems])
    every = [entry for month in months if month.value for entry in month.value.entries]
    every.sort(key=lambda entry: entry.on)
    content = text_file.read_bytes(file, _LARGEST) if file else None
    digest = text_file.digest(content) if content is not None else None
    receipt = _receipt(content) if content is not None else None
    return Audit(
        tuple(entry for entry in every if since is None or entry.on >= since),
        tuple(
            entry for entry in every if digest and (receipt.of(entry) if receipt else entry.digest == digest)
        ),
        receipt,
    )


def _receipt(content: bytes) -> Receipt | None:
    """What *content* says where it is a receipt; None for any other file."""
    if len(content) > text_file.MAX_BYTES or _MARK.encode() not in content:
        return None
    try:
        return Receipt.model_validate(plain(parse(text_file.text_of(content, "").text)))
    except (YamlFault, ValidationError):
        return None
