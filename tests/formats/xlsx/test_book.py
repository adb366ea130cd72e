"""The workbook read back."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from liushou_cli.formats.blocks import parse
from liushou_cli.formats.document import Block, Paragraph, Run, Table, Title
from liushou_cli.formats.xlsx import write
from tests.helpers.workbook import Workbook

HERE = Path(__file__).parents[1]


def sample(name: str) -> tuple[Block, ...]:
    return tuple(parse((HERE / f"{name}.md").read_text(encoding="utf-8")))


def roster(rows: int = 9) -> str:
    lines = "".join(f"| {i} | 孙{i} | 1380000{i:04} |\n" for i in range(1, rows + 1))
    return f"# 花名册\n\n| 序号 | 姓名 | 电话 |\n|:-:|:-:|:-:|\n{lines}"


def test_the_sheets_of_a_summary() -> None:
    book = Workbook(write(sample("sample")))
    assert list(book.sheets) == [
        *("说明", "留守儿童照护情况", "各类帮扶对象的人数", "本学期活动一览", "各月家访与亲情电话次数"),
        *("各月谈心次数与上学期同月相比", "附件：留守儿童花名册"),
    ]
    assert book.sheets["留守儿童照护情况"] == [
        ["留守儿童照护情况（共17名）", "", "", "", ""],
        ["照护情况", "男", "女", "合计", "占留守儿童"],
        ["父母双方外出，由祖辈照料", 5, 5, 10, 0.588],
        ["父母双方外出，由亲戚照料", 1, 0, 1, 0.059],
        ["父亲外出，由母亲照料", 2, 1, 3, 0.176],
        ["母亲外出，由父亲或祖辈照料", 1, 2, 3, 0.176],
        ["合计", 9, 8, 17, 1],
    ]
    assert book.sheets["各月家访与亲情电话次数"] == [
        ["各月家访与亲情电话次数", "", ""],
        ["", "家访", "亲情电话"],
        *(["9月", 6, 11], ["10月", 5, 14], ["11月", 4, 19], ["12月", 5, 13], ["1月", 2, 7]),
        *([] for _ in range(17)),
    ]
    assert book.sheets["附件：留守儿童花名册"][2] == [
        *(1, "陈＊＊", "男", "2013.1", "陈＊", "爷爷", "138****0001", "父母双方", "重点"),
    ]


def test_forms_of_two_shapes_keep_their_joined_cells_on_one_grid() -> None:
    book = Workbook(write(sample("card")))
    assert list(book.sheets) == ["留守儿童档案卡"]
    assert {"A1:K1", "B3:E3", "H3:K3", "B4:K4", "A12:A14", "A16:K16", "C17:F17"} <= set(
        book.joined("留守儿童档案卡")
    )
    assert [[one for one in row if one] for row in book.sheets["留守儿童档案卡"][15:]] == [
        *(
            ["留守儿童档案卡"],
            ["姓名", "周念安", "性别", "女"],
            ["照护人", "周启明（外公）", "电话", "13800000004"],
        ),
        ["备注"],
    ]


def test_nothing_becomes_a_formula_a_link_or_a_number() -> None:
    evil = [
        "=1+1",
        "=cmd|'/c calc'!A1",
        "{=A1}",
        "+1",
        "-1",
        "@SUM(A1)",
        "http://a.b",
        "mailto:a@b.c",
        "007",
        "1e5",
    ]
    rows = tuple(((Run(text),), (Run("甲"),)) for text in ["头", *evil])
    blocks = (Title(("=1+1",)), Table(rows, ("left", "left"), "=2+2"), Paragraph((Run("=3+3"),)))
    book = Workbook(write(blocks))
    assert [row[0] for row in book.sheets["=2+2"]] == ["=1+1", "=2+2", "头", *evil]
    assert book.sheets["说明"] == [["=1+1"], ["　　（见工作表“=2+2”）"], ["　　=3+3"]]
    assert (book.formulas, [name for name in book.parts if "externalLink" in name]) == ([], [])
    assert "hyperlink" not in "".join(book.xml.values())


def test_a_chart_is_drawn_from_its_cells() -> None:
    book = Workbook(write(sample("sample")))
    charts = [text for name, text in sorted(book.parts.items()) if name.startswith("xl/charts/chart")]
    assert [re.findall(r"<c:(bar|line)Chart>", text) for text in charts] == [["bar"], ["bar"], ["line"]]
    assert re.findall(r"<c:f>(.*?)</c:f>", charts[1]) == [
        "各月家访与亲情电话次数!$A$1",
        *(
            "各月家访与亲情电话次数!$B$2",
            "各月家访与亲情电话次数!$A$3:$A$7",
            "各月家访与亲情电话次数!$B$3:$B$7",
        ),
        *(
            "各月家访与亲情电话次数!$C$2",
            "各月家访与亲情电话次数!$A$3:$A$7",
            "各月家访与亲情电话次数!$C$3:$C$7",
        ),
    ]


def test_a_chart_without_data_says_so() -> None:
    empty = '```chart\n{"kind": "line", "title": "各月家访", "x": [], "series": {"家访": []}}\n```\n'
    assert Workbook(write(parse(empty))).sheets == {"各月家访": [["各月家访", ""], ["　　没有数据", ""]]}


def test_a_roster_is_ready_to_print_and_to_look_through() -> None:
    book = Workbook(write(parse(roster())))
    assert book.element("花名册", "pane") | {"activePane": ""} == {
        **{"xSplit": "2", "ySplit": "2", "topLeftCell": "C3"},
        **{"activePane": "", "state": "frozen"},
    }
    assert book.element("花名册", "autoFilter") == {"ref": "A2:C11"}
    assert book.element("花名册", "pageSetup") == {
        "paperSize": "9",
        "fitToHeight": "0",
        "orientation": "portrait",
    }
    names = dict(
        re.findall(
            r'<definedName name="_xlnm\.(\w+)"[^>]*>(.*?)</definedName>', book.parts["xl/workbook.xml"]
        )
    )
    assert (names["Print_Titles"], names["Print_Area"]) == ("花名册!$1:$2", "花名册!$A$1:$C$11")
    assert "第 &amp;P 页 共 &amp;N 页" in book.xml["花名册"]


def test_cards_begin_new_pages() -> None:
    card = "# 档案卡\n\n::: 表格 10,20\n| **姓名** | 孙小梅 |\n|:-:|:-:|\n| **备注** | |\n:::\n\n"
    book = Workbook(write(parse(card * 3)))
    assert re.findall(r'<brk id="(\d+)"', book.xml["档案卡"]) == ["3", "6"]


def test_a_wide_table_lies_on_its_side() -> None:
    names = " | ".join(f"第{i}项内容" for i in range(12))
    book = Workbook(write(parse(f"| {names} |\n|{':-:|' * 12}\n| {names} |\n")))
    assert book.element("表", "pageSetup")["orientation"] == "landscape"


@pytest.mark.parametrize("name", ["sample", "card"])
def test_the_same_blocks_give_the_same_bytes(name: str) -> None:
    made = write(sample(name))
    assert made == write(sample(name))
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"1980-01-01T00:00:00Z"}


def test_the_title_is_the_workbooks() -> None:
    assert "<dc:title>花名册</dc:title>" in Workbook(write(parse(roster(1)))).parts["docProps/core.xml"]


def test_a_document_of_nothing_is_an_empty_sheet() -> None:
    assert Workbook(write(())).sheets == {"说明": []}
