"""Tables and forms as XML."""

import io
import sys
from collections import Counter
from types import FrameType
from typing import Any

from docx import Document

from liushou_cli.formats.document import Cell, Form, Run, Table
from liushou_cli.formats.word import Fonts, write
from liushou_cli.formats.word.forms import form
from liushou_cli.formats.word.tables import table

FONTS = Fonts()


def rows(count: int) -> Table:
    body = tuple(((Run(f"第{i}名"),), (Run(str(i)),)) for i in range(1, count))
    return Table((((Run("姓名"),), (Run("次数"),)), *body), ("left", "right"))


def test_a_small_table_whole() -> None:
    def cell(width: int, style: str, look: str, words: str) -> str:
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>'
            f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p></w:tc>'
        )

    row = '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="400" w:hRule="atLeast"/>'
    assert table(rows(3), FONTS) == (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="8843" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="5043"/><w:gridCol w:w="3800"/></w:tblGrid>'
        f"{row}<w:tblHeader/></w:trPr>"
        + cell(5043, "TableHead", "<w:keepNext/>", "姓名")
        + cell(3800, "TableHead", "<w:keepNext/>", "次数")
        + f"</w:tr>{row}</w:trPr>"
        + cell(5043, "TableText", '<w:keepNext/><w:jc w:val="left"/>', "第1名")
        + cell(3800, "TableText", '<w:keepNext/><w:jc w:val="right"/>', "1")
        + f"</w:tr>{row}</w:trPr>"
        + cell(5043, "TableText", '<w:jc w:val="left"/>', "第2名")
        + cell(3800, "TableText", '<w:jc w:val="right"/>', "2")
        + "</w:tr></w:tbl>"
    )


def test_a_long_table_may_break_between_rows_but_repeats_its_head() -> None:
    written = table(rows(200), FONTS)
    assert [written.count(mark) for mark in ("<w:tr>", "<w:tblHeader/>", "<w:cantSplit/>", "<w:keepNext/>")] == [
        200, 1, 200, 2,
    ]  # fmt: skip


def calls(count: int) -> int:
    """How many functions are called, Python's and C's, to write a table of so many rows."""
    made: Counter[str] = Counter()

    def note(_frame: FrameType, event: str, _argument: Any) -> None:
        made[event] += 1

    document = rows(count)
    sys.setprofile(note)
    try:
        table(document, FONTS)
    finally:
        sys.setprofile(None)
    return made["call"] + made["c_call"]


def test_the_work_grows_with_the_rows_not_with_their_square() -> None:
    assert calls(400) < 2.2 * calls(200)


def test_python_docx_reads_200_rows() -> None:
    (found,) = Document(io.BytesIO(write([rows(200)]))).tables
    texts = ["".join(t.text or "" for t in row.iter("{*}t")) for row in found._tbl.tr_lst]
    assert texts == ["姓名次数", *(f"第{i}名{i}" for i in range(1, 200))]


def test_joined_cells() -> None:
    joined = Form(
        (
            (Cell((Run("照片"),), 0, down=2), Cell((Run("姓名"),), 1)),
            (Cell((Run("性别"),), 1),),
            (Cell((Run("备注"),), 0, across=2),),
        ),
        ("center", "center"),
        (1, 3),
    )
    written = form(joined, FONTS)
    marks = [
        (
            tc.partition('<w:tcW w:w="')[2].partition('"')[0],
            "restart" in tc,
            "continue" in tc,
            "gridSpan" in tc,
        )
        for tc in written.split("<w:tc>")[1:]
    ]
    assert marks == [
        ("2211", True, False, False),
        ("6633", False, False, False),
        ("2211", False, True, False),
        ("6633", False, False, False),
        ("8844", False, False, True),
    ]
    cells = Document(io.BytesIO(write([joined]))).tables[0]._cells
    assert [cell.text for cell in cells] == ["照片", "姓名", "照片", "性别", "备注", "备注"]


def test_a_long_form_has_low_rows_to_fit_its_page() -> None:
    def height(count: int) -> str:
        rows = tuple((Cell((Run("姓名"),), 0), Cell((), 1)) for _ in range(count))
        return form(Form(rows, ("center", "center"), (1, 3)), FONTS).partition('<w:trHeight w:val="')[2][:3]

    assert [height(count) for count in (1, 16, 17, 25, 60)] == ["680", "680", "505", "344", "330"]
