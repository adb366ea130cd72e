from typing import Any

import pytest

from liushou_cli.domain.masking import HIDDEN, NOT_TOLD, Mask
from liushou_cli.domain.outgoing.fields import PROTECTED, USUAL, WORDS, chosen, protected, rows
from liushou_cli.domain.withholding import covered
from liushou_cli.errors import BadInput
from tests.builders import child, roll, scene

FULL: dict[str, Any] = {
    "民族": "汉族", "身份证号": "340121200105120028", "学籍号": "G340121200105120028", "学号": "007",
    "户口性质": "农业", "户籍地": "安徽省霍邱县新溪镇桃树坪村三组", "现住址": "安徽省霍邱县新溪镇桃树坪村三组",
    "村组": "桃树坪", "就读方式": "走读", "就学情况": "初中", "身体情况": "健康",
    "父亲": {"姓名": "李强", "电话": "13800001234",
             "行踪": [{"自": "2010-03", "状况": "外出务工", "地点": "广东省东莞市长安镇"}]},
    "照护人": [{"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", "电话": "13800001235"}],
    "监护情况": [{"日期": "2013-09-10", "评定": "一般"}], "关注等级": [{"自": "2013-09-10", "等级": "重点"}],
    "其他类别": ["低保", "残疾"], "家庭经济来源": ["打工收入"], "救助帮扶": ["享受低保"],
}  # fmt: skip


def told(mask: Mask, **changes: Any) -> dict[str, str]:
    (row,) = rows(scene(roll(child(**FULL, **changes)), mask=mask), WORDS)
    return row


def test_everything_where_nothing_is_hidden() -> None:
    assert told(Mask.NONE) == {
        **{"班级": "八年级（2）班", "姓名": "李小花", "性别": "女", "出生日期": "2001-05-12", "留守": "单亲"},
        **{
            "父亲": "广东省东莞市长安镇",
            "母亲": "在家",
            "照护人": "王桂兰",
            "关系": "奶奶",
            "电话": "13800001235",
        },
        **{
            "编号": "4kx7qm",
            "民族": "汉族",
            "身份证号": "340121200105120028",
            "学籍号": "G340121200105120028",
        },
        **{"学号": "007", "户口性质": "农业", "户籍地": "安徽省霍邱县新溪镇桃树坪村三组"},
        **{
            "现住址": "安徽省霍邱县新溪镇桃树坪村三组",
            "村组": "桃树坪",
            "就读方式": "走读",
            "就学情况": "初中",
        },
        **{"身体情况": "健康", "监护情况": "一般", "关注等级": "重点", "其他类别": "低保、残疾"},
        **{"家庭经济来源": "打工收入", "救助帮扶": "享受低保"},
    }


@pytest.mark.parametrize(
    ("mask", "different"),
    [
        (
            Mask.INITIAL,
            {
                **{"姓名": "李某某", "出生日期": "2001-05", "父亲": "广东省东莞市长安镇", "照护人": "王某某"},
                **{"电话": "138****1235", "身份证号": "340***************", "学籍号": "G34****************"},
                **{
                    "学号": "***",
                    "户籍地": "安徽省霍邱县新溪镇",
                    "现住址": "安徽省霍邱县新溪镇",
                    "村组": HIDDEN,
                },
            },
        ),
        (
            Mask.FULL,
            {
                **{"姓名": "某同学", "出生日期": "2001-05", "父亲": "广东省东莞市", "照护人": "某某"},
                **{"电话": "138****1235", "身份证号": "340***************", "学籍号": "G34****************"},
                **{"学号": "***", "户籍地": "安徽省霍邱县", "现住址": "安徽省霍邱县", "村组": HIDDEN},
            },
        ),
    ],
)
def test_what_a_mask_changes(mask: Mask, different: dict[str, str]) -> None:
    assert told(mask) == told(Mask.NONE) | different


def test_what_must_not_be_told_is_hidden_whatever_the_mask() -> None:
    held = {**FULL, "不得透露": [{"内容": "住址和电话"}]}
    (row,) = rows(scene(roll(covered(child(**held))), mask=Mask.NONE), WORDS)
    assert {word for word, text in row.items() if text == NOT_TOLD} == {"户籍地", "现住址", "村组", "电话"}


def test_the_usual_fields_are_not_protected() -> None:
    assert chosen([], Mask.INITIAL) == chosen([], Mask.FULL) == USUAL
    assert protected(USUAL) == []
    assert chosen([], Mask.NONE) == (*USUAL, "电话")


def test_fields_come_in_the_order_asked_for_each_once() -> None:
    assert chosen(["电话", "姓名", "电话"], Mask.INITIAL) == ("电话", "姓名")
    assert protected(["姓名", *PROTECTED]) == list(PROTECTED)


def test_a_word_that_is_no_field() -> None:
    with pytest.raises(BadInput, match="没有“血型、事件”这种字段"):
        chosen(["姓名", "血型", "事件"], Mask.NONE)
