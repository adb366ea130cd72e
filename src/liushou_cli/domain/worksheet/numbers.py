"""The 号 of a record that a sheet brings: the same row of the same sheet always brings the same one."""

import hashlib

from liushou_cli.domain.ids import from_bytes
from liushou_cli.domain.worksheet.kinds import Kind
from liushou_cli.domain.worksheet.reading import Line


def number_of(token: str, line: Line, kind: Kind) -> str:
    """By what the row says. So a second import knows it again, even after the file was changed."""
    said = [line.child or line.name, *(line.text(column.head) for column in kind.columns)]
    return from_bytes(hashlib.sha256("\0".join([token, *said]).encode()).digest())
