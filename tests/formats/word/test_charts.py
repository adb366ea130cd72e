"""Charts that Word draws: their numbers, kinds and the workbook behind them."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

from liushou_cli.formats.document import Chart, Series
from liushou_cli.formats.word.charts import chart_part
from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.workbook import workbook

TWO = (Series("家访", (6, 5)), Series("=电话<&>", (11, 0.5)))


def chart(kind: str) -> Chart:
    return Chart(kind, "各月<次数>", ("9月", "10月"), TWO)


def part(kind: str) -> str:
    return chart_part(chart(kind), "data", Fonts())


@pytest.mark.parametrize(
    ("kind", "element", "grouping", "labels"),
    [
        ("bar", "barChart", "clustered", ["outEnd", "outEnd"]),
        ("stacked", "barChart", "stacked", ["ctr", "ctr"]),
        ("line", "lineChart", "standard", ["b", "t"]),
    ],
)
def test_kinds(kind: str, element: str, grouping: str, labels: list[str]) -> None:
    found = re.findall(r"<c:(\w+Chart)><c:(?:barDir val=\"col\"/><c:)?grouping val=\"(\w+)\"", part(kind))
    assert found == [(element, grouping)]
    assert re.findall(r'<c:dLblPos val="(\w+)"/>', part(kind)) == labels


@pytest.mark.parametrize("kind", ["bar", "stacked", "line"])
def test_the_numbers_and_where_they_come_from(kind: str) -> None:
    root = ET.fromstring(part(kind))
    assert [value.text for value in root.findall(".//{*}v")] == [
        "家访", "9月", "10月", "6", "5", "=电话<&>", "9月", "10月", "11", "0.5",
    ]  # fmt: skip
    assert [formula.text for formula in root.findall(".//{*}f")] == [
        "Sheet1!$B$1", "Sheet1!$A$2:$A$3", "Sheet1!$B$2:$B$3",
        "Sheet1!$C$1", "Sheet1!$A$2:$A$3", "Sheet1!$C$2:$C$3",
    ]  # fmt: skip


def test_series_differ_without_colour() -> None:
    six = Chart("bar", "", ("甲",), tuple(Series(str(i), (i,)) for i in range(6)))
    assert len(set(re.findall(r'<a:pattFill prst="(\w+)"', chart_part(six, "data", Fonts())))) == 5
    line = chart_part(Chart("line", "", ("甲",), six.series), "data", Fonts())
    assert len(set(re.findall(r'<a:prstDash val="(\w+)"', line))) == 6


def test_the_workbook_holds_the_same_numbers_and_no_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(chart("bar"), Fonts()))) as archive:
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        strings = ET.fromstring(archive.read("xl/sharedStrings.xml"))
    texts = ["".join(one.itertext()) for one in strings]
    cells = {
        cell.get("r"): texts[int("".join(cell.itertext()))]
        if cell.get("t") == "s"
        else "".join(cell.itertext())
        for cell in sheet.findall(".//{*}c")
    }
    assert cells == {
        "A1": "", "B1": "家访", "C1": "=电话<&>",
        "A2": "9月", "B2": "6", "C2": "11",
        "A3": "10月", "B3": "5", "C3": "0.5",
    }  # fmt: skip
    assert sheet.findall(".//{*}f") == []


@pytest.mark.slow
def test_a_validator_finds_nothing_in_the_workbook(tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit 未安装")
    file = tmp_path / "chart.xlsx"
    file.write_bytes(workbook(chart("bar"), Fonts()))
    assert [str(error) for error in audit.OpenXmlValidator().validate(file).errors] == []
