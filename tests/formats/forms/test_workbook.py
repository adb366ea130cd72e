"""An Excel form filled: rows repeated, numbers numbers, and all that names a row following it."""

import io
import re
import zipfile
from typing import Any

import pytest

from liushou_cli.errors import BadInput, TemplateFault
from liushou_cli.formats.forms import excel
from liushou_cli.formats.forms.faults import faults
from liushou_cli.formats.forms.fill import fill
from liushou_cli.formats.office.parts import understood
from tests.helpers.forms import changed, xlsx

VIEW: dict[str, Any] = {
    "f": {"家访次数": "35", "留守占比": "52.2%", "通话占比": "—"},
    "n": {"家访次数": 35},
    "学校": "新溪中学",
    "备注": "",
    "人们": [{"姓名": "李小花", "电话": "05641234567", "次": 2}, {"姓名": "=1+1", "电话": "", "次": 0}],
    "没有人": [],
}
LOOP = {"A2": "{% for 人 in 人们 %}{{ 人.姓名 }}", "B2": "{{ 人.电话 }}", "C2": "{{ 人.次 }}{% endfor %}"}


def sheet(package: bytes, number: int = 1) -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode()


def cells(text: str) -> dict[str, str]:
    """Place -> what the cell holds: t'text', a number, or =formula."""
    found = {}
    for place, kind, inside in re.findall(r'<c r="(\w+)"([^>]*?)(?:/>|>(.*?)</c>)', text, re.DOTALL):
        formula = re.search(r"<f[^>]*>(.*?)</f>", inside)
        value = re.sub(r"<[^>]*>", "", inside)
        found[place] = f"={formula[1]}" if formula else f"t'{value}'" if "inlineStr" in kind else value
    return found


def filled(package: bytes) -> bytes:
    form, wrong = excel.read("表.xlsx", package)
    assert wrong == []
    return fill(form, VIEW, [{}]).files[0]


def test_a_number_is_a_number_and_a_text_a_text() -> None:
    marks = {
        "A1": "{{ f.家访次数 }}", "B1": " {{ f.留守占比 }} ", "C1": "{{ f.通话占比 }}", "D1": "共{{ f.家访次数 }}次",
        "A2": "{{ n.家访次数 }}", "B2": "{{ 人们[0].电话 }}", "C2": "{{ 人们[1].姓名 }}", "D2": "{{ 备注 }}",
        "A3": "{{ f.家访次数 ~ '' }}", "B3": "一\n二{{ 学校 }}",
    }  # fmt: skip
    assert cells(sheet(filled(xlsx(marks)))) == {
        "A1": "35", "B1": "0.522", "C1": "t'—'", "D1": "t'共35次'",
        "A2": "35", "B2": "t'05641234567'", "C2": "t'=1+1'", "D2": "",
        "A3": "t'35'", "B3": "t'一\n二新溪中学'",
    }  # fmt: skip


def test_a_share_is_shown_as_one_and_a_long_number_stays_text() -> None:
    made = filled(xlsx({"A1": "{{ f.留守占比 }}", "B1": "{{ 人们[0].电话 }}", "C1": "{{ 学校 }}"}))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        styles = archive.read("xl/styles.xml").decode()
    assert re.findall(r'numFmtId="(\d+)"', styles) == ["164", "0", "164", "49"]
    assert 'formatCode="0.0%"' in styles
    assert dict(re.findall(r'<c r="(\w+)"[^>]*s="(\d)"', sheet(made))) == {"A1": "1", "B1": "2", "C1": "0"}


def test_a_row_is_repeated_and_what_is_below_moves_down() -> None:
    rows = {"A1": "姓名", **LOOP, "A4": "合计", "C4": "=SUM(C2:C2)", "A5": "{{ 学校 }}"}
    assert cells(sheet(filled(xlsx(rows)))) == {
        "A1": "t'姓名'",
        "A2": "t'李小花'", "B2": "t'05641234567'", "C2": "2",
        "A3": "t'=1+1'", "B3": "", "C3": "0",
        "A5": "t'合计'", "C5": "=SUM(C2:C3)", "A6": "t'新溪中学'",
    }  # fmt: skip


def test_nobody_leaves_one_empty_line() -> None:
    rows = {
        "A1": "姓名",
        "A2": "{% for 人 in 没有人 %}{{ 人.姓名 }}",
        "B2": "元",
        "C2": "{{ 人.次 }}{% endfor %}",
    }
    made = cells(sheet(filled(xlsx({**rows, "C3": "=SUM(C2:C2)"}))))
    assert made == {"A1": "t'姓名'", "A2": "", "B2": "t'元'", "C2": "", "C3": "=SUM(C2:C2)"}


def test_several_rows_with_an_empty_one_between_are_one_block() -> None:
    rows = {
        "A1": "{% for 人 in 人们 %}{{ 人.姓名 }}",
        "B1": "=B3*2",
        "B3": "{{ 人.次 }}{% endfor %}",
        "A4": "完",
    }
    assert cells(sheet(filled(xlsx(rows)))) == {
        "A1": "t'李小花'", "B1": "=B3*2", "B3": "2", "A4": "t'=1+1'", "B4": "=B6*2", "B6": "0", "A7": "t'完'",
    }  # fmt: skip


def test_rows_that_are_left_out() -> None:
    rows = {
        "A1": "{% if n.家访次数 == 0 %}没有家访",
        "B1": "{% else %}{% endif %}",
        "A2": "{% if n.家访次数 %}有家访",
        "B2": "{% endif %}",
        "A3": "=A2",
    }
    assert cells(sheet(filled(xlsx({**rows, "B1": "{% endif %}"})))) == {
        "A1": "t'有家访'",
        "B1": "",
        "A2": "=A1",
    }


def test_all_that_names_rows_follows_them() -> None:
    extra = (
        '<autoFilter ref="A1:C2"/><mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="D2:E2"/>'
        '<mergeCell ref="A4:C4"/></mergeCells><conditionalFormatting sqref="C2 C4"><cfRule type="expression">'
        "<formula>C2&gt;1</formula></cfRule></conditionalFormatting>"
        '<dataValidations count="1"><dataValidation sqref="B2"><formula1>$A$4:$A$4</formula1></dataValidation>'
        '</dataValidations><rowBreaks count="1"><brk id="4"/></rowBreaks>'
    )
    names = '<definedName name="_xlnm.Print_Area" localSheetId="0">表!$A$1:$C$4</definedName>'
    made = filled(xlsx({"A1": "姓名", **LOOP, "A4": "完"}, extra, names, second="=表!A4&表!C2"))
    text = sheet(made)
    assert re.findall(r'(?:ref|sqref|id)="([^"]*)"', text) == [
        "A1:C3", "A1:C1", "D2:E2", "D3:E3", "A5:C5", "C2:C3 C5", "B2:B3", "5",
    ]  # fmt: skip
    assert re.findall(r"<formula1?>(.*?)</", text) == ["C2&gt;1", "$A$5:$A$5"]
    assert cells(sheet(made, 2)) == {"A1": "=表!A5&amp;表!C2"}
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        book = archive.read("xl/workbook.xml").decode()
    assert "表!$A$1:$C$5" in book
    assert 'fullCalcOnLoad="1"' in book


def test_shared_formulas_are_written_out_and_the_chain_of_them_forgotten() -> None:
    package = xlsx({"A1": "姓名", **LOOP, "D2": "=C2*2", "D3": "=1", "E3": "{{ 学校 }}"})
    text = sheet(package).replace("<f>C2*2</f>", '<f t="shared" ref="D2:D3" si="0">C2*$C$1</f>')
    text = text.replace("<f>1</f>", '<f t="shared" si="0"/>')
    chained = changed(package, xl__worksheets__sheet1_dot_xml=text, xl__calcChain_dot_xml="<calcChain/>")
    made = filled(chained)
    found = cells(sheet(made))
    assert [found[place] for place in ("D2", "D3", "D4")] == ["=C2*$C$1", "=C3*$C$1", "=C4*$C$1"]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert "xl/calcChain.xml" not in archive.namelist()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({"B7": "{{ 学较 }}"}, [("表!B7", "没有“学较”这个名字")]),
        ({"A1": "{% for 人 in 人们 %}", "B2": "{{ 人.姓 }}{% endfor %}"}, [("表!B2", "没有“姓”这一项")]),
        ({"A1": "{% for 人 in 人们 %}"}, [("表!A1", "{% for 人 in 人们 %} 在这张工作表里配不上对")]),
        (
            {"A1": "{{ 学", "B1": "校 }}{{ 学校 }}"},
            [("表!A1", "“{{ 学”没有写完"), ("表!B1", "“}”是单个的花括号")],
        ),
        ({"A1": "｛｛ 学校 ｝｝"}, [("表!A1", "“｛｛”是全角的花括号")]),
        ({"A1": "{% import 'a' as b %}"}, [("表!A1", "这里不能读别的文件")]),
    ],
)
def test_what_is_wrong_is_told_by_its_cell(rows: dict[str, str], said: list[tuple[str, str]]) -> None:
    form, found = excel.read("表.xlsx", xlsx(rows))
    assert [(one.place, one.message) for one in faults(form, found, VIEW)] == said


def test_what_only_filling_shows_is_told_by_its_cell() -> None:
    form, _ = excel.read("表.xlsx", xlsx({**LOOP, "B3": "{{ 人们 }}"}))
    with pytest.raises(TemplateFault) as refused:
        fill(form, VIEW, [{}])
    assert refused.value.message == "表.xlsx：表!B3：列表不能直接印出来，用 {% for %} 或 join 一项一项取"


def test_a_tag_stands_for_no_more_than_a_screenful_of_rows() -> None:
    package = xlsx({"A1": "{% for 人 in 人们 %}{{ 人.姓名 }}", "A500": "{% endfor %}"})
    form, wrong = excel.read("表.xlsx", package)
    assert [one.message for one in faults(form, wrong, VIEW)] == ["{% for 人 in 人们 %} 要重复的超过 200 行"]


def tried(package: bytes) -> bytes:
    with understood("表.xlsx"):
        form, _ = excel.read("表.xlsx", package)
    return fill(form, VIEW, [{}]).files[0]


@pytest.mark.parametrize(
    ("find", "put"),
    [
        (' r="A1"', ""), ('<row r="1">', '<row r="x">'), ('<row r="1">', '<row r="9999999">'),
        ("<sheetData>", "<sheetDate>"),
    ],
)  # fmt: skip
def test_a_sheet_that_cannot_be_so_ends_in_one_sentence(find: str, put: str) -> None:
    text = sheet(xlsx({**LOOP, "A1": "{{ 学校 }}"})).replace(find, put)
    package = changed(xlsx(LOOP), xl__worksheets__sheet1_dot_xml=text)
    with pytest.raises(BadInput) as refused:
        tried(package)
    assert refused.value.message.startswith("表.xlsx ")


def test_a_workbook_without_looks_ends_in_one_sentence() -> None:
    form, _ = excel.read("表.xlsx", xlsx({"A1": "{{ 学校 }}"}))
    del form.parts["xl/styles.xml"]
    with pytest.raises(BadInput) as refused:
        fill(form, VIEW, [{}])
    assert refused.value.message == "表.xlsx 里缺 xl/styles.xml"


def test_a_long_row_of_braces_is_read_in_no_time() -> None:
    form, wrong = excel.read("表.xlsx", xlsx({"A1": "{{" * 200_000 + "{{ 学校 }}"}))
    assert {one.place for one in faults(form, wrong, VIEW)} == {"表!A1"}
