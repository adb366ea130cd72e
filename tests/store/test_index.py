"""The index is never the truth: whatever lies in it, the roster is what the files say."""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from liushou_cli.domain.roster import Roster
from liushou_cli.errors import Damaged
from liushou_cli.store import index
from liushou_cli.store.layout import ClassFolder, locate

CHILD = "格式: 1\n编号: {id}\n姓名: {name}\n性别: 女\n出生日期: 2001-05-12\n在班: [{{自: 2012-09-01}}]\n父亲: {{行踪: [{{自: 2010-03, 状况: 外出务工}}]}}\n家访: [{{日期: 2013-10-12}}]\n"  # noqa: E501


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    school = tmp_path / "新溪中学"
    (school / "2012-2" / "children").mkdir(parents=True)
    (school / "school.yaml").write_text("格式: 1\n学校: 新溪中学\n", encoding="utf-8")
    (school / "2012-2" / "class.yaml").write_text(
        "格式: 1\n班级: 2012-2\n学段: 初中\n班主任: 张敏\n学生数: {2013-2: 46}\n", encoding="utf-8"
    )
    for child_id, name in (("4kx7qm", "李小花"), ("k7m2qx", "王芳")):
        (school / "2012-2" / "children" / f"{child_id}.yaml").write_text(
            CHILD.format(id=child_id, name=name), encoding="utf-8"
        )
    return locate(school / "2012-2").only_class


def kept(folder: ClassFolder) -> Path:
    return folder.root / ".liushou" / "index" / "2012-2.json"


def truth(folder: ClassFolder) -> Roster:
    """As drawn from the files with no index at all."""
    kept(folder).unlink(missing_ok=True)
    return index.roster(folder)


def test_a_roster(folder: ClassFolder) -> None:
    found = index.roster(folder)
    assert [(row.name, row.pinyin, row.initials) for row in found.rows] == [
        ("李小花", "lixiaohua", "lxh"),
        ("王芳", "wangfang", "wf"),
    ]
    assert (found.facts.school, found.facts.teacher, found.facts.pupils, found.unreadable) == (
        "新溪中学",
        "张敏",
        (("2013-2", 46),),
        (),
    )
    assert kept(folder).exists()
    assert index.roster(folder) == found == truth(folder)


def rewrite(folder: ClassFolder, name: str, old: str, new: str) -> None:
    path = folder.root / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def linked(path: Path) -> None:
    elsewhere = path.rename(path.parents[2] / "x")
    path.symlink_to(elsewhere)


A = "2012-2/children/4kx7qm.yaml"
CHANGES: dict[str, Callable[[ClassFolder], object]] = {
    "a child": lambda folder: rewrite(folder, A, "2013-10-12", "2013-11-02"),
    "a child, same length": lambda folder: rewrite(folder, A, "李小花", "李小华"),
    "a child broken": lambda folder: rewrite(folder, A, "性别: 女", "性别: 妇"),
    "a child gone": lambda folder: (folder.root / A).unlink(),
    "a child come": lambda folder: folder.child_file("000001").write_text(CHILD.format(id="000001", name="陈"), encoding="utf-8"),  # noqa: E501
    "a child renamed": lambda folder: (folder.root / A).rename(folder.child_file("zzzzzz")),
    "the class": lambda folder: rewrite(folder, "2012-2/class.yaml", "张敏", "李伟"),
    "the definition": lambda folder: rewrite(folder, "school.yaml", "学校", "口径: 普查\n学校"),
    "the school file gone": lambda folder: (folder.root / "school.yaml").rename(folder.root / "x"),
    "a child a link": lambda folder: linked(folder.root / A),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_of_a_file_is_seen(folder: ClassFolder, change: Callable[[ClassFolder], object]) -> None:
    before = index.roster(folder)
    change(folder)
    found = index.roster(folder)
    assert found == index.roster(folder) == truth(folder)
    assert found != before


def test_a_change_in_the_same_moment_and_of_the_same_size_is_seen(folder: ClassFolder) -> None:
    path = folder.root / A
    index.roster(folder)
    stamp = path.stat()
    rewrite(folder, A, "李小花", "李小华")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert index.roster(folder) == truth(folder)
    assert index.roster(folder).rows[0].name == "李小华"


def visit(folder: ClassFolder, on: str) -> tuple[bytes, bytes]:
    """A visit more in the first child's file: what it held before and after."""
    path = folder.root / A
    before = path.read_bytes()
    rewrite(folder, A, "[{日期: 2013-10-12}", f"[{{日期: 2013-10-12}}, {{日期: {on}}}")
    return before, path.read_bytes()


def test_what_we_added_ourselves_is_entered_as_it_would_be_read(
    folder: ClassFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.roster(folder)
    for on in ("2013-09-05", "2013-12-01"):
        index.entered(folder, "4kx7qm", "visits", date.fromisoformat(on), visit(folder, on))
    with monkeypatch.context() as spared:
        spared.setattr(index, "_draw", lambda *_: pytest.fail("files were read again"))
        quick = index.roster(folder)
    assert quick == truth(folder)
    assert [str(day) for day in quick.rows[0].visits] == ["2013-09-05", "2013-10-12", "2013-12-01"]


def test_what_another_command_added_before_us_is_not_lost(folder: ClassFolder) -> None:
    """While we waited for the lock; the row we looked the child up in knows nothing of it."""
    index.roster(folder)
    visit(folder, "2013-11-01")
    index.entered(folder, "4kx7qm", "visits", date(2013, 12, 1), visit(folder, "2013-12-01"))
    assert [str(day) for day in index.roster(folder).rows[0].visits] == [
        "2013-10-12",
        "2013-11-01",
        "2013-12-01",
    ]


def test_what_we_did_not_write_is_not_entered(folder: ClassFolder) -> None:
    index.roster(folder)
    rewrite(folder, A, "李小花", "李小华")
    index.entered(folder, "4kx7qm", "", date(2013, 12, 1), (b"something", b"else"))
    assert index.roster(folder) == truth(folder)


BAD = {
    "cut": lambda text: text[: len(text) // 2],
    "empty": lambda _: "",
    "zeros": lambda _: "\x00" * 50,
    "a list": lambda _: "[]",
    "rows are a list": lambda text: json.dumps({**json.loads(text), "rows": []}),
    "rows of another shape": lambda text: json.dumps(
        {
            **json.loads(text),
            "rows": {name: {**row, "row": [1, 2]} for name, row in json.loads(text)["rows"].items()},
        }
    ),
    "rows without stamp": lambda text: json.dumps(
        {
            **json.loads(text),
            "rows": {name: {"row": row["row"]} for name, row in json.loads(text)["rows"].items()},
        }
    ),
    "a row that is a word": lambda text: json.dumps(
        {**json.loads(text), "rows": dict.fromkeys(json.loads(text)["rows"], "x")}
    ),
    "days that are none": lambda text: text.replace("2001-05-12", "gestern"),
    "facts of another shape": lambda text: json.dumps({**json.loads(text), "facts": ["x"]}),
    "facts gone": lambda text: json.dumps(
        {key: value for key, value in json.loads(text).items() if key != "facts"}
    ),
    "settings gone": lambda text: json.dumps(
        {key: value for key, value in json.loads(text).items() if key != "settings"}
    ),
    "settings of another shape": lambda text: json.dumps({**json.loads(text), "settings": [1, 2]}),
    "written is a word": lambda text: json.dumps({**json.loads(text), "written": "x"}),
    "another version": lambda text: json.dumps({**json.loads(text), "schema": "0"}),
    "deep": lambda _: "[" * 100_000,
}


@pytest.mark.parametrize("spoil", BAD.values(), ids=BAD)
def test_an_index_in_doubt_is_thrown_away(folder: ClassFolder, spoil: Callable[[str], str]) -> None:
    found = index.roster(folder)
    kept(folder).write_text(spoil(kept(folder).read_text(encoding="utf-8")), encoding="utf-8")
    assert index.roster(folder) == found
    kept(folder).write_text(spoil(kept(folder).read_text(encoding="utf-8")), encoding="utf-8")
    index.entered(folder, "4kx7qm", "visits", date(2013, 10, 12), (b"x", b"x"))
    assert index.roster(folder) == found


def test_where_nothing_can_be_kept_all_is_read(folder: ClassFolder) -> None:
    (folder.root / ".liushou").write_text("in the way", encoding="utf-8")
    assert [row.name for row in index.roster(folder).rows] == ["李小花", "王芳"]


def test_nothing_is_kept_behind_a_link(folder: ClassFolder, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder.root / ".liushou").symlink_to(outside)
    assert [row.name for row in index.roster(folder).rows] == ["李小花", "王芳"]
    assert list(outside.iterdir()) == []


def test_settings_that_cannot_be_read_stop_us(folder: ClassFolder) -> None:
    index.roster(folder)
    rewrite(folder, "2012-2/class.yaml", "学段: 初中", "学段: 大学")
    with pytest.raises(Damaged, match=r"2012-2/class\.yaml:3"):
        index.roster(folder)


def test_a_class_file_that_is_gone(folder: ClassFolder) -> None:
    index.roster(folder)
    (folder.path / "class.yaml").unlink()
    with pytest.raises(Damaged, match=r"2012-2/class\.yaml：读不了 class\.yaml"):
        index.roster(folder)


def test_what_cannot_be_entered_is_read_next_time(folder: ClassFolder) -> None:
    index.entered(folder, "4kx7qm", "visits", date(2013, 12, 1), (b"no index yet", b""))
    index.roster(folder)
    folder.child_file("4kx7qm").unlink()
    index.entered(folder, "4kx7qm", "visits", date(2013, 12, 1), (b"file gone", b""))
    rewrite(folder, "2012-2/children/k7m2qx.yaml", "性别: 女", "性别: 妇")
    assert index.roster(folder).unreadable == ("2012-2/children/k7m2qx.yaml",)
    broken = folder.child_file("k7m2qx").read_bytes()
    index.entered(folder, "k7m2qx", "visits", date(2013, 12, 1), (broken, broken))
    assert index.roster(folder) == truth(folder)
