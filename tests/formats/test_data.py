import json
import re

import pytest

from liushou_cli.formats import data
from tests.helpers.workbook import Workbook

HEADS, ROWS = ("姓名", "人数"), [("李某某", 3), ("=1+1", None)]
FACTS = {"term": "2013-2", "note": "k=5"}


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("csv", "\ufeff姓名,人数\r\n李某某,3\r\n'=1+1,\r\n"),
        ("jsonl", '{"姓名": "李某某", "人数": 3}\n{"姓名": "=1+1", "人数": null}\n'),
    ],
)
def test_text(form: str, text: str) -> None:
    assert data.table(form, "名单", HEADS, ROWS, FACTS) == text


def test_json_tells_the_facts_too() -> None:
    rows = [{"姓名": "李某某", "人数": 3}, {"姓名": "=1+1", "人数": None}]
    assert json.loads(data.table("json", "名单", HEADS, ROWS, FACTS)) == {**FACTS, "rows": rows}


def test_a_workbook_with_its_note_and_its_charts() -> None:
    charts = [
        data.bars("照护人", {"隔代照护": 2}),
        data.stacked("年龄", ("甲", "乙"), {"男": (1, 2), "女": (0, 1)}),
    ]
    made = data.table("xlsx", "名单", HEADS, ROWS, FACTS, charts)
    assert isinstance(made, bytes)
    book = Workbook(made)
    assert book.sheets["名单"] == [["名单", ""], ["姓名", "人数"], ["李某某", 3], ["=1+1", ""]]
    assert [row[0] for row in book.sheets["说明"]] == [
        *("名单", "　　（见工作表“名单”）", "　　k=5", "　　（见工作表“照护人”）", "　　（见工作表“年龄”）"),
    ]
    assert book.formulas == []
    charts_in = [text for name, text in sorted(book.parts.items()) if name.startswith("xl/charts/chart")]
    assert [re.findall(r"<c:grouping val=\"(\w+)\"", text) for text in charts_in] == [
        ["clustered"],
        ["stacked"],
    ]


def test_digits_that_are_no_number_stay_text() -> None:
    made = data.table("xlsx", "名单", ("学号", "人数"), [("12", 3), ("13", 4)], {})
    assert isinstance(made, bytes)
    assert Workbook(made).sheets["名单"][2:] == [["12", 3], ["13", 4]]
