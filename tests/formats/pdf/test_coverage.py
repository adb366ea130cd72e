"""Reading which characters a font has, from small fonts made here."""

import struct
from pathlib import Path

import pytest

from liushou_cli.formats.pdf.coverage import lacking


def format_4(segments: list[tuple[int, int, int, list[int]]]) -> bytes:
    """``segments``: first, last, delta, and the glyphs where the segment has a table of its own."""
    segments = [*segments, (0xFFFF, 0xFFFF, 1, [])]
    count = len(segments)
    glyphs: list[int] = []
    leads: list[int] = []
    for i, (_, _, _, own) in enumerate(segments):
        leads.append(2 * (count - i + len(glyphs)) if own else 0)
        glyphs += own
    body = struct.pack(f">{count}H", *(last for _, last, _, _ in segments)) + b"\0\0"
    body += struct.pack(f">{count}H", *(first for first, _, _, _ in segments))
    body += struct.pack(f">{count}H", *(delta for _, _, delta, _ in segments))
    body += struct.pack(f">{count}H{len(glyphs)}H", *leads, *glyphs)
    return struct.pack(">HHHHHHH", 4, 14 + len(body), 0, 2 * count, 0, 0, 0) + body


def format_12(groups: list[tuple[int, int, int]]) -> bytes:
    body = b"".join(struct.pack(">III", *group) for group in groups)
    return struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(groups)) + body


def font(*tables: bytes, before: bytes = b"") -> bytes:
    """A font file with nothing but the map of its characters, ``before`` bytes into a larger one."""
    head, offset = struct.pack(">HH", 0, len(tables)), 4 + 8 * len(tables)
    records = b""
    for i, table in enumerate(tables):
        records += struct.pack(">HHI", 3, i, offset)
        offset += len(table)
    cmap = head + records + b"".join(tables)
    directory = struct.pack(">IHHHH", 0x00010000, 1, 0, 0, 0)
    directory += struct.pack(">4sIII", b"cmap", 0, len(before) + len(directory) + 16, len(cmap))
    return before + directory + cmap


@pytest.mark.parametrize(
    ("table", "asked", "answer"),
    [
        (format_4([(0x4E00, 0x4E02, 5, [])]), "一丁丂七", "七"),
        (format_4([(0x4E00, 0x4E02, 0, [7, 0, 9])]), "一丁丂", "丁"),
        (format_4([(0x41, 0x43, 0x10000 - 0x42, [])]), "ABC", "B"),
        (format_4([(0x41, 0x41, 1, []), (0x4E00, 0x4E01, 0, [0, 3])]), "A一丁", "一"),
        (format_12([(0x4E00, 0x4E01, 3), (0x2CB4E, 0x2CB4E, 9)]), "一丂𬭎𬭏", "丂𬭏"),
        (format_12([(0x41, 0x42, 0)]), "AB", "A"),
    ],
)
def test_which_characters_a_font_lacks(table: bytes, asked: str, answer: str, tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(font(table))
    assert lacking(tmp_path / "a.ttf", 0, asked) == set(answer)


def test_the_tables_of_a_font_complete_each_other(tmp_path: Path) -> None:
    both = font(format_4([(0x4E00, 0x4E00, 5, [])]), format_12([(0x2CB4E, 0x2CB4E, 9)]))
    (tmp_path / "a.otf").write_bytes(both)
    assert lacking(tmp_path / "a.otf", 0, "一丁𬭎") == {"丁"}


def test_a_collection_holds_several(tmp_path: Path) -> None:
    first = font(format_4([(0x4E00, 0x4E00, 5, [])]), before=b"\0" * 20)[20:]
    head = struct.pack(">4sIIII", b"ttcf", 0x00010000, 2, 20, 20 + len(first))
    second = font(format_4([(0x4E01, 0x4E01, 5, [])]), before=head + first)
    (tmp_path / "a.ttc").write_bytes(
        font(format_4([(0x4E00, 0x4E00, 5, [])]), before=head) + second[20 + len(first) :]
    )
    assert [lacking(tmp_path / "a.ttc", i, "一丁") for i in (0, 1)] == [{"丁"}, {"一"}]


@pytest.mark.parametrize("content", [b"", b"no font", font()[:40], b"\0\1\0\0" + b"\0" * 20])
def test_a_file_that_is_no_font_has_no_character(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(content)
    assert lacking(tmp_path / "a.ttf", 0, "一") == {"一"}
    assert lacking(tmp_path / "none.ttf", 0, "一") == {"一"}
