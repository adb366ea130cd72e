"""All files, broken ones too; the report as a person reads it; what is mended."""

import os
from datetime import date
from pathlib import Path

import pytest

from liushou_cli.domain.checks import CHECKS
from liushou_cli.domain.problem import Problem
from liushou_cli.usecases.check import Checked, check, examine, shown

TODAY = date(2014, 1, 17)
CLASS = "格式: 1\n班级: 2012-2\n学段: 初中\n班主任: 张敏\n学生数: {2013-2: 46}\n"
CHILD = """\
格式: 1
编号: 4kx7qm
姓名: 李小花
性别: 女
出生日期: 2001-05-12
在班:
- {自: 2012-09-01}
父亲:
  行踪: [{自: 2010-03, 状况: 在家}]
母亲:
  行踪: [{自: 2010-03, 状况: 在家}]
"""
OTHER = CHILD.replace("4kx7qm", "k7m2qx").replace("李小花", "陈玥").replace("2001-05-12", "2001-08-30")

HELD = """\
格式: 1
学期: 2013-2
活动:
- {号: 9w2d4t, 日期: 2013-09-27, 类别: 班会, 参加: [4kx7qm]}
"""


def lay(root: Path, **files: str | bytes) -> Path:
    """``children__4kx7qm`` is children/4kx7qm.yaml."""
    for name, content in files.items():
        path = root / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return lay(tmp_path / "2012-2", **{"class": CLASS}, children__4kx7qm=CHILD)


def brief(problems: list[Problem]) -> list[tuple[str, int, str]]:
    return [(one.file, one.line, one.check) for one in problems]


def test_the_example_is_clean(example: Path) -> None:
    found = examine(example, TODAY)
    assert shown(found) == f"没有问题：{len(list(example.rglob('*.yaml')))} 份文件都读过了。\n"


def test_one_class_of_a_school(example: Path) -> None:
    found = examine(example / "2012-2" / "children", TODAY)
    assert found == Checked([], 1 + len(list((example / "2012-2").rglob("*.yaml"))))


def test_progress_ends_with_all_files(example: Path) -> None:
    told: list[tuple[int, int]] = []
    found = examine(example, TODAY, lambda done, total: told.append((done, total)))
    assert told == [(done, found.files) for done in range(1, found.files + 1)]


def test_every_problem_of_every_file_in_order(room: Path) -> None:
    lay(room, children__k7m2qx=OTHER.replace("性别: 女", "性别：女"))
    lay(room, children__zzzzzz=b"", activities__2013_2="x")
    (room / "activities" / "2013_2.yaml").rename(room / "activities" / "2013-2.yaml")
    lay(room, children__4kx7qm=CHILD + "血型: O\n备注: 三组 #5号\n")
    lay(room, **{"class": CLASS.replace("2012-2", "2012-3")})
    assert brief(check(room, TODAY)) == [
        ("activities/2013-2.yaml", 1, "yaml"),
        ("children/4kx7qm.yaml", 12, "unknown-key"),
        ("children/4kx7qm.yaml", 13, "cut"),
        ("children/k7m2qx.yaml", 4, "colon"),
        ("children/zzzzzz.yaml", 0, "empty"),
        ("class.yaml", 2, "class-name"),
    ]


def test_the_report() -> None:
    problems = [Problem("class.yaml", 2, "x", "甲", "乙"), Problem("class.yaml", 0, "x", "丙")]
    assert (
        shown(Checked(problems, 5)) == "class.yaml:2：甲\n  → 乙\nclass.yaml：丙\n共 2 处问题，1 份文件。\n"
    )


def test_a_broken_class_yaml_does_not_hide_the_children(room: Path) -> None:
    lay(room, **{"class": "格式: 1\n"}, children__k7m2qx=OTHER.replace("k7m2qx", "4kx7qm"))
    assert brief(check(room, TODAY)) == [
        ("children/k7m2qx.yaml", 2, "file-name"),
        ("children/k7m2qx.yaml", 2, "duplicate-id"),
        ("class.yaml", 1, "missing"),
        ("class.yaml", 1, "missing"),
    ]


def test_a_newer_file_is_named_and_not_judged_by_old_rules(room: Path) -> None:
    lay(room, children__4kx7qm="格式: 3\n编号: 4kx7qm\n新东西: [1]\n")
    lay(
        room,
        activities__a="格式: 1\n学期: 2013-2\n活动:\n- {号: 9w2d4t, 日期: 2013-09-27, 类别: 班会, 参加: [4kx7qm]}\n",
    )
    assert brief(check(room, TODAY)) == [
        ("activities/a.yaml", 2, "activity-file"),
        ("children/4kx7qm.yaml", 1, "newer-format"),
    ]


def test_one_number_in_two_classes(tmp_path: Path) -> None:
    lay(tmp_path, school="格式: 1\n学校: 新溪中学\n")
    lay(tmp_path / "2012-1", **{"class": CLASS.replace("2012-2", "2012-1")}, children__4kx7qm=CHILD)
    lay(tmp_path / "2012-2", **{"class": CLASS}, children__4kx7qm=OTHER.replace("k7m2qx", "4kx7qm"))
    blamed = [("2012-2/children/4kx7qm.yaml", 2, "duplicate-id")]
    assert brief(check(tmp_path, TODAY)) == blamed
    assert brief(check(tmp_path / "2012-2", TODAY)) == blamed


def test_who_moved_to_another_class_may_stand_in_the_old_ones_activities(tmp_path: Path) -> None:
    held = HELD.replace("4kx7qm", "k7m2qx")
    lay(tmp_path, school="格式: 1\n学校: 新溪中学\n")
    lay(tmp_path / "2012-1", **{"class": CLASS.replace("2012-2", "2012-1")}, children__k7m2qx=OTHER)
    lay(tmp_path / "2012-2", **{"class": CLASS, "activities__2013-2": held}, children__4kx7qm=CHILD)
    assert check(tmp_path, TODAY) == []
    assert check(tmp_path / "2012-2", TODAY) == []
    (tmp_path / "2012-1" / "children" / "k7m2qx.yaml").unlink()
    assert brief(check(tmp_path / "2012-2", TODAY)) == [
        ("2012-2/activities/2013-2.yaml", 4, "activity-child")
    ]


def test_a_broken_child_is_not_unknown_to_the_activities(room: Path) -> None:
    lay(room, **{"activities__2013-2": HELD}, children__4kx7qm="")
    assert brief(check(room, TODAY)) == [("children/4kx7qm.yaml", 0, "empty")]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_and_folders(room: Path) -> None:
    (room / "children" / "k7m2qx.yaml").symlink_to(room / "children" / "4kx7qm.yaml")
    (room / "children" / "zzzzzz.yaml").mkdir()
    assert brief(check(room, TODAY)) == [
        ("children/k7m2qx.yaml", 0, "unreadable"),
        ("children/zzzzzz.yaml", 0, "unreadable"),
    ]


def test_lines_are_right_where_a_list_has_empty_entries_or_is_one_entry(room: Path) -> None:
    lay(
        room,
        children__4kx7qm=CHILD
        + "家访:\n-\n- {号: k7m2qx, 日期: 2031-01-01}\n谈心: {号: 05t2gm, 日期: 2031-01-01}\n",
    )
    assert brief(check(room, TODAY)) == [
        ("children/4kx7qm.yaml", 14, "future"),
        ("children/4kx7qm.yaml", 15, "future"),
    ]


def test_a_file_cut_anywhere_never_raises_and_never_hides_another(room: Path) -> None:
    whole = (CHILD + '家访:\n- 号: k7m2qx\n  日期: 2013-10-12\n  情况: "好"\n').encode()
    for end in range(0, len(whole), 3):
        lay(room, children__k7m2qx=OTHER.encode()[: end % 40] + b"\n", children__4kx7qm=whole[:end])
        for one in check(room, TODAY):
            assert one.check in CHECKS
            assert one.message


def test_check_writes_nothing(room: Path) -> None:
    before = sorted(path.relative_to(room).as_posix() for path in room.rglob("*"))
    check(room, TODAY)
    assert sorted(path.relative_to(room).as_posix() for path in room.rglob("*")) == before
