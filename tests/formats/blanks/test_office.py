"""Filled forms as LibreOffice prints them."""

from pathlib import Path

from liushou_cli.domain.blanks.grid import NewRows, Write
from liushou_cli.formats.blanks import Form
from tests.helpers import office
from tests.helpers.blank_forms import document, sheet

pytestmark = office.marks("soffice")


def _text(file: Path, data: bytes) -> str:
    file.write_bytes(data)
    return "\n".join(line for page in office.pages(office.printed(file)) for line in page)


def test_a_filled_sheet_opens_and_shows_the_new_rows_and_the_sum(tmp_path: Path) -> None:
    form = Form(sheet([["姓名", "年龄"], [""], ["合计", "=SUM(B2:B2)"]], (), "A1:B2"), "表.xlsx")
    writes = [Write(0, row, 1, name) for row, name in ((2, "孙小梅"), (3, "孙小松"))]
    ages = [Write(0, row, 2, 9) for row in (2, 3)]
    shown = _text(tmp_path / "表.xlsx", form.filled([*writes, *ages], [NewRows(0, 2, 2, 1)]))
    assert all(word in shown for word in ("孙小梅", "孙小松", "18"))


def test_a_filled_document_opens_and_shows_the_values(tmp_path: Path) -> None:
    form = Form(document(["填表人：____"], [["姓名", ""], ["寄宿", "□是 □否"]]), "表.docx")
    writes = [Write(0, 1, 1, "周文", (4, 8)), Write(1, 1, 2, "孙小梅"), Write(1, 2, 2, "☑", (3, 4))]
    shown = _text(tmp_path / "表.docx", form.filled(writes))
    assert all(word in shown for word in ("填表人：周文", "孙小梅", "☑否"))
