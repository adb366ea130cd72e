import multiprocessing
import os
import signal
import stat
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from filelock import FileLock

from liushou_cli.errors import DiskTrouble, Locked
from liushou_cli.store import lock
from liushou_cli.store.lock import locked
from liushou_cli.store.own_folder import own_folder

spawn = multiprocessing.get_context("spawn")


def hold(root: Path, ready: Connection) -> None:
    with locked(root):
        ready.send("held")
        time.sleep(60)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_GRACE", 0.05)


def test_free(tmp_path: Path, quick: None) -> None:
    waited: list[str] = []
    for _ in range(2):
        with locked(tmp_path, lambda: waited.append("x")):
            assert (tmp_path / ".liushou").is_dir()
    assert waited == []


def test_taken(tmp_path: Path, quick: None) -> None:
    waited: list[str] = []
    own_folder(tmp_path)
    with FileLock(tmp_path / ".liushou" / "lock"):
        with (
            pytest.raises(Locked, match="另一条 liushou 命令正在改") as caught,
            locked(tmp_path, lambda: waited.append("x"), wait=0.1),
        ):
            pytest.fail("two hold it")
        assert waited == ["x"]
        assert caught.value.exit_code == 5
    with locked(tmp_path, lambda: waited.append("y")):
        assert waited == ["x"]


def test_it_is_freed_by_an_error_inside(tmp_path: Path, quick: None) -> None:
    with pytest.raises(KeyError), locked(tmp_path):
        raise KeyError
    with locked(tmp_path, lambda: pytest.fail("still held")):
        pass


def test_a_killed_holder_frees_it(tmp_path: Path, quick: None) -> None:
    ours, theirs = spawn.Pipe()
    holder = spawn.Process(target=hold, args=(tmp_path, theirs))
    holder.start()
    try:
        assert ours.poll(20)
        assert ours.recv() == "held"
        with pytest.raises(Locked), locked(tmp_path, wait=0.05):
            pytest.fail("two hold it")
        assert holder.pid is not None
        os.kill(holder.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        holder.join(10)
        with locked(tmp_path, wait=5):
            pass
    finally:
        holder.kill()
        holder.join()


def test_our_folder_is_private_and_tells_git_to_leave_it_alone(tmp_path: Path) -> None:
    own = own_folder(tmp_path)
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    assert (own / ".gitignore").read_text(encoding="utf-8") == "*\n"
    (own / ".gitignore").write_text("mine\n", encoding="utf-8")
    own_folder(tmp_path)
    assert (own / ".gitignore").read_text(encoding="utf-8") == "mine\n"


def test_a_linked_folder_is_refused_and_nothing_is_written_behind_it(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / ".liushou").symlink_to(outside)
    with pytest.raises(DiskTrouble, match=r"\.liushou 是符号链接"), locked(tmp_path / "records"):
        pytest.fail("locked")
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("name", ["lock", ".gitignore"])
@pytest.mark.parametrize("there", [True, False])
def test_links_inside_it_are_not_written_through(tmp_path: Path, quick: None, name: str, there: bool) -> None:
    victim = tmp_path / "victim"
    if there:
        victim.write_text("keep me\n", encoding="utf-8")
    (tmp_path / "records" / ".liushou").mkdir(parents=True)
    (tmp_path / "records" / ".liushou" / name).symlink_to(victim)
    try:
        with locked(tmp_path / "records"):
            assert name != "lock"
    except DiskTrouble:
        assert name == "lock"
    assert (victim.read_text(encoding="utf-8") == "keep me\n") if there else not victim.exists()


@pytest.mark.parametrize("where", [".", ".liushou/x"])
def test_no_lock_can_be_made(tmp_path: Path, quick: None, where: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / ".liushou").touch()
    with pytest.raises(DiskTrouble) as caught, locked(tmp_path / ("file" if where != "." else "records")):
        pytest.fail("locked")
    assert caught.value.hint


def test_a_disk_that_cannot_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotImplementedError("flock")

    monkeypatch.setattr(FileLock, "acquire", refuse)
    with pytest.raises(DiskTrouble, match=r"不能给 .* 上锁"), locked(tmp_path):
        pytest.fail("locked")
