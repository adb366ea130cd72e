"""Comparing pictures of a page by their greys: the same layout passes, whichever way letters are smoothed."""

import struct
import zlib
from pathlib import Path

_HEAD = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 6: 4}


def greys(png: bytes) -> list[list[int]]:
    """Rows of pixels, 0 black to 255 white, of a PNG with 8 bits a channel, not interlaced."""
    assert png.startswith(_HEAD)
    place, packed, head = len(_HEAD), b"", b""
    while place < len(png):
        length, kind = struct.unpack_from(">I4s", png, place)
        content = png[place + 8 : place + 8 + length]
        head = content if kind == b"IHDR" else head
        packed += content if kind == b"IDAT" else b""
        place += length + 12
    width, height, depth, colour, *_, interlaced = struct.unpack(">IIBBBBB", head)
    assert (depth, interlaced, colour in _CHANNELS) == (8, 0, True)
    step = _CHANNELS[colour]
    rows = _unfiltered(zlib.decompress(packed), width * step, height, step)
    return [[_grey(row[i : i + step]) for i in range(0, len(row), step)] for row in rows]


def tiles(rows: list[list[int]], size: int = 16) -> list[list[float]]:
    """The mean grey of each square of the picture."""
    return [
        [
            sum(sum(row[x : x + size]) for row in rows[y : y + size])
            / sum(len(row[x : x + size]) for row in rows[y : y + size])
            for x in range(0, len(rows[0]), size)
        ]
        for y in range(0, len(rows), size)
    ]


def difference(one: bytes, other: bytes) -> tuple[float, float]:
    """The mean difference of the tiles and the share that differ by more than 40 of 255."""
    left, right = greys(one), greys(other)
    assert (len(left), len(left[0])) == (len(right), len(right[0]))
    gaps = [
        abs(a - b) for above, below in zip(tiles(left), tiles(right), strict=True)
        for a, b in zip(above, below, strict=True)
    ]  # fmt: skip
    return sum(gaps) / len(gaps), sum(gap > 40 for gap in gaps) / len(gaps)


def packed(rows: list[list[int]]) -> bytes:
    """The picture as a grey PNG."""
    lines = b"".join(b"\0" + bytes(row) for row in rows)
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    return _HEAD + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    )


def compare(path: Path, png: bytes, *, update: bool) -> None:
    """*png* must look like the approved picture at *path*; with *update* it becomes the approved one."""
    if update:
        path.write_bytes(packed(greys(png)))
    mean, far = difference(path.read_bytes(), png)
    assert (mean < 1.5, far < 0.01) == (True, True), f"{path.name}：平均差 {mean:.1f}，差得多的 {far:.1%}"


def _grey(pixel: bytes) -> int:
    return pixel[0] if len(pixel) == 1 else (pixel[0] * 299 + pixel[1] * 587 + pixel[2] * 114) // 1000


def _unfiltered(data: bytes, width: int, height: int, step: int) -> list[bytes]:
    rows, above = [], bytes(width)
    for y in range(height):
        start = y * (width + 1)
        above = _row(data[start], bytearray(data[start + 1 : start + 1 + width]), above, step)
        rows.append(above)
    return rows


def _row(kind: int, row: bytearray, above: bytes, step: int) -> bytes:
    """The filters of the PNG specification: none, left, above, mean of both, Paeth."""
    for i in range(len(row) if kind else 0):
        left, corner = (row[i - step], above[i - step]) if i >= step else (0, 0)
        added = (
            (0, left, above[i], (left + above[i]) // 2, 0)[kind]
            if kind < 4
            else _paeth(left, above[i], corner)
        )
        row[i] = (row[i] + added) & 255
    return bytes(row)


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda one: abs(guess - one))
