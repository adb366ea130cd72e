"""The comparison of pictures: it reads every filter of a PNG, and sees what a person would see."""

import struct
import zlib

import pytest

from tests.helpers.picture import difference, greys, packed

ROWS = [[(x * 37 + y * 11) % 256 for x in range(40)] for y in range(20)]


def filtered(kind: int) -> bytes:
    """ROWS as a PNG whose lines all use this filter."""
    made, above = b"", [0] * 40
    for row in ROWS:
        left, corner = [0, *row[:-1]], [0, *above[:-1]]
        guesses = {
            0: [0] * 40,
            1: left,
            2: above,
            3: [(a + b) // 2 for a, b in zip(left, above, strict=True)],
            4: [
                min((a, b, c), key=lambda one, p=a + b - c: abs(p - one))  # type: ignore[misc]
                for a, b, c in zip(left, above, corner, strict=True)
            ],
        }[kind]
        made += bytes([kind, *((value - guess) & 255 for value, guess in zip(row, guesses, strict=True))])
        above = row
    plain = packed(ROWS)
    start = plain.index(b"IDAT") - 4
    content = zlib.compress(made)
    block = struct.pack(">I", len(content)) + b"IDAT" + content
    return (
        plain[:start] + block + struct.pack(">I", zlib.crc32(block[4:])) + plain[plain.index(b"IEND") - 4 :]
    )


@pytest.mark.parametrize("kind", range(5))
def test_every_filter_is_undone(kind: int) -> None:
    assert greys(filtered(kind)) == ROWS


def test_noise_passes_and_a_moved_line_does_not() -> None:
    page = [[0 if 100 < y < 120 else 255] * 160 for y in range(320)]
    noise = [[max(0, value - (x + y) % 2) for x, value in enumerate(row)] for y, row in enumerate(page)]
    moved = page[20:] + page[:20]
    mean, far = difference(packed(page), packed(noise))
    assert (mean < 0.6, far) == (True, 0)
    mean, far = difference(packed(page), packed(moved))
    assert (mean > 10, far > 0.05) == (True, True)
