"""Which characters a font file holds. Typst prints an empty box, and no error, for one that no font has.

The layout of the files is that of the OpenType specification, table ``cmap``, formats 4 and 12.
"""

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

_COLLECTION = b"ttcf"


def lacking(path: Path, index: int, characters: Iterable[str]) -> set[str]:
    """Those of *characters* that face number *index* of the file does not hold; all, if it cannot be read."""
    wanted = {ord(char): char for char in characters}
    try:
        with path.open("rb") as file:
            held = _held(_character_map(file, index), wanted)
    except (OSError, struct.error, LookupError):
        held = set()
    return {char for code, char in wanted.items() if code not in held}


def _unpack(form: str, data: bytes, offset: int = 0) -> tuple[int, ...]:
    return struct.unpack_from(">" + form, data, offset)


def _character_map(file: BinaryIO, index: int) -> bytes:
    """The ``cmap`` table as it stands. Raises LookupError where there is none."""
    start = 0
    if file.read(4) == _COLLECTION:
        file.seek(12 + 4 * index)
        (start,) = _unpack("I", file.read(4))
    file.seek(start + 4)
    (count,) = _unpack("H", file.read(2))
    file.seek(start + 12)
    for tag, _, offset, length in struct.iter_unpack(">4sIII", file.read(16 * count)):
        if tag == b"cmap":
            file.seek(offset)
            return file.read(length)
    raise LookupError("no cmap")


def _held(table: bytes, wanted: Iterable[int]) -> set[int]:
    (count,) = _unpack("H", table, 2)
    offsets = {_unpack("HHI", table, 4 + 8 * i)[2] for i in range(count)}
    held: set[int] = set()
    for offset in offsets:
        (form,) = _unpack("H", table, offset)
        ranges = {4: _format_4, 12: _format_12}.get(form)
        if ranges:
            found = list(ranges(table, offset))
            held |= {code for code in wanted if any(first <= code <= last for first, last in found)}
    return held


def _format_4(table: bytes, offset: int) -> Iterator[tuple[int, int]]:
    """Segments of the first 65536 characters; those that lead to glyph 0 by their own table are left out."""
    (double,) = _unpack("H", table, offset + 6)
    count = double // 2
    ends = _unpack(f"{count}H", table, offset + 14)
    starts = _unpack(f"{count}H", table, offset + 16 + double)
    deltas = _unpack(f"{count}H", table, offset + 16 + 2 * double)
    places = offset + 16 + 3 * double
    leads = _unpack(f"{count}H", table, places)
    for i, (first, last, delta, lead) in enumerate(zip(starts, ends, deltas, leads, strict=True)):
        if first == 0xFFFF:
            continue
        if not lead:
            yield from _without(first, last, (0x10000 - delta) & 0xFFFF)
            continue
        glyphs = _unpack(f"{last - first + 1}H", table, places + 2 * i + lead)
        yield from ((code, code) for code, glyph in enumerate(glyphs, first) if glyph)


def _without(first: int, last: int, code: int) -> Iterator[tuple[int, int]]:
    if not first <= code <= last:
        yield first, last
        return
    if first < code:
        yield first, code - 1
    if code < last:
        yield code + 1, last


def _format_12(table: bytes, offset: int) -> Iterator[tuple[int, int]]:
    (count,) = _unpack("I", table, offset + 12)
    groups = struct.iter_unpack(">III", table[offset + 16 : offset + 16 + 12 * count])
    yield from ((first + (glyph == 0), last) for first, last, glyph in groups)
