"""Every kind of table read by what it is, and hostile ones ended in a sentence."""

import re
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from liushou_cli.domain.grid import Grid, Merge
from liushou_cli.errors import BadInput
from liushou_cli.formats.sheets import kinds, limits, process, read
from liushou_cli.formats.sheets.text import separator
from tests.helpers import office, sheets

ROWS: sheets.Rows = [
    ["花名册", None, None],
    ["姓名", "出生日期", "电话"],
    ["孙小梅", date(2004, 2, 1), 13800000001],
]
WORKBOOK = sheets.xlsx(ROWS, ["A1:C1"])
GRID = Grid(
    "花名册",
    (
        ("花名册", None, None),
        ("姓名", "出生日期", "电话"),
        ("孙小梅", date(2004, 2, 1), 13800000001.0),
    ),
    (Merge(0, 0, 0, 2),),
)
TEXTS = [["姓名", "民族"], ["孙小梅", "汉族"], ["阿依古丽·买买提", "维吾尔族"], ["𬭎生", ""]]


def _end(sheet: bytes, cell: bytes) -> bytes:
    return sheet.replace(b"</sheetData>", cell + b"</sheetData>")


def test_a_workbook() -> None:
    assert read(WORKBOOK) == [GRID]


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.skipif(bool(office.missing("soffice")), reason=office.missing("soffice") or "有")
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_older_and_open_workbooks(kind: str, tmp_path: Path) -> None:
    (grid,) = read(sheets.converted(WORKBOOK, kind, tmp_path))
    assert grid.rows == GRID.rows


@pytest.mark.parametrize(
    ("encoding", "between"),
    [
        ("utf-8", ","),
        ("utf-8-sig", ","),
        ("utf-16", "\t"),
        ("utf-16-le", "\t"),
        ("gb18030", ","),
        ("gb18030", ";"),
    ],
)
def test_text_of_any_encoding(encoding: str, between: str) -> None:
    rows = tuple(tuple(cell or None for cell in row) for row in TEXTS)
    assert read(sheets.text(TEXTS, encoding, between)) == [Grid("", rows)]


def test_a_short_gbk_roster_is_not_taken_for_another_language() -> None:
    assert read("姓名,性别\n王芳,女\n".encode("gbk")) == [Grid("", (("姓名", "性别"), ("王芳", "女")))]


def test_a_quoted_separator_and_rows_of_different_length() -> None:
    assert read('姓名,住址\n孙小梅,"石塘村, 二组"\n孙小松\n'.encode()) == [
        Grid("", (("姓名", "住址"), ("孙小梅", "石塘村, 二组"), ("孙小松", None)))
    ]
    assert separator('"a;b;c;d",e\n') == ","


def test_sheets_that_are_hidden_or_empty_are_left_out() -> None:
    grids = read(sheets.xlsx(ROWS, more={"空": [], "说明": [["填表说明"]]}))
    assert [(grid.sheet, len(grid.rows)) for grid in grids] == [("花名册", 3), ("说明", 1)]


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1"/>', xml),
        lambda xml: re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1:XFD1048576"/>', xml),
        lambda xml: _end(xml, b'<row r="1048576"><c r="XFD1048576" s="1"/></row>'),
    ],
    ids=["dimension too small", "dimension too large", "far cell with a look and no value"],
)
def test_a_workbook_that_says_the_wrong_size_loses_no_row(change: Callable[[bytes], bytes]) -> None:
    (grid,) = read(sheets.tampered(WORKBOOK, change))
    assert grid.rows == GRID.rows


FAR = sheets.tampered(
    WORKBOOK, lambda xml: _end(xml, b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
)
BOMB = sheets.tampered(WORKBOOK, lambda xml: xml + b" " * limits.UNPACKED)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "这个文件是空的"),
        (b"\0\0\0", "这个文件是空的"),
        (b",,\n,,\n", "这张表是空的"),
        (b"%PDF-1.7 ...", "这是 PDF，不是表格"),
        (b"  <html><table>", "这是网页格式的表（名字像表格，内容是 HTML 或 XML）"),
        (WORKBOOK[: len(WORKBOOK) // 2], "这个表格文件坏了，打不开"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 4000, "这个表格文件坏了，打不开"),
        (b"\xff\xfe\x00", "这个文件不是文字，读不出里面的字"),
        (FAR, "表里 XFD1048576 格有内容，离得太远（最多读 20000 行、500 列）"),
        (BOMB, "这个文件解开超过 192 MiB，不像一张花名册，没有读"),
        (b"a\n" * (limits.ROWS + 1), "表超过 20000 行或 500 列，没有读"),
    ],
    ids=[
        "empty",
        "zeros",
        "commas",
        "pdf",
        "html",
        "cut",
        "no xls",
        "half a character",
        "far",
        "bomb",
        "long",
    ],
)
def test_what_is_no_table_ends_in_one_sentence_within_seconds(content: bytes, sentence: str) -> None:
    began = time.monotonic()
    with pytest.raises(BadInput) as caught:
        read(content)
    assert (caught.value.message, bool(caught.value.hint)) == (sentence, True)
    assert time.monotonic() - began < 10


def test_too_large_a_file_is_not_even_looked_at() -> None:
    with pytest.raises(BadInput, match="文件有 33 MiB，最多读 32 MiB"):
        kinds.kind_of(b"PK" + bytes(33 << 20))


def test_a_reader_that_aborts_takes_nothing_with_it() -> None:
    """The far cell handed to the reader itself, past the look into the zip."""
    with pytest.raises(BadInput, match="这个表格"):
        process.read(FAR, "zip")


def test_a_reader_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.001)
    with pytest.raises(BadInput, match=r"这个表格读了 0.001 秒还没有读完，停了"):
        process.read(WORKBOOK, "zip")
