"""The snapshot fixture itself: it compares whole texts, byte for byte, and says what differs."""

from pathlib import Path

import pytest

from tests.helpers.snapshot import Snapshot


def test_the_same_text_passes(tmp_path: Path) -> None:
    (tmp_path / "总结.md").write_bytes("一\n二\n".encode())
    Snapshot(tmp_path)("总结.md", "一\n二\n")


def test_another_text_fails_and_shows_the_lines(tmp_path: Path) -> None:
    (tmp_path / "总结.md").write_bytes("一\n二\n三\n".encode())
    with pytest.raises(AssertionError) as failure:
        Snapshot(tmp_path)("总结.md", "一\n贰\n三\n")
    place = tmp_path / "总结.md"
    assert str(failure.value).splitlines() == [
        f"--- {place}（保存的）",
        f"+++ {place}（这次的）",
        "@@ -1,3 +1,3 @@",
        " 一",
        "-二",
        "+贰",
        " 三",
        "pytest --snapshot-update 会改写它",
    ]


def test_other_line_endings_fail(tmp_path: Path) -> None:
    (tmp_path / "总结.md").write_bytes(b"a\r\n")
    with pytest.raises(AssertionError, match="只有换行符不同"):
        Snapshot(tmp_path)("总结.md", "a\n")


def test_a_text_that_is_not_kept_fails(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"\+一"):
        Snapshot(tmp_path)("总结.md", "一\n")


def test_update_writes_it_and_what_nobody_asked_for_is_a_stray(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_bytes(b"")
    snapshot = Snapshot(tmp_path, update=True)
    snapshot("word/总结.md", "一\r\n")
    assert (tmp_path / "word" / "总结.md").read_bytes() == "一\r\n".encode()
    assert snapshot.strays() == [tmp_path / "old.md"]
