"""The record's word among the answers a form offers."""

import pytest

from liushou_cli.domain.blanks.vocabulary import chosen, coded


@pytest.mark.parametrize(
    ("value", "offered", "place"),
    [
        ("双亲留守", ["0.非留守", "1.单亲留守", "2.双亲留守"], 2),
        ("双亲留守", ["父母一方外出", "父母双方外出"], 1),
        ("单亲留守", ["是", "否"], 0),
        ("非留守", ["是", "否"], 1),
        ("寄宿", ["住校", "走读"], 0),
        ("走读", ["是", "否"], 1),
        ("患病", ["健康或良好", "一般或较弱", "有慢性病", "残疾"], 2),
        ("奶奶", ["祖父母", "外祖父母", "其他亲属"], 0),
        ("舅舅", ["祖父母", "外祖父母", "其他亲属"], 2),
        ("否", ["有", "无"], 1),
        ("农业", ["农业户口", "非农业户口"], 0),
        ("健康", ["甲", "乙"], None),
    ],
)
def test_the_closest_wording(value: str, offered: list[str], place: int | None) -> None:
    assert chosen(value, offered) == place


@pytest.mark.parametrize(
    ("heading", "codes"),
    [
        ("性别（1男 2女）", {"1": "男", "2": "女"}),
        ("是否留守：0.非留守；1.单亲留守；2.双亲留守", {"0": "非留守", "1": "单亲留守", "2": "双亲留守"}),
        ("年龄（截至2013年9月1日）", {}),
        ("身份证号（18位）", {}),
        ("监护人1关系", {}),
    ],
)
def test_codes_in_a_heading(heading: str, codes: dict[str, str]) -> None:
    assert coded(heading) == codes
