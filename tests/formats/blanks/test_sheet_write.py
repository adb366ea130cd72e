"""What is tied to the rows of a sheet moves with them; a name that begins with = stays a name."""

import io
import zipfile

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from liushou_cli.domain.blanks.grid import NewRows, Write
from liushou_cli.formats.blanks import Form
from tests.helpers.blank_forms import saved

OPEN = b'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">'
DRAWING = b"<xdr:from><xdr:col>1</xdr:col><xdr:row>5</xdr:row></xdr:from>"


def test_print_area_notes_and_sums_follow() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "花名册"
    for row in (["姓名", "年龄"], [None], [None], ["合计", "=SUM(B2:B3)"]):
        page.append(row)
    page["A4"].comment = Comment("签名", "镇里")
    page.print_area = "A1:B4"
    book.defined_names["底"] = DefinedName("底", attr_text="花名册!$B$4")
    writes = [Write(0, 5, 1, "=丁", None), Write(0, 5, 2, 9)]
    filled = Form(saved(book), "表.xlsx").filled(writes, [NewRows(0, 2, 3, 2)])
    again = load_workbook(io.BytesIO(filled))
    sheet = again["花名册"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)] == [
        [None, None],
        ["=丁", 9],
        ["合计", "=SUM(B2:B5)"],
    ]
    assert sheet["A5"].data_type == "s"
    assert sheet["A6"].comment.text == "签名"
    assert (sheet.print_area, again.defined_names["底"].attr_text) == ("'花名册'!$A$1:$B$6", "花名册!$B$6")
    assert again.calculation.fullCalcOnLoad


def test_another_sheet_and_joined_boxes_follow() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "花名册"
    for row in (["姓名", None, "年龄"], [None], [None], ["合计"]):
        page.append(row)
    for joined in ("A2:B2", "A3:B3"):
        page.merge_cells(joined)
    book.create_sheet("汇总").append(["=SUM(花名册!C2:C3)", "=花名册!A4"])
    filled = Form(saved(book), "表.xlsx").filled([Write(0, 2, 1, "甲")], [NewRows(0, 2, 3, 2)])
    again = load_workbook(io.BytesIO(filled))
    assert [cell.value for cell in again["汇总"][1]] == ["=SUM(花名册!C2:C5)", "=花名册!A6"]
    assert sorted(str(one) for one in again["花名册"].merged_cells.ranges) == [
        "A2:B2",
        "A3:B3",
        "A4:B4",
        "A5:B5",
    ]


def test_a_text_box_is_still_there_and_lower_down() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (["姓名", "性别"], [None], ["合计"]):
        page.append(row)
    data = _with_drawing(saved(book))
    filled = Form(data, "表.xlsx").filled([Write(0, 3, 1, "甲")], [NewRows(0, 2, 2, 3)])
    with zipfile.ZipFile(io.BytesIO(filled)) as package:
        assert b"<xdr:row>8</xdr:row>" in package.read("xl/drawings/drawing1.xml")


def _with_drawing(data: bytes) -> bytes:
    target = io.BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="../drawings/drawing1.xml"/></Relationships>'
    )
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        for part in source.namelist():
            made.writestr(part, source.read(part))
        made.writestr("xl/worksheets/_rels/sheet1.xml.rels", relations)
        made.writestr(
            "xl/drawings/drawing1.xml",
            OPEN + DRAWING + b"</xdr:wsDr>",
        )
    return target.getvalue()
