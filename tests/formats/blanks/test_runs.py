"""A value in the midst of a Word paragraph takes the looks of what it replaces."""

import io

from docx import Document
from docx.shared import Pt

from liushou_cli.domain.blanks.grid import Write
from liushou_cli.formats.blanks import Form
from tests.helpers.blank_forms import saved


def test_it_keeps_the_size_and_goes_onto_the_line() -> None:
    paper = Document()
    line = paper.add_paragraph()
    for text in ("姓", "名：", "____", "____ 性别：__"):
        line.add_run(text).font.size = Pt(16)
    filled = Form(saved(paper), "卡.docx").filled(
        [Write(0, 1, 1, "孙小梅", (3, 11)), Write(0, 1, 1, "女", (15, 17))]
    )
    runs = Document(io.BytesIO(filled)).paragraphs[0].runs
    assert "".join(run.text for run in runs) == "姓名：孙小梅 性别：女"
    assert {run.font.size for run in runs} == {Pt(16)}
    assert [run.text for run in runs if run.font.underline] == ["孙小梅", "女"]


def test_a_box_drawn_with_a_symbol_font_is_ticked_in_that_font() -> None:
    paper = Document()
    run = paper.add_paragraph().add_run("住校：")
    symbol = run._r.makeelement(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sym",
        {f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{key}": value
         for key, value in (("font", "Wingdings"), ("char", "F0A8"))},
    )  # fmt: skip
    run._r.append(symbol)
    paper.paragraphs[0].add_run("是")
    form = Form(saved(paper), "卡.docx")
    assert form.grids[0].boxes[0].text == "住校：□是"
    assert b'w:char="F0FE"' in _text(form.filled([Write(0, 1, 1, "☑", (3, 4))]))


def _text(data: bytes) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml")
