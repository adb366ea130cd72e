import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from liushou_cli.domain.grid import Grid
from liushou_cli.domain.term import Span
from liushou_cli.domain.worksheet.kinds import KINDS
from liushou_cli.domain.worksheet.out import Layout, heads
from liushou_cli.formats.xlsx.annotated import Bad, Drawn, write_annotated
from liushou_cli.formats.xlsx.worksheet import write_layout
from tests.helpers.filled import shown

ROWS = (
    (
        "4kx7qm",
        "李小花",
        "k7m2qx",
        "2013-10-12",
        "2013-10-12",
        "定期",
        "张敏",
        "奶奶",
        "=1+1",
        "",
        "配眼镜",
        "2013-11-01",
    ),
    ("4kx7qm", "李小花", "", "2013-10-12", *[""] * 8),
    ("",) * 12,
)
SPAN = Span(date(2013, 9, 1), date(2014, 1, 31))
LAYOUT = Layout(
    "家访表", "填好导入", heads(KINDS["visits"]), ROWS, SPAN, (("liushou-sheet", "1"), ("情况", "一\n二"))
)


def test_the_sheet_is_locked_where_it_must_not_be_changed() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_layout(LAYOUT)))
    sheet = book["填写"]
    locked = {cell.coordinate for row in sheet["A4:L6"] for cell in row if cell.protection.locked}
    assert locked == {*(f"{letter}{row}" for letter in "ABCD" for row in (4, 5)), "D6"}
    assert (sheet.protection.sheet, sheet.protection.insertRows, sheet.freeze_panes) == (True, False, "C4")
    assert (sheet.column_dimensions["C"].hidden, book["_liushou"].sheet_state) == (True, "veryHidden")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.print_title_rows) == (
        "landscape",
        9,
        "$3:$3",
    )


def test_cells_are_days_or_text_and_choices_are_offered() -> None:
    content = write_layout(LAYOUT)
    sheet = openpyxl.load_workbook(io.BytesIO(content))["填写"]
    assert (sheet["E4"].value.date(), sheet["I4"].value, sheet["I4"].data_type) == (
        date(2013, 10, 12),
        "=1+1",
        "s",
    )
    rules = {str(one.sqref): (one.type, one.formula1) for one in sheet.data_validations.dataValidation}
    assert rules == {
        "F4:F6": ("list", '"定期,不定期"'),
        "E4:E6": ("date", "41518"),
        "L4:L6": ("date", "41518"),
    }
    assert shown(content)[1]["姓名"] == "李小花"


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert write_layout(LAYOUT) == write_layout(LAYOUT)


@pytest.mark.slow
def test_office_would_open_all_of_it_without_repair(tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit 未安装")
    grid = Grid("填写", (("姓名", "日期"), ("李小花", date(2013, 10, 12)), (True, 3.0)))
    marked = write_annotated(
        [grid], grid, [Bad("B2", "还没有到", "改日期"), Bad("A3", "没有")], Drawn(0, {0: ["甲"]}, [1])
    )
    for name, content in {"out.xlsx": write_layout(LAYOUT), "bad.xlsx": marked}.items():
        place = tmp_path / name
        place.write_bytes(content)
        found = audit.OpenXmlValidator().validate(place)
        assert [str(error) for error in found.errors] == []
