"""What is mended, what is left alone, and that a second run finds nothing to do."""

from pathlib import Path

import pytest

from liushou_cli.errors import DiskTrouble
from liushou_cli.usecases.fix import fix

CLASS = "格式: 1\n班级: 2012-2\n学段: 初中\n"
CHILD = """\
格式: 1
编号: 4kx7qm
姓名: 李小花
性别: 女
出生日期: 2001-05-12
在班:
- {自: 2012-09-01}
"""
VISITS = "家访:\n- 日期: 2013-10-12   # 第一次\n  情况: 好\n- {日期: 2013-12-08}\n- {号: k7m2qx, 日期: 2013-12-09}\n"


def quiet() -> None:
    """Nobody else holds the lock."""


@pytest.fixture(autouse=True)
def seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIUSHOU_SEED", "fix")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "children").mkdir()
    (tmp_path / "class.yaml").write_text(CLASS, encoding="utf-8")
    return tmp_path


def mended(room: Path, content: bytes, name: str = "children/4kx7qm.yaml") -> tuple[tuple[str, ...], bytes]:
    (room / name).parent.mkdir(exist_ok=True)
    (room / name).write_bytes(content)
    done = fix(room, quiet)
    after = (room / name).read_bytes()
    assert fix(room, quiet).changes == ()
    assert (room / name).read_bytes() == after
    return done.changes, after


def test_each_record_gets_a_number_and_nothing_else_changes(room: Path) -> None:
    changes, after = mended(room, (CHILD + VISITS).encode())
    assert changes == ("children/4kx7qm.yaml：补上 2 个号",)
    lines = after.decode().splitlines()
    added = [line for line in lines if line not in (CHILD + VISITS).splitlines()]
    first, second = (line.split("号: ")[1].rstrip("}") for line in added)
    assert after.decode() == CHILD + (
        f"家访:\n- 日期: 2013-10-12   # 第一次\n  情况: 好\n  号: {first}\n"
        f"- {{日期: 2013-12-08, 号: {second}}}\n- {{号: k7m2qx, 日期: 2013-12-09}}\n"
    )
    assert len({first, second, "k7m2qx"}) == 3


def test_gbk_becomes_utf_8_with_its_line_ends(room: Path) -> None:
    text = CHILD.replace("\n", "\r\n")
    changes, after = mended(room, text.encode("gb18030"))
    assert changes == ("children/4kx7qm.yaml：从 GBK 转成 UTF-8",)
    assert after == text.encode()


def test_gbk_without_numbers_is_mended_in_one_go(room: Path) -> None:
    changes, after = mended(room, (CHILD + VISITS).encode("gb18030"))
    assert changes == ("children/4kx7qm.yaml：从 GBK 转成 UTF-8，补上 2 个号",)
    assert after.decode().count("号: ") == (CHILD + VISITS).count("号: ") + 2


def test_gbk_with_another_fault_in_it_is_still_converted(room: Path) -> None:
    text = CHILD.replace("2001-05-12", "20010512")
    assert mended(room, text.encode("gb18030"))[1] == text.encode()


def test_class_and_activities_too(room: Path) -> None:
    (room / "class.yaml").write_bytes(CLASS.encode("gb18030"))
    held = "格式: 1\n学期: 2013-2\n活动:\n- {日期: 2013-09-27, 类别: 班会, 参加: 全体}\n"
    changes, after = mended(room, held.encode("utf-8-sig"), "activities/2013-2.yaml")
    assert changes == ("class.yaml：从 GBK 转成 UTF-8", "activities/2013-2.yaml：补上 1 个号")
    assert after.startswith(b"\xef\xbb\xbf")
    assert (room / "class.yaml").read_bytes() == CLASS.encode()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(CHILD.encode(), id="good"),
        pytest.param(CHILD.encode("utf-16"), id="UTF-16"),
        pytest.param((CHILD + "备注: 好").encode()[:-1], id="cut in a character"),
        pytest.param(CHILD.encode("gb18030") + "备注: 好\n".encode(), id="two encodings"),
        pytest.param((CHILD + "<<<<<<< HEAD\n").encode("gb18030"), id="conflict in GBK"),
        pytest.param((CHILD + "备注: [\n").encode("gb18030"), id="GBK that does not read"),
        pytest.param(CHILD.replace("姓名", "性名").encode("gb18030"), id="GBK with a key nobody knows"),
        pytest.param(
            (CHILD.replace("女", "妇") + VISITS).encode(), id="numbers wanting in a file that is no record"
        ),
        pytest.param((CHILD + "谈心: {日期: 2013-10-12}\n").encode(), id="one entry that is no list"),
        pytest.param(b"", id="empty"),
        pytest.param(b"x: " + b"y" * 256 * 1024, id="too big"),
    ],
)
def test_what_is_left_alone(room: Path, content: bytes) -> None:
    assert mended(room, content) == ((), content)


def test_all_or_none(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [room / "children" / name for name in ("4kx7qm.yaml", "k7m2qx.yaml")]
    for path in paths:
        path.write_bytes((CHILD + VISITS).encode())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("liushou_cli.store.durable.write_beside", full)
    with pytest.raises(DiskTrouble):
        fix(room, quiet)
    assert [path.read_bytes() for path in paths] == [(CHILD + VISITS).encode()] * 2
