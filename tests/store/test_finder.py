from pathlib import Path

import pytest

from liushou_cli.errors import BadInput, Damaged
from liushou_cli.store.finder import find, find_one
from liushou_cli.store.layout import Records, locate

CHILD = "格式: 1\n编号: {id}\n姓名: {name}\n性别: 女\n出生日期: 2001-05-12\n在班: [{{自: 2012-09-01}}]\n"
CLASSES = {
    "2012-2": {"4kx7qm": "李小花", "k7m2qx": "李小华", "9w2d4t": "王芳"},
    "2013-1": {"000001": "王芳", "abcdef": "陈刚"},
}


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = tmp_path / "新溪中学"
    folder.mkdir()
    (folder / "school.yaml").write_text("格式: 1\n", encoding="utf-8")
    for code, children in CLASSES.items():
        (folder / code / "children").mkdir(parents=True)
        (folder / code / "class.yaml").write_text(f"格式: 1\n班级: {code}\n学段: 初中\n", encoding="utf-8")
        for child_id, name in children.items():
            text = CHILD.format(id=child_id, name=name)
            (folder / code / "children" / f"{child_id}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def records(school: Path) -> Records:
    return locate(school / "2012-2")


@pytest.mark.parametrize(
    ("query", "found"),
    [("李小花", "4kx7qm"), ("4KX7QM", "4kx7qm"), ("王芳", "9w2d4t"), ("陈刚", "abcdef"), ("chengang", "abcdef"), ("wf", "9w2d4t")],  # noqa: E501
)  # fmt: skip
def test_ones_own_class_first_and_then_the_school(records: Records, query: str, found: str) -> None:
    assert find_one(records, query).row.id == found


def test_where_the_child_was_found(records: Records) -> None:
    one = find_one(records, "陈刚")
    assert (one.folder.name, one.facts.code, one.file) == ("2013-1", "2013-1", "2013-1/children/abcdef.yaml")


def test_each_child_once_in_the_order_they_were_named(records: Records) -> None:
    assert [one.row.id for one in find(records, ["王芳", "李小花", "4kx7qm", "王芳"])] == ["9w2d4t", "4kx7qm"]
    assert find(records, []) == []


def test_more_than_one_is_refused_with_all_of_them(records: Records, school: Path) -> None:
    with pytest.raises(BadInput) as caught:
        find(records, ["李小花", "lxh"])
    assert caught.value.message == "“lxh”可能是 2 个孩子：李小花（4kx7qm，2012-2）、李小华（k7m2qx，2012-2）"
    with pytest.raises(
        BadInput, match="“王芳”可能是 2 个孩子：王芳（9w2d4t，2012-2）、王芳（000001，2013-1）"
    ):
        find_one(locate(school), "王芳")


def test_nobody_is_refused_with_who_may_be_meant(records: Records) -> None:
    with pytest.raises(BadInput) as caught:
        find_one(records, "李小化")
    assert caught.value.message == "没有“李小化”这个孩子"
    assert "李小花" in caught.value.hint
    with pytest.raises(BadInput) as caught:
        find_one(records, "zzzz")
    assert caught.value.hint == "用 liushou list 看有哪些孩子"


@pytest.mark.parametrize("query", ["", " "])
def test_nothing_asked_is_nobody(records: Records, query: str) -> None:
    with pytest.raises(BadInput):
        find_one(records, query)


def test_a_class_alone_has_no_others_to_ask(school: Path) -> None:
    (school / "school.yaml").unlink()
    with pytest.raises(BadInput, match="没有“陈刚”这个孩子"):
        find_one(locate(school / "2012-2"), "陈刚")


def test_a_child_whose_file_is_broken_is_not_said_to_be_nobody(records: Records) -> None:
    (records.root / "2012-2" / "children" / "4kx7qm.yaml").write_text("姓名: 李小花\n", encoding="utf-8")
    with pytest.raises(Damaged, match=r"2012-2/children/4kx7qm\.yaml 读不了"):
        find_one(records, "4kx7qm")
    with pytest.raises(BadInput, match="没有“李小花”这个孩子（有 1 份档案读不了，也可能在里面）"):
        find_one(records, "李小花")
    assert find_one(records, "王芳").row.id == "9w2d4t"
