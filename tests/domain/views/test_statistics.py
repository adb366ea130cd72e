from typing import Any

import pytest

from liushou_cli.domain.masking import Mask
from liushou_cli.domain.views.statistics import statistics
from liushou_cli.errors import Refused
from tests.builders import child, roll, scene


def test_items_stand_two_by_two_under_their_own_words() -> None:
    found = statistics(scene(roll(child())))
    assert [part["名称"] for part in found["分类"]] == [
        "父母外出", "一方外出的另一方", "就学情况", "就读方式", "身体情况", "照护人", "监护情况", "监护类型",
    ]  # fmt: skip
    assert found["分类"][6]["行"] == [
        [{"项": "较好", "键": "监护较好"}, {"项": "一般", "键": "监护一般"}],
        [{"项": "差", "键": "监护差"}, {"项": "未注明", "键": "监护未注明"}],
    ]
    assert (found["不列"], found["公布"], found["班级行"]) == ({}, False, [])


def test_a_row_for_each_class() -> None:
    rows = statistics(scene(roll(child()), roll(name="2012-1", 班级="2012-1")))["班级行"]
    assert [(row["班级"], row["键"][0]) for row in rows] == [
        ("八年级（2）班", "留守儿童：2012-2"),
        ("八年级（1）班", "留守儿童：2012-1"),
    ]


def refusal(*rolls: Any) -> str:
    with pytest.raises(Refused) as refused:
        statistics(scene(*rolls))
    return refused.value.message


def test_a_sheet_that_does_not_add_up_is_not_printed() -> None:
    few = {"2013-2": "1"}
    assert refusal(roll(child(), child(), 学生数=few)) == "统计表对不上：留守儿童2多于在籍学生1"
    one, two = roll(child(), 学生数=few), roll(child(), child(), name="2012-3", 学生数={"2013-2": "9"})
    assert (
        refusal(one, two)
        == "统计表对不上：各班留守儿童：留守儿童：2012-22 + 留守儿童：2012-22，加起来不是留守儿童3"
    )


def test_only_what_is_published_withholds() -> None:
    class_ = roll(child())
    assert [bool(statistics(scene(class_, mask=mask))["不列"]) for mask in Mask] == [True, False, False]
    assert statistics(scene(class_, mask=Mask.FULL))["不列"]["女"] == "<5"
