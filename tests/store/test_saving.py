import os
import shutil
import subprocess
from pathlib import Path

import pytest

from liushou_cli.store import durable, history
from liushou_cli.store.edit import Put
from liushou_cli.store.layout import Records, locate
from liushou_cli.store.saving import Saved, save
from liushou_cli.store.transaction import Transaction

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Records:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "2012-2"
    folder.mkdir()
    (folder / "class.yaml").write_text("格式: 1\n", encoding="utf-8")
    return locate(folder)


def log(folder: Path) -> str:
    command = ["git", "-c", "core.quotePath=false", "log", "--name-only", "--format=%s"]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False).stdout


def stored(records: Records, *, commit: bool, names: tuple[str, ...] = ("a", "b")) -> Saved:
    def stage(change: Transaction) -> None:
        for name in names:
            change.create(records.root / "children" / f"{name}.yaml", "格式: 1\n")

    return save(records, stage, "添加：a、b", commit=commit, on_wait=lambda: pytest.fail("waited"))


def test_saved_and_committed_are_the_same_files(records: Records) -> None:
    history.start(records.root, "张敏")
    saved = stored(records, commit=True)
    assert (saved.files, saved.warnings, saved.git_trouble) == (
        ("children/a.yaml", "children/b.yaml"),
        (),
        None,
    )
    assert log(records.root) == "添加：a、b\n\nchildren/a.yaml\nchildren/b.yaml\n"
    assert saved.contents == {
        records.root / "children" / f"{name}.yaml": (b"", "格式: 1\n".encode()) for name in "ab"
    }


def test_not_asked_for_is_not_committed(records: Records) -> None:
    history.start(records.root, "张敏")
    assert stored(records, commit=False).warnings == ()
    assert log(records.root) == ""


def test_nothing_changed_is_nothing_to_commit(records: Records) -> None:
    assert stored(records, commit=True, names=()) == Saved((), (), None, {})


def test_without_a_repository_it_is_saved_and_said(records: Records) -> None:
    saved = stored(records, commit=True)
    assert (records.root / "children" / "a.yaml").exists()
    assert saved.warnings == ("已保存；没有 git 或这里不是仓库，没有提交",)


def test_a_failure_of_git_is_no_failure_of_saving(records: Records) -> None:
    history.start(records.root, "张敏")
    with (records.root / ".git" / "config").open("a", encoding="utf-8") as stream:
        stream.write("[core]\n\tfsmonitor = x\n")
    saved = stored(records, commit=True)
    assert (records.root / "children" / "a.yaml").exists()
    assert saved.git_trouble is not None
    assert "core.fsmonitor" in saved.git_trouble.message


def test_half_a_change_is_not_committed(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    history.start(records.root, "张敏")

    def fail(temporary: Path, target: Path, *, keep: bool) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable, "put_new", fail)
    saved = stored(records, commit=True)
    assert saved.warnings[1:] == ("没有提交到 git",)
    assert "已记下" in saved.warnings[0]
    assert log(records.root) == ""


def test_what_a_file_held_before_and_after(records: Records) -> None:
    path = records.root / "class.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + "格式: 1\r\n".encode())

    def stage(change: Transaction) -> None:
        for teacher in ("张敏", "李伟"):
            change.edit(path, [Put(("班主任",), teacher)], ())

    before = path.read_bytes()
    saved = save(records, stage, "设置", commit=False, on_wait=lambda: pytest.fail("waited"))
    assert saved.contents == {path: (before, path.read_bytes())}
    assert path.read_bytes() == before + "班主任: 李伟\r\n".encode()
