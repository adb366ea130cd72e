"""A stranger's archive is counted before it is unfolded, and refused for what it could do beyond being read."""

import io
import zipfile

import pytest

from liushou_cli.errors import LiushouError
from liushou_cli.formats.office import package
from tests.helpers.forms import changed, docx, p, xlsx

WORD = docx(p("{{ 学校 }}"))
with zipfile.ZipFile(io.BytesIO(WORD)) as _archive:
    WORD_TEXT = _archive.read("word/document.xml")
OLD = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"'
    ' TargetMode="External"/></Relationships>'
)


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", b"\0" * (package.MOST + 1))
    return target.getvalue()


def twice() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("word/Document.xml", "<b/>")
    return target.getvalue()


def lying() -> bytes:
    """Its table promises three bytes of a part that has more."""
    size = len(WORD_TEXT).to_bytes(4, "little")
    return WORD.replace(size, (3).to_bytes(4, "little"))


def related(kind: str, target: str) -> bytes:
    return changed(WORD, word___rels__settings_dot_xml_dot_rels=RELATION.format(kind, target))


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", 2, "表.docx 不是 Word 或 Excel 文件，或者没有传完整"),
        (b"PK\x03\x04", 2, "表.docx 不是 Word 或 Excel 文件，或者没有传完整"),
        (WORD[:-30], 2, "表.docx 不是 Word 或 Excel 文件，或者没有传完整"),
        (OLD, 2, "表.docx 是旧格式的文件（doc、xls、wps、et），或者加了密码"),
        (xlsx({"A1": "甲"}), 2, "表.docx 里没有 Word 的内容"),
        (bomb(), 7, "表.docx 展开以后太大，不打开"),
        (changed(WORD, word__styles_dot_xml=" " * (package.MOST_TEXT + 1)), 7, "表.docx 展开以后太大，不打开"),
        (changed(WORD, word__media__image1_dot_bmp="\0" * 3_000_000), 7, "表.docx 展开以后太大，不打开"),
        (lying(), 2, "表.docx 不是 Word 或 Excel 文件，或者没有传完整"),
        (twice(), 7, "表.docx 里有两个同名的部分，不打开"),
        (changed(WORD, word__vbaProject_dot_bin="x"), 7, "表.docx 带着宏，不打开"),
        (changed(WORD, word__activeX__activeX1_dot_xml="<a/>"), 7, "表.docx 带着宏，不打开"),
        (
            changed(WORD, **{"[Content_Types]_dot_xml": f"<Types>{MACRO}</Types>"}),
            7,
            "表.docx 带着宏，不打开",
        ),
        (
            changed(WORD, word__styles_dot_xml='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            7,
            "表.docx 的 word/styles.xml 里有文档类型声明，不打开",
        ),
        (
            changed(WORD, word__styles_dot_xml="<?xml version='1.0' encoding='utf-7'?><a/>"),
            2,
            "表.docx 的 word/styles.xml 不是 UTF-8 的文字",
        ),
        (
            related("attachedTemplate", "http://example.invalid/a.dotm"),
            7,
            "表.docx 里有指向别处的内容（http://example.invalid/a.dotm），不打开",
        ),
        (related("image", "file:///c:/a.png"), 7, "表.docx 里有指向别处的内容（file:///c:/a.png），不打开"),
        (changed(WORD, word__embeddings__a_dot_exe="x"), 7, "表.docx 带着宏，不打开"),
        (
            changed(WORD, xl__externalLinks__a_dot_xml="<a/>"),
            7,
            "表.docx 里有指向别处的内容（xl/externalLinks/a.xml），不打开",
        ),
        (related("hyperlink", "file:///c:/a.exe"), 7, "表.docx 里有指向别处的内容（file:///c:/a.exe），不打开"),
    ],
)  # fmt: skip
def test_what_is_not_opened(data: bytes, code: int, said: str) -> None:
    with pytest.raises(LiushouError) as refused:
        package.opened("表.docx", data, "docx")
    assert (refused.value.exit_code, refused.value.message) == (code, said)


def test_a_link_to_a_page_is_a_link() -> None:
    assert (
        "word/_rels/settings.xml.rels"
        in package.opened("表.docx", related("hyperlink", "https://example.invalid")).parts
    )


def test_a_part_that_is_no_xml_is_told() -> None:
    from liushou_cli.formats.forms import word

    with pytest.raises(LiushouError) as refused:
        word.read("表.docx", changed(WORD, word__document_dot_xml="<w:document>"))
    assert refused.value.message == "表.docx 的 word/document.xml 读不懂"
