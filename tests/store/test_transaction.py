"""All of a command's files or none; faults at each step of the disk; two at once."""

import contextlib
import errno
import multiprocessing
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from liushou_cli.errors import BadInput, Damaged, DiskTrouble, LiushouError, Refused
from liushou_cli.store import durable
from liushou_cli.store.edit import Append, Put
from liushou_cli.store.opening import open_records, settle, unsettled
from liushou_cli.store.text_file import MAX_BYTES, read
from liushou_cli.store.transaction import Transaction, transaction
from liushou_cli.store.yaml_text import parse, plain

ORDER = ("格式", "编号", "姓名", "家访", "备注")
OLD = "格式: 1\n姓名: 甲\n"
spawn = multiprocessing.get_context("spawn")


def nobody() -> None:
    pytest.fail("waited")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A class with two children."""
    folder = tmp_path / "2012-2"
    (folder / "children").mkdir(parents=True)
    (folder / "class.yaml").write_text("格式: 1\n", encoding="utf-8")
    for name in ("a", "b"):
        (folder / "children" / f"{name}.yaml").write_text(OLD, encoding="utf-8")
    return folder


def write(root: Path, stage: Callable[[Transaction], None]) -> Transaction:
    with transaction(root, nobody) as change:
        stage(change)
        change.commit()
    return change


def three(root: Path) -> Callable[[Transaction], None]:
    """Two files edited, one made."""

    def stage(change: Transaction) -> None:
        for name in ("a", "b"):
            change.edit(root / "children" / f"{name}.yaml", [Put(("备注",), "新")], ORDER)
        change.create(root / "children" / "c.yaml", "格式: 1\n姓名: 丙\n")

    return stage


def removal(root: Path) -> Callable[[Transaction], None]:
    return lambda change: change.remove(root / "children" / "a.yaml")


def one(root: Path) -> Callable[[Transaction], None]:
    return lambda change: change.edit(root / "children" / "a.yaml", [Put(("备注",), "新")], ORDER)


def files(root: Path) -> dict[str, str]:
    """Every file below *root* with its text, but the lock and what git is told."""
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {
        name: path.read_text(encoding="utf-8")
        for name, path in found.items()
        if name not in (".liushou/lock", ".liushou/.gitignore")
    }


def moving(root: Path) -> Callable[[Transaction], None]:
    """One file moved elsewhere with an edit, a stub made, another file edited."""

    def stage(change: Transaction) -> None:
        old = root / "children" / "a.yaml"
        change.move(old, root / "elsewhere" / "a.yaml", [Put(("备注",), "新")], ORDER)
        change.create(root / "moved" / "a.yaml", "格式: 1\n")
        change.edit(root / "children" / "b.yaml", [Put(("备注",), "新")], ORDER)

    return stage


BEFORE = {"class.yaml": "格式: 1\n", "children/a.yaml": OLD, "children/b.yaml": OLD}
AFTER = {
    "class.yaml": "格式: 1\n",
    "children/a.yaml": OLD + "备注: 新\n",
    "children/b.yaml": OLD + "备注: 新\n",
    "children/c.yaml": "格式: 1\n姓名: 丙\n",
}
AFTER_MOVING = {
    "class.yaml": "格式: 1\n",
    "children/b.yaml": OLD + "备注: 新\n",
    "elsewhere/a.yaml": OLD + "备注: 新\n",
    "moved/a.yaml": "格式: 1\n",
}
AFTER_REMOVAL = {"class.yaml": "格式: 1\n", "children/b.yaml": OLD}
AFTER_ONE = {**BEFORE, "children/a.yaml": OLD + "备注: 新\n"}


def test_one_and_several(root: Path) -> None:
    assert files(root) == BEFORE
    assert write(root, one(root)).warnings == []
    assert files(root) == AFTER_ONE
    (root / "children" / "a.yaml").write_text(OLD, encoding="utf-8")
    change = write(root, three(root))
    assert (change.warnings, change.finished) == ([], True)
    assert files(root) == AFTER
    assert change.paths == [root / "children" / name for name in ("a.yaml", "b.yaml", "c.yaml")]


def test_a_file_moves_and_a_file_goes(root: Path) -> None:
    change = write(root, moving(root))
    assert (change.warnings, change.finished) == ([], True)
    assert files(root) == AFTER_MOVING
    assert change.edited[root / "children" / "a.yaml"] == OLD.encode()
    write(root, lambda change: change.remove(root / "moved" / "a.yaml"))
    assert set(files(root)) == {"class.yaml", "children/b.yaml", "elsewhere/a.yaml"}


def test_what_somebody_changed_meanwhile_is_not_moved_nor_removed(root: Path) -> None:
    path = root / "children" / "a.yaml"
    for stage in (moving(root), removal(root)):

        def meddle(change: Transaction, stage: Callable[[Transaction], None] = stage) -> None:
            stage(change)
            path.write_text("格式: 1\n姓名: 甲乙\n", encoding="utf-8")

        path.write_text(OLD, encoding="utf-8")
        with pytest.raises(Damaged, match=r"a\.yaml 刚才被别的程序改过"):
            write(root, meddle)
        assert files(root) == {**BEFORE, "children/a.yaml": "格式: 1\n姓名: 甲乙\n"}


def test_a_file_never_moves_over_another(root: Path) -> None:
    with pytest.raises(Damaged, match=r"b\.yaml 已经有了，没有覆盖它"):
        write(
            root,
            lambda change: change.move(root / "children" / "a.yaml", root / "children" / "b.yaml", [], ORDER),
        )
    assert files(root) == BEFORE


def test_what_a_person_wrote_after_the_power_cut_is_kept_aside(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as faults:
        failing(faults, "remove", 1)
        assert "已记下，但没有全部写完" in write(root, moving(root)).warnings[0]
    (root / "children" / "a.yaml").write_text("我的\n", encoding="utf-8")
    for _ in range(2):
        open_records(root)
        assert files(root) == {**AFTER_MOVING, "children/a.yaml.没有删掉": "我的\n"}


def test_nothing_staged_is_nothing_written(root: Path) -> None:
    write(root, lambda _: None)
    assert files(root) == BEFORE


def test_an_error_while_staging_writes_nothing(root: Path) -> None:
    def stage(change: Transaction) -> None:
        three(root)(change)
        change.edit(root / "children" / "a.yaml", [Put(("姓名", "x"), "y")], ORDER)

    with pytest.raises(Damaged, match=r"children/a\.yaml:2"):
        write(root, stage)
    assert files(root) == BEFORE


def test_a_file_is_edited_twice_and_a_new_one_at_once(root: Path) -> None:
    def stage(change: Transaction) -> None:
        three(root)(change)
        change.edit(root / "children" / "a.yaml", [Append(("家访",), {"号": "x"})], ORDER)
        change.edit(root / "children" / "c.yaml", [Put(("备注",), "新")], ORDER)

    write(root, stage)
    assert files(root)["children/a.yaml"] == OLD + "家访:\n- {号: x}\n备注: 新\n"
    assert files(root)["children/c.yaml"] == "格式: 1\n姓名: 丙\n备注: 新\n"


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", b"a: 1\nb: 2", b"a: 1\r\n\r\n\r\n"])
def test_bom_line_ends_and_missing_last_one_stay(root: Path, content: bytes) -> None:
    path = root / "children" / "a.yaml"
    path.write_bytes(content)
    for value in ("x", "y"):
        write(root, lambda change, value=value: change.edit(path, [Put(("a",), value)], ORDER))  # type: ignore[misc]
    assert path.read_bytes() == content.replace(b"1", b'"y"')


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_modes(root: Path) -> None:
    (root / "children" / "a.yaml").chmod(0o640)
    write(root, three(root))
    write(root, lambda change: change.create(root / "activities" / "2013-2.yaml", "格式: 1\n"))
    assert mode(root / "children" / "a.yaml") == 0o640
    assert (
        mode(root / "children" / "c.yaml"),
        mode(root / "activities" / "2013-2.yaml"),
        mode(root / "activities"),
    ) == (0o600, 0o600, 0o700)


def create_over(root: Path) -> Callable[[Transaction], None]:
    return lambda change: change.create(root / "children" / "a.yaml", "格式: 1\n姓名: 别人\n")


def test_a_new_file_never_overwrites(root: Path) -> None:
    def two(change: Transaction) -> None:
        change.create(root / "children" / "d.yaml", "x: 1\n")
        create_over(root)(change)

    for stage in (create_over(root), two):
        with pytest.raises(Damaged, match=r"a\.yaml 已经有了，没有覆盖它"):
            write(root, stage)
    assert files(root) == BEFORE


def test_a_new_file_never_overwrites_one_that_came_at_the_last_moment(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.link

    def link(source: Path, target: Path) -> None:
        target.write_text("别人\n", encoding="utf-8")
        real(source, target)

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(DiskTrouble, match=r"^d\.yaml 已经有了，没有覆盖它$"):
        write(root, lambda change: change.create(root / "children" / "d.yaml", "x: 1\n"))
    assert files(root) == {**BEFORE, "children/d.yaml": "别人\n"}


@pytest.mark.parametrize("stage", [one, three])
def test_what_somebody_changed_meanwhile_is_not_overwritten(
    root: Path, stage: Callable[[Path], Callable[[Transaction], None]]
) -> None:
    path = root / "children" / ("a.yaml" if stage is one else "b.yaml")

    def meddle(change: Transaction) -> None:
        stage(root)(change)
        path.write_text("格式: 1\n姓名: 甲乙\n", encoding="utf-8")

    with pytest.raises(Damaged, match=f"{path.name} 刚才被别的程序改过，没有覆盖它"):
        write(root, meddle)
    assert files(root) == {**BEFORE, f"children/{path.name}": "格式: 1\n姓名: 甲乙\n"}


def test_what_somebody_changed_while_we_wrote_beside_it_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = durable.write_beside

    def meddle(target: Path, temporary: Path, content: bytes) -> None:
        real(target, temporary, content)
        if target.name == "b.yaml":
            target.write_text("别人\n", encoding="utf-8")

    monkeypatch.setattr(durable, "write_beside", meddle)
    with pytest.raises(Damaged, match=r"b\.yaml 刚才被别的程序改过"):
        write(root, three(root))
    assert files(root) == {**BEFORE, "children/b.yaml": "别人\n"}


def test_what_somebody_deleted_meanwhile_does_not_come_back(root: Path) -> None:
    def meddle(change: Transaction) -> None:
        three(root)(change)
        (root / "children" / "a.yaml").unlink()

    with pytest.raises(Damaged, match=r"a\.yaml 刚才被别的程序改过"):
        write(root, meddle)
    assert set(files(root)) == {"class.yaml", "children/b.yaml"}


def test_no_file_grows_beyond_what_can_be_read_again(root: Path) -> None:
    path = root / "children" / "a.yaml"
    path.write_text("备注: |\n" + "  字\n" * 43_000, encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    assert len(text.encode()) < MAX_BYTES < len(text.encode()) + 6_000
    with pytest.raises(BadInput, match=r"a\.yaml 会超过 256 KiB，没有写"):
        write(root, lambda change: change.edit(path, [Put(("姓名",), "字" * 2_000)], ORDER))
    with pytest.raises(BadInput, match=r"d\.yaml 会超过 256 KiB，没有写"):
        write(root, lambda change: change.create(root / "children" / "d.yaml", "x" * (MAX_BYTES + 1)))
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("link", ["file", "folder", "dangling"])
def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.yaml").write_text(OLD, encoding="utf-8")
    if link == "folder":
        (root / "activities").symlink_to(outside)
        path = root / "activities" / "new.yaml"
    else:
        path = root / "children" / "link.yaml"
        path.symlink_to(outside / ("x.yaml" if link == "file" else "gone.yaml"))
    with pytest.raises((Refused, DiskTrouble, Damaged)):
        write(root, lambda change: change.create(path, "x: 1\n"))
    with pytest.raises((Refused, DiskTrouble, Damaged)):
        write(root, lambda change: change.replace(path, b"x: 1\n", read(outside / "x.yaml").digest))
    with pytest.raises(DiskTrouble):
        write(root, lambda change: change.edit(path, [Put(("备注",), "x")], ORDER))
    assert files(outside) == {"x.yaml": OLD}


def test_a_record_that_cannot_be_read_is_named_with_its_line(root: Path) -> None:
    (root / "children" / "a.yaml").write_bytes("姓名: 甲\n".encode("gbk"))
    with pytest.raises(Damaged, match=r"children/a\.yaml:1：文件编码是 GBK"):
        write(root, one(root))


def outcome(root: Path, stage: Callable[[Transaction], None]) -> Transaction | DiskTrouble:
    try:
        return write(root, stage)
    except DiskTrouble as trouble:
        return trouble


STEPS = ("make_folder", "write_beside", "swap_in", "put_new", "remove", "settle_folder")


def failing(monkeypatch: pytest.MonkeyPatch, step: str, call: int) -> list[int]:
    """Call number *call* of durable.*step* fails, and every later one; the list holds the calls made."""
    real, calls = getattr(durable, step), [0]

    def fail(*arguments: Path, **options: bool) -> object:
        calls[0] += 1
        if calls[0] < call:
            return real(*arguments, **options)
        if step == "settle_folder":
            return False
        if step == "write_beside":
            arguments[1].write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(durable, step, fail)
    return calls


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("call", range(1, 8))
@pytest.mark.parametrize(
    ("stage", "after"),
    [(three, AFTER), (one, AFTER_ONE), (moving, AFTER_MOVING), (removal, AFTER_REMOVAL)],
    ids=["three", "one", "moving", "removal"],
)
def test_a_fault_at_any_step_leaves_all_or_nothing(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    call: int,
    stage: Callable[[Path], Callable[[Transaction], None]],
    after: dict[str, str],
) -> None:
    with transaction(root, nobody):
        pass  # our own folder is there already
    with monkeypatch.context() as faults:
        failing(faults, step, call)
        change = outcome(root, stage(root))
        if isinstance(change, DiskTrouble):
            assert change.message.startswith(("没有写成，原来的文件没有动", "写不了"))
            assert files(root) == BEFORE
            assert not unsettled(root)
            return
        if not change.warnings:
            assert files(root) == after
    if change.warnings:
        assert all("已保存" in warning or "已记下" in warning for warning in change.warnings)
        assert change.finished is ("已保存" in change.warnings[0])
        if change.finished:
            assert {name: text for name, text in files(root).items() if ".liushou" not in name} == after
    for _ in range(2):
        open_records(root)
        assert files(root) == after


def test_both_outcomes_of_a_fault_do_come(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table above would prove nothing if every fault came before, or every one after, the decision."""
    with transaction(root, nobody):
        pass
    failing(monkeypatch, "swap_in", 1)
    with pytest.raises(DiskTrouble, match="没有写成，原来的文件没有动：磁盘满了"):
        write(root, three(root))
    monkeypatch.undo()
    failing(monkeypatch, "swap_in", 2)
    change = write(root, three(root))
    assert (change.finished, len(change.warnings)) == (False, 1)
    assert "已记下，但没有全部写完" in change.warnings[0]
    assert unsettled(root)
    monkeypatch.undo()
    with transaction(root, nobody):
        assert files(root) == AFTER
    assert not unsettled(root)


class Killed(BaseException):
    """Nothing may catch it: as good as kill -9 for what is on the disk."""


@pytest.mark.parametrize("call", range(1, 18))
@pytest.mark.parametrize(
    ("stage", "after"), [(three, AFTER), (moving, AFTER_MOVING)], ids=["three", "moving"]
)
def test_killed_at_any_step(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: int,
    stage: Callable[[Path], Callable[[Transaction], None]],
    after: dict[str, str],
) -> None:
    with transaction(root, nobody):
        pass
    count = [0]

    def mortal(real: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: Path, **options: bool) -> object:
            count[0] += 1
            if count[0] >= call:
                raise Killed
            return real(*arguments, **options)

        return step

    with monkeypatch.context() as faults:
        for name in ("write_beside", "swap_in", "put_new", "remove", "forget"):
            faults.setattr(durable, name, mortal(getattr(durable, name)))
        with contextlib.suppress(Killed):
            write(root, stage(root))
    open_records(root)
    assert files(root) in (BEFORE, after)
    if count[0] < call:
        assert files(root) == after


def add_visits(root: Path, who: str, times: int) -> None:
    path = root / "children" / "a.yaml"
    for number in range(times):
        with transaction(root, lambda: None) as change:
            change.edit(path, [Append(("家访",), {"号": f"{who}{number}"})], ORDER)
            if number % 5 == 0:
                change.edit(
                    root / "children" / "b.yaml", [Append(("家访",), {"号": f"{who}{number}"})], ORDER
                )
            change.commit()


def test_two_at_once_lose_nothing(root: Path) -> None:
    times = 50
    workers = [spawn.Process(target=add_visits, args=(root, who, times)) for who in ("x", "y")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0]
    visits = plain(parse((root / "children" / "a.yaml").read_text(encoding="utf-8")))["家访"]
    assert sorted(visit["号"] for visit in visits) == sorted(
        f"{who}{number}" for who in "xy" for number in range(times)
    )
    for who in "xy":
        assert [one["号"] for one in visits if one["号"][0] == who] == [
            f"{who}{number}" for number in range(times)
        ]
    assert set(files(root)) == set(BEFORE)


def test_errors_are_of_the_one_family() -> None:
    assert issubclass(Damaged, LiushouError)
    assert [kind.exit_code for kind in (BadInput, Damaged, DiskTrouble, Refused)] == [2, 3, 4, 7]


def test_settling_what_is_settled_changes_nothing(root: Path) -> None:
    for _ in range(2):
        settle(root)
        assert files(root) == BEFORE
