from typing import Any

import pytest

from liushou_cli.domain.masking import Mask, Veil
from liushou_cli.domain.views.children import identity, whereabouts
from tests.builders import child, day, roll, scene

GRANDMA = {"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", "电话": "13800002307", "身体状况": "血压偏高"}


def identity_of(mask: Mask = Mask.NONE, **changes: Any) -> dict[str, Any]:
    made = scene(roll(child(**changes)), mask=mask)
    return identity(made.chosen[0], made)


def test_who_a_child_is() -> None:
    assert identity_of(照护人=[GRANDMA]) == {
        "姓名": "李小花",
        "性别": "女",
        "民族": "",
        "出生日期": "2001年5月12日",
        "班级": "八年级（2）班",
        "班主任": "张敏",
        "留守情况": "单亲留守",
        "照护人": [{"称呼": "王桂兰（奶奶）", "电话": "13800002307", "身体": "血压偏高"}],
        "提醒": "",
    }


def test_what_a_masked_paper_still_says() -> None:
    found = identity_of(Mask.FULL, 照护人=[GRANDMA])
    assert (found["姓名"], found["出生日期"], found["照护人"]) == (
        "某同学",
        "2001年5月",
        [{"称呼": "某某（奶奶）", "电话": "138****2307", "身体": "血压偏高"}],
    )


def test_the_word_of_the_register_is_marked_as_such() -> None:
    assert identity_of(父亲=None, 母亲=None, 学籍登记="双亲留守")["留守情况"] == "双亲留守（按学籍登记）"


def test_what_is_kept_from_somebody_is_not_said_but_that_there_is_something() -> None:
    secret = [{"内容": "父亲在服刑", "对谁": "同学"}]
    for mask in Mask:
        found = identity_of(mask, 不得透露=secret)
        assert found["提醒"] == "本档案有不得透露的内容，外借前请看。"
        assert "服刑" not in str(found)


@pytest.mark.parametrize(
    ("stay", "open_", "masked"),
    [
        ({"自": "2010-03", "状况": "外出务工", "地点": "云岭县新溪镇砖厂", "工种": "烧窑"},
         "2010年3月起外出务工，云岭县新溪镇砖厂，烧窑", "2010年3月起外出务工，云岭县，烧窑"),
        ({"自": "2009-05-04", "状况": "去世"}, "2009年5月4日去世", "2009年5月4日去世"),
        ({"自": "2012-06", "状况": "服刑", "地点": "省城"}, "2012年6月起服刑", "2012年6月起其他"),
        ({"自": "2014-06", "状况": "在家"}, "行踪没有登记", "行踪没有登记"),
    ],
)  # fmt: skip
def test_where_a_parent_is(stay: dict[str, str], open_: str, masked: str) -> None:
    one = child(父亲={"姓名": "李强", "行踪": [stay]})
    shown = [whereabouts(one.father, day("2013-12-30"), Veil(mask)) for mask in (Mask.NONE, Mask.FULL)]
    assert shown == [open_, masked]
