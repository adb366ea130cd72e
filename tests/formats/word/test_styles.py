"""The styles as Word knows them, read back with python-docx."""

import io

import pytest
from docx import Document
from docx.oxml.ns import qn

from liushou_cli.formats.word import Fonts, write
from liushou_cli.formats.word.styles import styles


def style(name: str, **faces: str) -> dict[str, str | None]:
    """What a style says for itself: faces, half points, indent, pitch, alignment, outline."""
    element = Document(io.BytesIO(write([], faces))).styles[name].element

    def value(path: str, attribute: str) -> str | None:
        found = element.find("/".join(qn(f"w:{part}") for part in path.split("/")))
        return None if found is None else found.get(qn(f"w:{attribute}"))

    return {
        "face": value("rPr/rFonts", "eastAsia"),
        "latin": value("rPr/rFonts", "ascii"),
        "hint": value("rPr/rFonts", "hint"),
        "size": value("rPr/sz", "val"),
        "squeeze": value("rPr/spacing", "val"),
        "indent": value("pPr/ind", "firstLineChars"),
        "line": value("pPr/spacing", "line"),
        "rule": value("pPr/spacing", "lineRule"),
        "align": value("pPr/jc", "val"),
        "outline": value("pPr/outlineLvl", "val"),
    }


BODY = {
    "face": "仿宋_GB2312", "latin": "Times New Roman", "hint": "eastAsia", "size": "32", "squeeze": "-5",
    "indent": "200", "line": "579", "rule": "exact", "align": "both", "outline": None,
}  # fmt: skip
SMALL = BODY | {
    "face": "宋体",
    "size": "21",
    "squeeze": "0",
    "indent": "0",
    "line": "240",
    "rule": "auto",
    "align": "center",
}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Normal", BODY),
        (
            "Title",
            BODY | {"face": "方正小标宋简体", "size": "44", "indent": "0", "line": "640", "align": "center"},
        ),
        ("Heading 1", BODY | {"face": "黑体", "outline": "0"}),
        ("Heading 2", BODY | {"face": "楷体_GB2312", "outline": "1"}),
        ("Heading 3", BODY | {"outline": "2"}),
        ("Heading 4", BODY | {"outline": "3"}),
        ("Signature", BODY | {"indent": "0", "align": "right"}),
        ("Caption", SMALL | {"face": "黑体", "size": "24"}),
        ("表格文字", SMALL),
        ("表格表头", SMALL | {"face": "黑体"}),
        ("Footer", SMALL | {"latin": "宋体", "size": "28"}),
    ],
)
def test_style(name: str, said: dict[str, str | None]) -> None:
    assert style(name) == said


def test_the_faces_are_a_setting() -> None:
    assert style("Normal", body="仿宋")["face"] == "仿宋"


def test_headings_keep_with_what_follows() -> None:
    assert styles(Fonts()).count("<w:keepNext/>") == 6
