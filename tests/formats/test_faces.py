"""Fonts that a school chose stand before ours, and ours behind them."""

import io
import re
import zipfile

from docx import Document

from liushou_cli.formats import html, word, xlsx
from liushou_cli.formats.document import Block, Chart, Heading, Paragraph, Run, Series, Table, Title
from liushou_cli.formats.pdf.faces import Faces, choose

CHOSEN = {
    "title": "华文中宋", "body": "方正仿宋", "level_1": "方正黑体", "level_2": "方正楷体", "table": "方正书宋",
    "latin": "Arial",
}  # fmt: skip
BLOCKS: list[Block] = [
    Title(("题",)),
    Heading(1, "一、", (Run("甲"),)),
    Heading(2, "（一）", (Run("乙"),)),
    Paragraph((Run("丙"),)),
    Table((((Run("头"),),), ((Run("1"),),)), ("center",)),
    Chart("bar", "图", ("一",), (Series("次", (1,)),)),
]


def test_word_styles_take_them() -> None:
    made = word.write(BLOCKS, CHOSEN)
    document = Document(io.BytesIO(made))
    found = {
        name: re.findall(r'w:(?:ascii|eastAsia)="([^"]*)"', document.styles[name].element.xml)
        for name in ("Title", "Normal", "Heading 1", "Heading 2", "表格文字", "表格表头")
    }
    assert found == {
        "Title": ["Arial", "华文中宋"],
        "Normal": ["Arial", "方正仿宋"],
        "Heading 1": ["Arial", "方正黑体"],
        "Heading 2": ["Arial", "方正楷体"],
        "表格文字": ["Arial", "方正书宋"],
        "表格表头": ["Arial", "方正黑体"],
    }
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert set(CHOSEN.values()) <= set(
            re.findall(r'w:name="([^"]*)"', archive.read("word/fontTable.xml").decode())
        )


def test_the_page_tries_them_first() -> None:
    page = html.write(BLOCKS, faces=CHOSEN)
    assert re.findall(r"--(\w+):latin,([^,]*),([^,]*),", page) == [
        ("song", '"方正书宋"', "宋体"),
        ("fang", '"方正仿宋"', "仿宋_GB2312"),
        ("hei", '"方正黑体"', "黑体"),
        ("kai", '"方正楷体"', "楷体_GB2312"),
        ("biao", '"华文中宋"', "方正小标宋简体"),
    ]
    assert 'font-family:latin;src:local("Arial"),local("Times New Roman")' in page
    assert 'font-family="方正黑体,Noto Sans CJK SC' in page


def test_a_workbook_takes_those_it_uses() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx.write(BLOCKS, CHOSEN))) as archive:
        fonts = re.findall(r'<name val="([^"]*)"', archive.read("xl/styles.xml").decode())
    assert set(fonts) == {"方正书宋", "方正黑体"}


def test_a_pdf_takes_them_where_the_computer_has_them() -> None:
    here = ["方正仿宋", "FangSong", "SimHei", "KaiTi", "SimSun", "Times New Roman"]
    assert choose(here, CHOSEN) == Faces(
        ("方正仿宋", "FangSong"), ("SimHei",), ("KaiTi",), ("SimSun",), ("SimSun",), ("Times New Roman",)
    )
    assert choose(here[1:], CHOSEN).body == choose(here[1:]).body == ("FangSong",)
