import os
import threading
from pathlib import Path

import pytest

from liushou_cli.errors import DiskTrouble
from liushou_cli.store.text_file import MAX_BYTES, decode, digest, looks_gbk, read, read_bytes, text_of
from liushou_cli.store.yaml_text import YamlFault

RECORD = "格式: 1\n姓名: 李小花\n"


def put(folder: Path, content: bytes) -> Path:
    path = folder / "4kx7qm.yaml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "text", "bom"),
    [
        (RECORD.encode(), RECORD, False),
        (b"\xef\xbb\xbf" + RECORD.encode(), RECORD, True),
        (RECORD.replace("\n", "\r\n").encode(), RECORD.replace("\n", "\r\n"), False),
        (b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n", "\ufeffa: 1\n", True),
    ],
)
def test_text_and_the_manner_it_was_written_in(tmp_path: Path, content: bytes, text: str, bom: bool) -> None:
    file = read(put(tmp_path, content))
    assert (file.text, file.bom, file.digest) == (text, bom, digest(content))
    assert file.encoded(file.text) == content


FAULTS = {
    "gbk": (RECORD.encode("gbk"), 1, "encoding", "文件编码是 GBK（ANSI）"),
    "gbk further down": (b"x: 1\n" + RECORD.encode("gbk"), 2, "encoding", "文件编码是 GBK（ANSI）"),
    "utf-16 le": (RECORD.encode("utf-16"), 0, "encoding", "文件编码是 UTF-16"),
    "utf-16 be": (b"\xfe\xff" + RECORD.encode("utf-16-be"), 0, "encoding", "文件编码是 UTF-16"),
    "bytes that are nothing": (b"a: 1\nb: \xff\xff\n", 2, "encoding", "这里的字节不是 UTF-8 文字"),
    "cut inside a character": (RECORD.encode()[:-2], 2, "encoding", "这里的字节不是 UTF-8 文字"),
    "all zero": (b"\x00" * 4096, 0, "empty", "文件里全是空字节，多半是断电时没有写完"),
    "empty": (b"", 0, "empty", "文件是空的"),
    "too long": (b"a: " + b"x" * MAX_BYTES, 0, "size", "文件超过 256 KiB"),
    "CR only": (b"a: 1\rb: 2\r", 1, "newline", "换行只有 CR，没有 LF"),
    "one CR among CRLF": (b"a: 1\r\nb: 2\r\nc: 3\rd: 4\r\n", 3, "newline", "换行只有 CR，没有 LF"),
    "conflict": ("姓名: 甲\n<<<<<<< HEAD\n备注: x\n=======\n备注: y\n>>>>>>> other\n".encode(), 2, "conflict", "两个人改了同一处，还没有合并"),  # noqa: E501
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "kind", "message"), FAULTS.values(), ids=FAULTS)
def test_what_is_no_text_of_a_record(
    tmp_path: Path, content: bytes, line: int, kind: str, message: str
) -> None:
    with pytest.raises(YamlFault) as caught:
        read(put(tmp_path, content))
    assert (caught.value.line, caught.value.kind, caught.value.message) == (line, kind, message)
    assert caught.value.hint


def test_exactly_as_long_as_allowed(tmp_path: Path) -> None:
    assert len(read(put(tmp_path, b"a: " + b"x" * (MAX_BYTES - 3))).text) == MAX_BYTES


def test_no_more_is_read_than_needed(tmp_path: Path) -> None:
    assert len(read_bytes(put(tmp_path, b"x" * 100), limit=10)) == 11


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble, match=r"读不了 4kx7qm\.yaml"):
        read(tmp_path / "4kx7qm.yaml")
    (tmp_path / "4kx7qm.yaml").mkdir()
    with pytest.raises(DiskTrouble, match=r"4kx7qm\.yaml 是文件夹，不是文件"):
        read(tmp_path / "4kx7qm.yaml")


def test_a_folder_read_over_and_over_leaks_no_handle(tmp_path: Path) -> None:
    handles = Path("/proc/self/fd")
    if not handles.exists():
        pytest.skip("needs /proc")
    before = len(list(handles.iterdir()))
    for _ in range(50):
        with pytest.raises(DiskTrouble):
            read_bytes(tmp_path)
    assert len(list(handles.iterdir())) <= before + 1


@pytest.mark.parametrize("target", ["real.yaml", "nowhere.yaml"])
def test_links_are_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "real.yaml").write_text(RECORD, encoding="utf-8")
    link = tmp_path / "4kx7qm.yaml"
    link.symlink_to(tmp_path / target)
    with pytest.raises(DiskTrouble, match=r"4kx7qm\.yaml 是符号链接，不读"):
        read(link)


def test_a_pipe_does_not_hang_us(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs mkfifo")
    pipe = tmp_path / "4kx7qm.yaml"
    os.mkfifo(pipe)
    done: list[str] = []

    def attempt() -> None:
        try:
            read(pipe)
        except (YamlFault, DiskTrouble) as refusal:
            done.append(refusal.message)

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(5)
    assert done == ["文件是空的"]


def test_gbk_is_named_only_where_it_reads_like_a_record() -> None:
    assert looks_gbk("姓名: 李小花".encode("gbk"))
    assert not looks_gbk("李小花".encode("gbk"))
    assert not looks_gbk(b"\xff\xff")
    assert decode("李小花".encode()) == "李小花"


def test_staged_bytes_stand_for_what_was_read() -> None:
    file = text_of(b"\xef\xbb\xbfa: 2\n", "digest of a: 1")
    assert (file.text, file.bom, file.digest) == ("a: 2\n", True, "digest of a: 1")
