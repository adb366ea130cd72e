"""What a dead command left is finished or cleared away; what a stranger planted does no harm."""

import contextlib
import json
from pathlib import Path

import pytest

from liushou_cli.errors import BadInput, Damaged, DiskTrouble, LiushouError
from liushou_cli.store import durable
from liushou_cli.store.opening import open_records, settle, unsettled
from liushou_cli.store.text_file import digest

OLD, NEW = "格式: 1\n姓名: 甲\n", "格式: 1\n姓名: 甲\n备注: 新\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A school of one class of two children."""
    folder = tmp_path / "新溪中学"
    (folder / "2012-2" / "children").mkdir(parents=True)
    (folder / "school.yaml").write_text("格式: 1\n", encoding="utf-8")
    (folder / "2012-2" / "class.yaml").write_text("格式: 1\n", encoding="utf-8")
    (folder / ".liushou").mkdir()
    for name in ("a", "b"):
        (folder / "2012-2" / "children" / f"{name}.yaml").write_text(OLD, encoding="utf-8")
    return folder


def beside(path: Path, text: str = NEW) -> Path:
    temporary = path.with_name(f".liushou-{path.name}.tmp")
    temporary.write_text(text, encoding="utf-8")
    return temporary


def journal(root: Path, *lines: object) -> Path:
    file = root / ".liushou" / "journal.json"
    file.write_text(json.dumps(lines), encoding="utf-8")
    return file


def line(name: str, before: str = OLD, after: str = NEW) -> dict[str, str]:
    return {
        "file": name,
        "before": digest(before.encode()) if before else "",
        "after": digest(after.encode()),
    }


A, B, C = ("2012-2/children/a.yaml", "2012-2/children/b.yaml", "2012-2/children/c.yaml")


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.rglob(".liushou-*")]


def test_what_was_decided_is_finished(root: Path) -> None:
    (root / A).write_text(NEW, encoding="utf-8")  # this rename was done already
    beside(root / B)
    beside(root / C)
    file = journal(root, line(A), line(B), line(C, before=""))
    assert unsettled(root)
    open_records(root / "2012-2")
    assert [(root / name).read_text(encoding="utf-8") for name in (A, B, C)] == [NEW, NEW, NEW]
    assert (file.exists(), leftovers(root), unsettled(root)) == (False, [], False)


def test_what_was_not_decided_is_cleared_away(root: Path) -> None:
    for path in (
        root / A,
        root / C,
        root / "school.yaml",
        root / "2012-2" / "class.yaml",
        root / "handed-in" / "2013-2" / "summary-2013-12-30.md",
        root / "templates" / "summary.md.j2",
        root / "2012-2" / "handed-in" / "2013-2" / "summary-2013-12-30.yaml",
        root / "2012-2" / "templates" / "summary.md.j2",
        root / ".liushou" / "journal.json",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside(path)
    assert unsettled(root)
    open_records(root)
    assert (leftovers(root), (root / A).read_text(encoding="utf-8"), (root / C).exists()) == ([], OLD, False)


def test_what_a_person_changed_since_is_not_overwritten(root: Path) -> None:
    (root / A).write_text("格式: 1\n姓名: 手改\n", encoding="utf-8")
    beside(root / A)
    beside(root / B)
    journal(root, line(A), line(B))
    open_records(root)
    assert (root / A).read_text(encoding="utf-8") == "格式: 1\n姓名: 手改\n"
    assert (root / B).read_text(encoding="utf-8") == NEW
    assert not unsettled(root)


def test_half_a_new_file_is_not_put_in_place(root: Path) -> None:
    beside(root / A, NEW[:10])
    journal(root, line(A))
    open_records(root)
    assert ((root / A).read_text(encoding="utf-8"), leftovers(root)) == (OLD, [])


def test_a_new_file_whose_place_was_taken_overwrites_nobody(root: Path) -> None:
    (root / C).write_text("别人\n", encoding="utf-8")
    beside(root / C)
    journal(root, line(C, before=""))
    open_records(root)
    assert (root / C).read_text(encoding="utf-8") == "别人\n"


def test_settling_again_after_a_fault_finishes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside(root / A)
    beside(root / B)
    file = journal(root, line(A), line(B))
    real, calls = durable.swap_in, iter(range(9))

    def second_fails(temporary: Path, target: Path) -> None:
        if next(calls) == 1:
            raise OSError(28, "No space left on device")
        real(temporary, target)

    with monkeypatch.context() as faults:
        faults.setattr(durable, "swap_in", second_fails)
        with pytest.raises(DiskTrouble):
            settle(root)
    assert file.exists()
    settle(root)
    settle(root)
    assert [(root / name).read_text(encoding="utf-8") for name in (A, B)] == [NEW, NEW]
    assert not unsettled(root)


def test_a_journal_stays_until_the_disk_confirms(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside(root / A)
    file = journal(root, line(A))
    with monkeypatch.context() as faults:
        faults.setattr(durable, "settle_folder", lambda _: False)
        settle(root)
    assert (file.exists(), (root / A).read_text(encoding="utf-8")) == (True, NEW)
    settle(root)
    assert not file.exists()


BAD = {
    "cut": b'[{"file": "2012-2/chil',
    "empty": b"",
    "zeros": b"\x00" * 100,
    "number": b"7",
    "words": b'["a"]',
    "object": b'{"file": "x"}',
    "keys missing": b'[{"file": "x"}]',
    "deep": b"[" * 100_000,
    "no utf-8": b'[{"file": "\xff", "before": "", "after": ""}]',
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_journal_that_cannot_be_read_stops_us(root: Path, content: bytes) -> None:
    (root / ".liushou" / "journal.json").write_bytes(content)
    beside(root / A)
    with pytest.raises(Damaged, match=r"\.liushou/journal\.json 坏了"):
        open_records(root)
    assert (root / A).read_text(encoding="utf-8") == OLD
    assert leftovers(root) == [".liushou-a.yaml.tmp"]


def test_an_empty_journal_is_nothing_to_do(root: Path) -> None:
    file = journal(root)
    open_records(root)
    assert not file.exists()


OUTSIDE = ["../victim.yaml", "2012-2/../../victim.yaml", "ABSOLUTE", "linked/victim.yaml", "", "."]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_journal_that_leads_outside_is_refused(root: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (root / "linked").symlink_to(outside)
    for place in (tmp_path, outside):
        (place / "victim.yaml").write_text(OLD, encoding="utf-8")
        beside(place / "victim.yaml")
    beside(root / A)
    journal(root, line(A), line(str(tmp_path / "victim.yaml") if name == "ABSOLUTE" else name))
    with pytest.raises(Damaged, match="指到文件夹外面"):
        open_records(root)
    assert (tmp_path / "victim.yaml").read_text(encoding="utf-8") == OLD
    assert (outside / "victim.yaml").read_text(encoding="utf-8") == OLD
    assert (root / A).read_text(encoding="utf-8") == OLD


@pytest.mark.parametrize(
    "name",
    ["a\x00b/c.yaml", "x" * 5000, "x/" * 3000 + "y", "2012-2/children", "nowhere/a.yaml", "\ud800.yaml"],
)
def test_a_journal_of_odd_names_breaks_nothing(root: Path, name: str) -> None:
    journal(root, line(name))
    with contextlib.suppress(LiushouError):  # nothing else may come
        open_records(root)
    assert (root / A).read_text(encoding="utf-8") == OLD


def test_a_linked_record_is_not_written_through_by_the_journal(root: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim.yaml"
    victim.write_text(OLD, encoding="utf-8")
    (root / C).symlink_to(victim)
    beside(root / C)
    journal(root, line(C))
    with pytest.raises(LiushouError):
        open_records(root)
    assert victim.read_text(encoding="utf-8") == OLD
    assert (root / C).is_symlink()


def test_a_linked_new_file_does_not_become_the_record(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text(NEW, encoding="utf-8")
    (root / A).with_name(".liushou-a.yaml.tmp").symlink_to(elsewhere)
    journal(root, line(A))
    with pytest.raises(LiushouError):
        open_records(root)
    assert ((root / A).is_symlink(), (root / A).read_text(encoding="utf-8")) == (False, OLD)


def test_leftovers_behind_a_link_are_not_ours_to_clear(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    kept = beside(outside / "x.yaml")
    (root / "2012-2" / "activities").symlink_to(outside)
    (root / "2013-1").symlink_to(outside)
    beside(root / A)
    open_records(root)
    assert kept.exists()


def cannot(*_: object) -> None:
    raise DiskTrouble("写不了")


def refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a read-only disk."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(30, "Read-only file system")

    monkeypatch.setattr(durable, "swap_in", refuse)
    monkeypatch.setattr(durable, "put_new", refuse)


def test_half_a_change_is_not_read_where_it_cannot_be_finished(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside(root / A)
    journal(root, line(A))
    refused(monkeypatch)
    with pytest.raises(DiskTrouble, match="上次的改动只写了一半"):
        open_records(root)


def test_whole_records_are_read_where_nothing_can_be_cleared(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / A).write_text(NEW, encoding="utf-8")
    journal(root, line(A))
    (root / ".liushou" / ".gitignore").write_text("*\n", encoding="utf-8")
    refused(monkeypatch)
    monkeypatch.setattr("liushou_cli.store.lock.own_folder", cannot)
    assert [folder.name for folder in open_records(root).classes] == ["2012-2"]


def test_an_init_that_died_is_finished(tmp_path: Path) -> None:
    (tmp_path / ".liushou").mkdir()
    beside(tmp_path / "class.yaml", "格式: 1\n")
    journal(tmp_path, line("class.yaml", before="", after="格式: 1\n"))
    assert open_records(tmp_path).only_class.path == tmp_path


def test_nowhere_is_nowhere(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="这里没有班级档案"):
        open_records(tmp_path)
