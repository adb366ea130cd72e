import re

import pytest

from liushou_cli.formats.blocks import parse
from liushou_cli.formats.xlsx import write
from liushou_cli.formats.xlsx.rules import rule_of
from tests.helpers.workbook import Workbook


@pytest.mark.parametrize(
    ("head", "texts", "ruled"),
    [
        ("性别", ["男", "女", ""], True),
        ("性别", ["男", "不详"], False),
        ("留守", ["双亲", "单亲"], True),
        ("关注等级", ["重点"], True),
        ("关系", ["奶奶"], True),
        ("身份证号", ["340121200105120028"], True),
        ("身份证号", ["340***************"], False),
        ("电话", ["13800001234", "05646123456", ""], True),
        ("电话", ["138****1234"], False),
        ("姓名", ["李某某"], False),
    ],
)
def test_a_column_has_a_rule_where_all_of_it_keeps_it(head: str, texts: list[str], ruled: bool) -> None:
    assert (rule_of(head, texts) is not None) is ruled


def test_the_sheet_checks_what_is_typed() -> None:
    head = "# 名单\n\n| 姓名 | 性别 | 电话 | 身份证号 |\n|:-:|:-:|:-:|:-:|\n"
    text = head + "| 孙小梅 | 女 | 13800001234 | 340121200105120028 |\n"
    book = Workbook(write(parse(text)))
    found = re.findall(
        r'<dataValidation type="(\w+)".*?sqref="([^"]+)".*?<formula1>(.*?)</formula1>', book.xml["名单"]
    )
    assert found == [
        ("list", "B3", '"男,女"'),
        ("custom", "C3", 'OR(AND(LEFT(C3,1)="1",LEN(C3)=11),LEFT(C3,1)&lt;&gt;"1")'),
        ("custom", "D3", "OR(LEN(D3)=18,LEN(D3)=15)"),
    ]
    assert book.formulas == []
    assert [book.sheets["名单"][2][i] for i in (2, 3)] == ["13800001234", "340121200105120028"]


def test_a_table_without_rows_has_no_rules() -> None:
    book = Workbook(write(parse("# 名单\n\n| 姓名 | 性别 |\n|:-:|:-:|\n")))
    assert "dataValidation" not in "".join(book.xml.values())
