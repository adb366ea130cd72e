"""A form from outside is looked at before it is read: what could do harm ends in one sentence."""

import io
import zipfile

import pytest

from liushou_cli.errors import BadInput, LiushouError, Refused
from liushou_cli.formats.blanks import Form
from tests.helpers.blank_forms import document, sheet

PLAIN = sheet([["姓名", "性别"], ["", ""]], (), "A1:B2")
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"'
    ' Target="http://example.invalid/x" TargetMode="External"/></Relationships>'
)

OBJECT = RELATION.format(kind="oleObject").encode()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The package with one part added, or replaced."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for part in source.namelist():
            if part != name:
                made.writestr(part, source.read(part))
        made.writestr(name, content)
    return target.getvalue()


ODD_STYLES = (
    zipfile.ZipFile(io.BytesIO(PLAIN)).read("xl/styles.xml").replace(b'numFmtId="0"', b'numFmtId="x"')
)


@pytest.mark.parametrize(
    ("data", "kind", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, BadInput, "是旧格式的文件"),
        (b"%PDF-1.4", BadInput, "不是 Word 或 Excel 文件"),
        (b"", BadInput, "不是 Word 或 Excel 文件，或者没有传完整"),
        (PLAIN[:-300], BadInput, "不是 Word 或 Excel 文件，或者没有传完整"),
        (with_part(PLAIN, "xl/vbaProject.bin", b"x"), Refused, "带着宏"),
        (with_part(PLAIN, "xl/externalLinks/externalLink1.xml", b"<x/>"), Refused, "指向别处的内容"),
        (with_part(PLAIN, "xl/media/big.bin", b"\0" * 40_000_000), Refused, "展开以后太大"),
        (with_part(PLAIN, "xl/sharedStrings.xml", b"<!DOCTYPE x><sst/>"), Refused, "文档类型声明"),
        (with_part(PLAIN, "xl/workbook.xml", b"<not closed"), BadInput, "xl/workbook.xml 读不懂"),
        (with_part(PLAIN, "xl/_rels/styles.xml.rels", OBJECT), Refused, "指向别处的内容"),
        (with_part(PLAIN, "xl/styles.xml", ODD_STYLES), BadInput, "里有读不懂的地方"),
    ],
)  # fmt: skip
def test_what_is_no_plain_form_is_refused_in_one_sentence(
    data: bytes, kind: type[LiushouError], says: str
) -> None:
    with pytest.raises(kind) as refused:
        Form(data, "表.xlsx")
    assert says in refused.value.message
    assert refused.value.hint


def test_a_link_to_click_on_is_harmless() -> None:
    part = "xl/worksheets/_rels/sheet1.xml.rels"
    assert Form(with_part(PLAIN, part, RELATION.format(kind="hyperlink").encode()), "表.xlsx").kind == "xlsx"


def test_a_document_is_told_by_what_is_in_it_not_by_its_name() -> None:
    assert Form(document(["姓名："]), "表.xlsx").kind == "docx"


def joined(*places: str) -> bytes:
    """The plain form with these ranges joined; openpyxl would make every cell of them."""
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as package:
        page = package.read(part).decode()
    merges = "".join(f'<mergeCell ref="{place}"/>' for place in places)
    return with_part(
        PLAIN, part, page.replace("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>").encode()
    )


def test_boxes_joined_over_a_whole_sheet_do_not_fill_the_memory() -> None:
    largest = Form(joined("A3:XFD1048576"), "表.xlsx").grids[0].boxes[-1]
    assert (largest.rows, largest.cols) == (2001, 401)
    with pytest.raises(Refused, match="大得不像一张空表"):
        Form(joined(*(f"A{row}:XFD{row + 900}" for row in range(3, 30000, 1000))), "表.xlsx")
