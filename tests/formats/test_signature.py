"""The unit and the date at the end of a document, in each place they may have, in each format."""

import io
import re
import zipfile

import pytest
from docx import Document

from liushou_cli.formats import html, markdown, word, xlsx
from liushou_cli.formats.document import Block, Paragraph, Run, Signature, placed
from liushou_cli.formats.pdf.faces import Faces
from liushou_cli.formats.pdf.markup import markup

PLACES = ("右空四字", "靠右", "居中", "同一行")
END = Signature("新溪中学", "2013年12月30日")


def signed(place: str) -> list[Block]:
    return placed([Paragraph((Run("甲"),)), END], place)


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        ("右空四字", [18, 17]),
        ("靠右", [24, 21]),
        ("居中", [12, 10]),
        ("同一行", [12]),
    ],
)
def test_markdown_pushes_it_with_full_width_spaces(place: str, lines: list[int]) -> None:
    said = markdown.write(signed(place)).rstrip().split("\n\n")[1:]
    assert [len(line) - len(line.lstrip("　")) for line in said] == lines
    assert [line.strip("　") for line in said] == (
        ["新溪中学　2013年12月30日"] if place == "同一行" else ["新溪中学", "2013年12月30日"]
    )


def test_word_indents_it_or_sets_it_in_the_middle() -> None:
    found = {}
    for place in PLACES:
        document = Document(io.BytesIO(word.write(signed(place))))
        lines = [one for one in document.paragraphs if one.style and one.style.name == "Signature"]
        found[place] = [
            (one.text, re.findall(r'rightChars="(\d+)"|jc w:val="(\w+)"', one._p.xml)[-1]) for one in lines
        ]
    assert found == {
        "右空四字": [("新溪中学", ("550", "")), ("2013年12月30日", ("400", ""))],
        "靠右": [("新溪中学", ("0", "")), ("2013年12月30日", ("0", ""))],
        "居中": [("新溪中学", ("", "center")), ("2013年12月30日", ("", "center"))],
        "同一行": [("新溪中学　2013年12月30日", ("400", ""))],
    }


def test_html_has_a_class_for_each() -> None:
    found = [re.findall(r'<div class="signed.*?</div>', html.write(signed(place)))[0] for place in PLACES]
    assert found == [
        '<div class="signed"><p class="unit">新溪中学</p><p>2013年12月30日</p></div>',
        '<div class="signed edge"><p>新溪中学</p><p>2013年12月30日</p></div>',
        '<div class="signed middle"><p>新溪中学</p><p>2013年12月30日</p></div>',
        '<div class="signed"><p>新溪中学　2013年12月30日</p></div>',
    ]


def test_typst_is_told_the_side() -> None:
    found = [markup(signed(place), Faces()).rstrip().rsplit("#signed", 1)[1] for place in PLACES]
    assert [re.findall(r"(\d+)pt|side: (\w+)", one) for one in found] == [
        [("88", ""), ("64", "")],
        [("0", ""), ("0", "")],
        [("0", ""), ("0", ""), ("", "center")],
        [("64", "")],
    ]


def test_a_workbook_sets_it_to_the_right_or_in_the_middle() -> None:
    looks = []
    for place in PLACES:
        with zipfile.ZipFile(io.BytesIO(xlsx.write(signed(place)))) as archive:
            looks.append(re.findall(r'horizontal="(\w+)"', archive.read("xl/styles.xml").decode()))
    assert looks == [["left", "right"], ["left", "right"], ["left", "center"], ["left", "right"]]
