"""A row beside a file: who it is, and what it changes."""

from typing import Any

import pytest

from liushou_cli.domain.child import Child
from liushou_cli.domain.intake.changes import changes
from liushou_cli.domain.intake.family import settled
from liushou_cli.domain.intake.match import Known, matched, twice
from liushou_cli.domain.intake.rows import Entry
from tests.builders import child

BASE = {"姓名": "孙小梅", "性别": "女", "出生日期": "2004-02-01"}
FATHER = {"姓名": "孙海", "行踪": [{"自": "2011-03", "状况": "外出务工", "地点": "浙江省宁波市"}]}


def _entry(number: int = 2, **values: Any) -> Entry:
    return Entry(number, {key.replace("_", "."): value for key, value in values.items()}, {})


def _file(**more: Any) -> Child:
    return child(**{**BASE, "父亲": FATHER, "母亲": {"姓名": "何翠"}, **more})


def _changes(file: Child, **values: Any) -> list[tuple[str, str, str, str, bool]]:
    found = changes(_entry(**values), file, "2013-12-30", "2013-03")
    return [(one.how, one.field, one.before, one.after, one.conflict) for one in found]


@pytest.mark.parametrize(
    ("values", "sure", "maybe"),
    [
        (BASE, True, 0),
        ({**BASE, "姓名": "孙晓梅"}, False, 1),
        ({**BASE, "姓名": "孙晓梅", "性别": "男"}, False, 0),
        ({**BASE, "出生日期": "2004-02-02"}, False, 1),
        ({**BASE, "姓名": "李梅"}, False, 0),
        ({"姓名": "别人", "身份证号": "36012120040201152X"}, True, 0),
        ({**BASE, "身份证号": "360121200402011538"}, False, 1),
        ({"姓名": "别人", "学籍号": "g1"}, True, 0),
    ],
)
def test_who_a_row_speaks_of(values: dict[str, Any], sure: bool, maybe: int) -> None:
    file = _file(身份证号="36012120040201152X", 学籍号="G1")
    found = matched(_entry(**values), [Known.of(file)])
    assert (found.sure is not None, len(found.maybe)) == (sure, maybe)


def test_two_rows_of_one_child_and_two_children_of_one_name() -> None:
    rows = [_entry(2, **BASE), _entry(3, **BASE)]
    assert [(spot.cell, spot.message) for spot in twice(rows)] == [("A3", "孙小梅与第 2 行是同一个孩子")]
    assert twice([_entry(2, **BASE, 身份证号="甲"), _entry(3, **BASE, 身份证号="乙")]) == []


def test_what_was_taken_over_for_the_same_day_changes_nothing_again() -> None:
    stays = [*FATHER["行踪"], {"自": "2011-03", "状况": "外出务工", "地点": "江苏省苏州市"}]
    file = _file(父亲={"姓名": "孙海", "行踪": stays})
    moved = {"父亲_行踪_状况": "外出务工", "父亲_行踪_地点": "江苏省苏州市", "父亲_行踪_自": "2011-03"}
    assert _changes(file, **BASE, **moved) == []


def test_what_is_the_same_or_less_exact_changes_nothing() -> None:
    assert (
        _changes(_file(), **BASE, 父亲_姓名="孙海", 父亲_行踪_状况="外出务工", 父亲_行踪_地点="浙江省宁波市")
        == []
    )
    assert _changes(_file(), 父亲_行踪_状况="外出务工", 父亲_行踪_地点="宁波") == []


def test_an_empty_field_is_filled_a_full_one_is_a_question() -> None:
    assert _changes(_file(现住址="一组"), 现住址="二组", 民族="汉族") == [
        ("put", "现住址", "一组", "二组", True),
        ("put", "民族", "", "汉族", False),
    ]


def test_a_list_only_grows() -> None:
    assert _changes(_file(其他类别=["低保"]), 其他类别=["孤儿", "低保"]) == [
        ("put", "其他类别", "低保", "低保、孤儿", False)
    ]


def test_a_move_is_a_new_entry_of_the_day_it_was_learned() -> None:
    moved = {"父亲_行踪_状况": "外出务工", "父亲_行踪_地点": "江苏苏州"}
    before = "自 2011-03-01 状况 外出务工 地点 浙江省宁波市"
    assert _changes(_file(), **moved) == [
        ("append", "父亲.行踪", before, "自 2013-12-30 状况 外出务工 地点 江苏苏州", False)
    ]
    assert _changes(_file(), **moved, 父亲_行踪_自="2010-03")[0][4]  # before what the file says last: ask
    assert _changes(_file(), 母亲_行踪_状况="外出务工") == [
        ("append", "母亲.行踪", "", "自 2013-03 状况 外出务工", False)
    ]


def test_a_caregiver_is_added_or_completed_never_rewritten() -> None:
    file = _file(照护人=[{"姓名": "龚玉珍", "关系": "奶奶", "自": "2011-03"}])
    assert _changes(file, 照护人_姓名="龚玉珍", 照护人_关系="外婆", 照护人_电话="13800000001") == [
        ("put", "照护人.关系", "奶奶", "外婆", True),
        ("put", "照护人.电话", "", "13800000001", False),
    ]
    assert _changes(file, 照护人_姓名="孙大伯", 照护人_关系="伯父") == [
        ("append", "照护人", "龚玉珍（奶奶）", "姓名 孙大伯 关系 伯父 自 2013-12-30", False)
    ]


def test_a_judgement_of_the_same_word_is_not_repeated() -> None:
    file = _file(监护情况=[{"日期": "2013-09-10", "评定": "一般"}])
    assert _changes(file, 监护情况="一般") == []
    assert _changes(file, 监护情况="较好", 关注等级="重点") == [
        ("append", "监护情况", "一般", "较好", False),
        ("append", "关注等级", "", "重点", False),
    ]


def test_members_and_guardians_find_their_places() -> None:
    values: dict[str, Any] = {
        "父亲.姓名": "林强", "父亲.行踪.地点": "东莞", "照护人.姓名": "林强", "照护人.电话": "13800000001",
        "成员1.姓名": "赵燕", "成员1.关系": "母亲", "成员1.电话": "13800000002",
        "成员2.姓名": "林大姑", "成员2.关系": "姑姑",
    }  # fmt: skip
    assert settled(values) == [
        "成员2 姑姑，不是父母也不是监护人，没有记",
        "监护人是父亲，人在外地，记在父亲名下，没有当作照护人",
    ]
    assert values == {
        "父亲.姓名": "林强", "父亲.行踪.地点": "东莞", "父亲.行踪.状况": "外出务工", "父亲.电话": "13800000001",
        "母亲.姓名": "赵燕", "母亲.电话": "13800000002",
    }  # fmt: skip
