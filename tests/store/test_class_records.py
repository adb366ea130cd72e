from pathlib import Path

import pytest

from liushou_cli.errors import Damaged
from liushou_cli.store.class_records import must_be_whole, read_child, read_class, read_settings
from liushou_cli.store.layout import ClassFolder, locate

CHILD = "格式: 1\n编号: {id}\n姓名: 李小花\n性别: 女\n出生日期: 2001-05-12\n在班: [{{自: 2012-09-01}}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    """A class of two children in a school, with one term of activities."""
    school = tmp_path / "新溪中学"
    one = school / "2012-2"
    (one / "children").mkdir(parents=True)
    (one / "activities").mkdir()
    (school / "school.yaml").write_text("格式: 1\n学校: 新溪中学\n", encoding="utf-8")
    (one / "class.yaml").write_text("格式: 1\n班级: 2012-2\n学段: 初中\n", encoding="utf-8")
    (one / "activities" / "2013-2.yaml").write_text("格式: 1\n学期: 2013-2\n", encoding="utf-8")
    for name in ("k7m2qx", "4kx7qm"):
        (one / "children" / f"{name}.yaml").write_text(CHILD.format(id=name), encoding="utf-8")
    return locate(one).only_class


def test_all_files_of_a_class(folder: ClassFolder) -> None:
    records = read_class(folder)
    assert [file.file for file in records.files()] == [
        "school.yaml", "2012-2/class.yaml", "2012-2/children/4kx7qm.yaml", "2012-2/children/k7m2qx.yaml", "2012-2/activities/2013-2.yaml",  # noqa: E501
    ]  # fmt: skip
    assert records.problems() == []
    assert records.settings.school_name == read_settings(folder).school_name == "新溪中学"
    child = read_child(folder, folder.child_file("4kx7qm"))
    assert child == records.children[0]


def test_a_class_alone(folder: ClassFolder) -> None:
    (folder.root / "school.yaml").unlink()
    alone = locate(folder.path).only_class
    records = read_class(alone)
    assert (records.school, records.settings.school, records.settings.school_name) == (None, None, "")
    assert next(records.files()).file == "class.yaml"


def test_one_broken_child_does_not_hide_the_others(folder: ClassFolder) -> None:
    folder.child_file("4kx7qm").write_text("姓名: 李小花\n姓名: 李\n", encoding="utf-8")
    records = read_class(folder)
    assert [loaded.value is None for loaded in records.children] == [True, False]
    assert [f"{one.file}:{one.line}" for one in records.problems()] == ["2012-2/children/4kx7qm.yaml:2"]
    assert records.settings.own.code == "2012-2"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("2012-2/class.yaml", "格式: 1\n班级: 2012-2\n", "2012-2/class.yaml:1：缺“学段”"),
        ("school.yaml", "格式: 1\n口径: 新\n学校: [x]\n", r"school.yaml:2：口径写的是“新”（共 2 处）"),
        ("school.yaml", "", "school.yaml：文件是空的"),
    ],
)
def test_settings_that_cannot_be_understood_stop_what_needs_them(
    folder: ClassFolder, name: str, text: str, words: str
) -> None:
    (folder.root / name).write_text(text, encoding="utf-8")
    with pytest.raises(Damaged) as caught:
        read_settings(folder)
    assert caught.value.message == words
    assert caught.value.hint
    with pytest.raises(Damaged):
        _ = read_class(folder).settings


def test_a_count_is_not_made_of_half_the_files(folder: ClassFolder) -> None:
    must_be_whole([])
    folder.child_file("4kx7qm").write_bytes(b"\x00" * 30)
    with pytest.raises(Damaged, match=r"^2012-2/children/4kx7qm\.yaml：文件里全是空字节"):
        must_be_whole(read_class(folder).problems())
