"""The PDF as it is printed: 22 lines of 28 characters, numbers outside, as many pages as the Word file."""

from pathlib import Path

import pytest

from liushou_cli.formats import writer
from liushou_cli.formats.blocks import parse
from liushou_cli.formats.document import Block, Paragraph, Run
from tests.helpers import office
from tests.helpers.run import Runner

pytest.importorskip("typst")
pytestmark = office.marks()
HERE = Path(__file__).parents[1]
TEN = "一二三四五六七八九十"


def made(blocks: list[Block] | tuple[Block, ...], folder: Path) -> Path:
    pdf = writer("pdf")(blocks)
    assert isinstance(pdf, bytes)
    (folder / "a.pdf").write_bytes(pdf)
    return folder / "a.pdf"


def test_a_page_holds_22_lines_of_28_characters(tmp_path: Path) -> None:
    text = (Run("国家关心爱护每一个孩子们" * 60),)
    *lines, number = office.pages(made([Paragraph(text)] * 3, tmp_path))[1]
    assert number == "—2—"
    # Line 4 ends a paragraph, and line 5 begins one two characters in.
    assert [len(line) for line in lines] == [28, 28, 28, 22, 26, *[28] * 17]


def test_the_summary_has_the_pages_of_the_word_file(example: Path, run: Runner, tmp_path: Path) -> None:
    told = ["report", "--term", "2013-2", "--as-of", "2013-12-30"]
    for form in ("pdf", "docx"):
        ran = run(*told, "--format", form, "-o", str(tmp_path / f"{form}.{form}"), cwd=example / "2012-2")
        assert ran.code == 0, ran.err
    pages = office.pages(tmp_path / "pdf.pdf")
    assert [page[-1] for page in pages] == [f"—{i}—" for i in range(1, len(pages) + 1)]
    if not office.missing("soffice"):
        assert len(pages) == len(office.pages(office.printed(tmp_path / "docx.docx")))


def test_numbers_stand_outside(tmp_path: Path) -> None:
    pdf = made([Paragraph((Run("字" * 2000),))], tmp_path)
    office.pages(pdf)
    found = [
        float(line.split('xMin="')[1].split('"')[0])
        for line in pdf.with_suffix(".boxes").read_text(encoding="utf-8").splitlines()
        if ">—<" in line
    ]
    first, second = found[:2], found[2:4]
    assert (min(first) > 400, max(second) < 150) == (True, True)


def test_the_head_of_a_long_table_repeats(tmp_path: Path) -> None:
    rows = "\n".join(f"| {one}{other} | 孩子 |" for one in TEN for other in TEN[:6])
    pages = office.pages(made(parse(f"| 序号 | 姓名 |\n|:-:|:-:|\n{rows}\n"), tmp_path))
    assert [page[0] for page in pages] == ["序号姓名", "序号姓名"]
    listed = [line for page in pages for line in page[1:-1]]
    assert listed == [f"{one}{other}孩子" for one in TEN for other in TEN[:6]]


def test_a_cell_longer_than_a_page_loses_nothing(tmp_path: Path) -> None:
    long = "，".join(one + other + third for one in TEN for other in TEN for third in TEN)
    form = f"::: 表格 10,60\n| **记录** | {long} |\n|:-:|:-:|\n:::\n"
    pages = office.pages(made(parse(form), tmp_path))
    text = "".join(line for page in pages for line in page[:-1]).replace("记录", "")
    assert (len(pages), text) == (3, long)


def test_the_sample_form_stands_on_its_page(tmp_path: Path) -> None:
    card = (HERE / "card.md").read_text(encoding="utf-8").replace("刘玥昇", "刘小月")
    pages = office.pages(made(parse(card), tmp_path))
    assert [page[0] for page in pages] == ["留守儿童档案卡", "留守儿童档案卡"]
    assert "帮扶记录" in "".join(pages[0])
