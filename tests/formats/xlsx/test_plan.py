"""Which sheets a document becomes."""

import pytest

from liushou_cli.formats.blocks import parse
from liushou_cli.formats.xlsx.plan import Line, Part, Plan, plan

TABLE = "| 姓名 | 次数 |\n|:-:|--:|\n| 孙小梅 | 2 |\n"
FORM = "::: 表格 10,20\n| **姓名** | 孙小梅 |\n|:-:|:-:|\n:::\n"
CHART = '```chart\n{"kind": "bar", "title": "各月家访", "x": ["9月"], "series": {"家访": [2]}}\n```\n'
SIGNATURE = "::: 落款\n石塘小学\n2013年\n:::\n"


def shown(found: Plan) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Each sheet: its name, and of each part what it is, its title and caption, and where a page begins."""
    return [(one.name, [_shown(part) for part in one.parts]) for one in found.sheets]


def _shown(part: Part) -> tuple[str, ...]:
    what = part.body.text if isinstance(part.body, Line) else type(part.body).__name__
    return (*(["页"] if part.new_page else []), what, *filter(None, (part.title, part.caption)))


def said(found: Plan) -> list[str]:
    return [line.text for line in found.text]


def test_a_list_alone_is_one_sheet_under_its_title_and_over_its_signature() -> None:
    found = plan(parse(f"# 石塘小学⏎花名册\n\n{TABLE}\n{SIGNATURE}"))
    assert (said(found), shown(found)) == (
        [],
        [("石塘小学花名册", [("Table", "石塘小学\n花名册"), ("石塘小学",), ("2013年",)])],
    )


def test_a_text_with_tables_says_where_they_are() -> None:
    table = f"{TABLE}:表: 家访情况（单位：次）\n"
    found = plan(parse(f"# 总结\n\n前言。\n\n## 家访\n\n{table}\n{CHART}\n{SIGNATURE}"))
    assert shown(found) == [
        ("家访情况", [("Table", "家访情况（单位：次）")]),
        ("各月家访", [("Chart", "各月家访")]),
    ]
    assert said(found) == [
        *("总结", "前言。", "一、家访", "（见工作表“家访情况”）", "（见工作表“各月家访”）"),
        *("石塘小学", "2013年"),
    ]


def test_a_document_of_several_titles_is_one_sheet_a_page_each() -> None:
    found = plan(parse(f"# 甲卡\n\n{FORM}\n{TABLE}\n注意。\n\n# 乙卡\n\n## 家访\n\n{FORM}\n{SIGNATURE}"))
    assert (said(found), shown(found)) == (
        [],
        [
            (
                "甲卡",
                [
                    *(("甲卡",), ("Form",), ("Table",), ("注意。",)),
                    *(("页", "乙卡"), ("一、家访",), ("Form",), ("石塘小学",), ("2013年",)),
                ],
            )
        ],
    )


def test_one_card_is_a_sheet_like_many() -> None:
    found = plan(parse(f"# 档案卡\n\n{FORM}\n注意。\n"))
    assert (said(found), shown(found)) == ([], [("档案卡", [("档案卡",), ("Form",), ("注意。",)])])


def test_tables_that_have_only_a_heading_take_its_name_and_one_sheet() -> None:
    found = plan(parse(f"# 记录\n\n## 孙小梅\n\n{TABLE}\n## 孙小松\n\n{TABLE}\n"))
    assert shown(found) == [("孙小梅", [("Table", "记录", "孙小梅"), ("Table", "孙小松")])]


def test_text_alone_is_kept() -> None:
    found = plan(parse("# 总结\n\n没有留守儿童。\n"))
    assert (shown(found), said(found)) == ([], ["总结", "没有留守儿童。"])


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("五方面情况（单位：名）", "五方面情况"),
        ("[家访]/电话*?:\\", "家访电话"),
        ("长" * 40, "长" * 31),
        ("'引号'", "引号"),
        ("History", "History2"),
        ("说明", "说明2"),
    ],
)
def test_a_name_that_excel_takes(caption: str, name: str) -> None:
    found = plan(parse(f"# 总结\n\n{CHART.replace('各月家访', caption.replace(chr(92), chr(92) * 2))}"))
    assert [one.name for one in found.sheets] == [name]


def test_names_differ_even_where_captions_do_not() -> None:
    long = CHART.replace("各月家访", "长" * 40)
    found = plan(parse(f"{CHART}\n{CHART}\n{long}\n{long}"))
    assert [one.name for one in found.sheets] == ["各月家访", "各月家访2", "长" * 31, "长" * 30 + "2"]
