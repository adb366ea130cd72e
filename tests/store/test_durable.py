import errno
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from liushou_cli.errors import DiskTrouble
from liushou_cli.store import durable


@pytest.fixture
def strict_umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_for_the_owner_alone(tmp_path: Path) -> None:
    durable.write_beside(tmp_path / "a", tmp_path / "t", b"x")
    assert (mode(tmp_path / "t"), (tmp_path / "t").read_bytes()) == (0o600, b"x")


@pytest.mark.parametrize("kept", [0o640, 0o600, 0o664, 0o444])
def test_an_old_file_keeps_its_mode_whatever_the_umask(tmp_path: Path, strict_umask: None, kept: int) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "a").chmod(kept)
    durable.write_beside(tmp_path / "a", tmp_path / "t", b"x")
    assert mode(tmp_path / "t") == kept


def test_a_longer_leftover_is_cut(tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes(b"long leftover")
    durable.write_beside(tmp_path / "a", tmp_path / "t", b"x")
    assert (tmp_path / "t").read_bytes() == b"x"


def test_a_link_in_the_way_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"keep me")
    (tmp_path / "t").symlink_to(tmp_path / "victim")
    with pytest.raises(OSError, match="symbolic link"):
        durable.write_beside(tmp_path / "a", tmp_path / "t", b"x")
    assert (tmp_path / "victim").read_bytes() == b"keep me"


def test_swap(tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes(b"new")
    (tmp_path / "a").write_bytes(b"old")
    durable.swap_in(tmp_path / "t", tmp_path / "a")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"new")]


def no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "no hard links here")


@pytest.mark.parametrize("linking", [None, no_links])
@pytest.mark.parametrize("in_the_way", ["nothing", "file", "folder", "dangling link"])
def test_put_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linking: Callable[..., None] | None, in_the_way: str
) -> None:
    target = tmp_path / "a.yaml"
    (tmp_path / "t").write_bytes(b"new")
    if in_the_way == "file":
        target.write_bytes(b"old")
    elif in_the_way == "folder":
        target.mkdir()
    elif in_the_way == "dangling link":
        target.symlink_to(tmp_path / "nowhere")
    if linking:
        monkeypatch.setattr(os, "link", linking)
    if in_the_way == "nothing":
        durable.put_new(tmp_path / "t", target)
        assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.yaml", b"new")]
    else:
        with pytest.raises(FileExistsError) as caught:
            durable.put_new(tmp_path / "t", target)
        assert caught.value.filename == str(target)
        assert not target.is_file() or target.read_bytes() == b"old"
        assert not (tmp_path / "nowhere").exists()


def test_a_leftover_that_will_not_go_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "t").write_bytes(b"new")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    durable.put_new(tmp_path / "t", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"new"
    durable.forget(tmp_path / "t")


def busy(code: int | None) -> PermissionError:
    error = PermissionError(errno.EACCES, "in use")
    if code is not None:
        error.winerror = code  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.mark.parametrize("code", [5, 32, 33])
@pytest.mark.parametrize("times", [1, 6])
def test_windows_holds_the_file_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, times: int
) -> None:
    (tmp_path / "t").write_bytes(b"new")
    (tmp_path / "a").write_bytes(b"old")
    naps: list[float] = []
    real, refusals = os.replace, iter(range(times))

    def replace(*paths: Path) -> None:
        if next(refusals, None) is not None:
            assert (tmp_path / "a").read_bytes() == b"old"
            raise busy(code)
        real(*paths)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(time, "sleep", naps.append)
    durable.swap_in(tmp_path / "t", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert len(naps) == times
    assert sum(naps) <= 3


@pytest.mark.parametrize(("code", "tries"), [(32, 7), (None, 1), (2, 1)])
def test_in_the_end_it_is_an_error_and_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int | None, tries: int
) -> None:
    (tmp_path / "t").write_bytes(b"new")
    (tmp_path / "a").write_bytes(b"old")
    tried: list[object] = []

    def replace(*paths: Path) -> None:
        tried.append(paths)
        raise busy(code)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    with pytest.raises(PermissionError):
        durable.swap_in(tmp_path / "t", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert len(tried) == tries


def test_folders_are_made_private_all_the_way_down(tmp_path: Path) -> None:
    durable.make_folder(tmp_path / "2012-2" / "children")
    assert [mode(tmp_path / "2012-2"), mode(tmp_path / "2012-2" / "children")] == [0o700, 0o700]
    (tmp_path / "2012-2").chmod(0o755)
    durable.make_folder(tmp_path / "2012-2" / "activities")
    assert mode(tmp_path / "2012-2") == 0o755


def test_the_name_of_a_new_folder_is_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []

    def note(folder: Path) -> bool:
        synced.append(folder)
        return True

    monkeypatch.setattr(durable, "settle_folder", note)
    durable.make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]
    monkeypatch.setattr(durable, "settle_folder", lambda _: False)
    with pytest.raises(OSError, match="磁盘没有确认写入"):
        durable.make_folder(tmp_path / "c")


@pytest.mark.parametrize(
    ("code", "confirmed"),
    [(errno.EIO, False), (errno.ENOSPC, False), (errno.EINVAL, True), (errno.ENOTSUP, True)],
)
def test_settle_says_whether_the_disk_confirms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, confirmed: bool
) -> None:
    assert durable.settle_folder(tmp_path)
    assert durable.settle_folders([tmp_path, tmp_path])
    assert not durable.settle_folder(tmp_path / "gone")
    assert not durable.settle_folders([tmp_path, tmp_path / "gone"])

    def fail(handle: int) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(os, "fsync", fail)
    assert durable.settle_folder(tmp_path) is confirmed


def test_windows_cannot_sync_a_folder_and_need_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", no_links)
    assert not durable.settle_folder(tmp_path)
    with monkeypatch.context() as there:
        there.setattr(os, "name", "nt")
        confirmed = durable.settle_folder(tmp_path)
    assert confirmed


def test_a_document_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "总结.docx"
    durable.write_document(place, b"one")
    durable.write_document(place, b"two")
    assert place.read_bytes() == b"two"
    monkeypatch.setattr(os, "fsync", no_links)
    with pytest.raises(DiskTrouble, match=r"写不了 总结\.docx"):
        durable.write_document(place, b"three")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("总结.docx", b"two")]


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs mkfifo")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    durable.write_document(pipe, b"one")
    assert os.read(reader, 10) == b"one"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_system_without_modes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fchmod")
    durable.write_beside(tmp_path / "a", tmp_path / "t", b"x")
    assert (tmp_path / "t").read_bytes() == b"x"


def test_a_new_file_may_keep_its_other_name_until_the_folder_is_synced(tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes(b"new")
    durable.put_new(tmp_path / "t", tmp_path / "a", keep=True)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "t").read_bytes() == b"new"
