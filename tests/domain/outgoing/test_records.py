import json
from typing import Any

import pytest
from hypothesis import given

from liushou_cli.domain.child import Child
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.outgoing.records import holds, records
from liushou_cli.domain.withholding import covered
from tests.builders import child, roll, scene
from tests.domain.strategies import children

FULL: dict[str, Any] = {
    "身份证号": "340121200105120028", "户籍地": "桃树坪村三组", "村组": "桃树坪", "备注": "喜欢画画",
    "照护人": [{"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", "电话": "13800001235", "身体状况": "腿脚不好"}],
    "普查": [{"号": "k7m2qx", "日期": "2013-9-10", "登记人": "张敏",
              "学习": {"评定": "需关注", "情况": "数学基础弱", "需求": ["课外辅导"]}}],
    "家访": [{"号": "9w2d4t", "日期": "2013-10-12", "性质": "定期", "家访人": ["张敏"], "对象": ["奶奶"],
              "情况": "奶奶身体尚可", "跟进": [{"事项": "配眼镜", "期限": "2013-11-01"}]}],
    "帮扶": [{"号": "abcdef", "日期": "2013-10-13", "类别": "资金", "金额": "500", "提供者": "李伟"}],
    "事件": [{"号": "ghjkmn", "日期": "2013-11-05", "情况": "不能说的事"}],
}  # fmt: skip


def told(mask: Mask, **changes: Any) -> dict[str, Any]:
    (one,) = records(scene(roll(covered(child(**FULL, **changes))), mask=mask))
    return one


def test_masked_only_words_days_and_numbers_are_let_through() -> None:
    assert told(Mask.INITIAL) == {
        "格式": 1, "编号": "4kx7qm", "姓名": "李某某", "性别": "女", "出生日期": "2001-05",
        "在班": [{"自": "2012-09-01"}],
        "父亲": {"姓名": "李某", "行踪": [{"自": "2010-03-01", "状况": "外出务工", "地点": "广东省东莞市"}]},
        "母亲": {"姓名": "王某", "行踪": [{"自": "2010-03-01", "状况": "在家"}]},
        "照护人": [{"姓名": "王某某", "关系": "奶奶", "自": "2010-03-01"}],
        "普查": [{"号": "k7m2qx", "日期": "2013-09-10", "登记人": "张某", "学习": {"评定": "需关注"}}],
        "家访": [{"号": "9w2d4t", "日期": "2013-10-12", "性质": "定期", "家访人": ["张某"], "对象": ["奶奶"],
                  "跟进": [{"期限": "2013-11-01"}]}],
        "帮扶": [{"号": "abcdef", "日期": "2013-10-13", "类别": "资金", "提供者": "李某", "金额": 500.0}],
    }  # fmt: skip


def test_open_it_is_the_whole_file_but_for_incidents() -> None:
    one = told(Mask.NONE)
    assert "事件" not in one
    assert (one["姓名"], one["身份证号"], one["备注"]) == ("李小花", "340121200105120028", "喜欢画画")
    assert one["家访"][0]["跟进"] == [{"事项": "配眼镜", "期限": "2013-11-01"}]


@pytest.mark.parametrize("mask", list(Mask))
def test_what_must_not_be_told_is_dropped_at_any_depth(mask: Mask) -> None:
    one = told(mask, 不得透露=[{"内容": "电话、住址", "原因": "离婚官司"}])
    dropped = ("电话", "户籍地", "村组", "不得透露")
    assert [word for word in dropped if holds(one, word)] == []
    assert "离婚官司" not in json.dumps(one, ensure_ascii=False)


def test_a_name_that_must_not_be_told_is_not() -> None:
    assert "姓名" not in told(Mask.INITIAL, 不得透露=[{"内容": "姓名"}])


@given(children(备注=children().map(lambda _: "只有老师知道的话")))
def test_no_sentence_of_any_file_gets_out_masked(one: Child) -> None:
    text = json.dumps(list(records(scene(roll(one), mask=Mask.INITIAL))), ensure_ascii=False)
    assert "只有老师知道的话" not in text
    assert "李小花" not in text
