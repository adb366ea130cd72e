"""Text as XML: nothing from outside becomes markup, and rare characters get a face that holds them."""

import pytest

from liushou_cli.formats.document import Run
from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.xml import paragraph, run, runs, text

FONTS = Fonts()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('<a & "b">', "&lt;a &amp; &quot;b&quot;&gt;"),
        ("一\x00\x0b\ud800\uffff二", "一二"),
        ("𬭎\t\n", "𬭎\t\n"),
    ],
)
def test_text(value: str, written: str) -> None:
    assert text(value) == written


def test_a_run_with_a_line_break_and_bold() -> None:
    assert run("一\n二", "宋体", FONTS, bold=True) == (
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">一</w:t><w:br/>'
        '<w:t xml:space="preserve">二</w:t></w:r>'
    )


def test_characters_outside_gb_2312_get_the_fuller_face() -> None:
    rare = '<w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="仿宋"/></w:rPr>'
    assert run("刘玥昇—“好”", FONTS.body, FONTS) == (
        '<w:r><w:t xml:space="preserve">刘</w:t></w:r>'
        f'<w:r>{rare}<w:t xml:space="preserve">玥昇</w:t></w:r>'
        '<w:r><w:t xml:space="preserve">—“好”</w:t></w:r>'
    )


def test_a_full_face_needs_no_other() -> None:
    assert run("刘玥昇", "宋体", FONTS) == '<w:r><w:t xml:space="preserve">刘玥昇</w:t></w:r>'


def test_bold_in_a_table_is_another_face() -> None:
    assert runs((Run("姓名", bold=True), Run("甲")), "宋体", FONTS, "黑体") == (
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="黑体"/></w:rPr>'
        '<w:t xml:space="preserve">姓名</w:t></w:r><w:r><w:t xml:space="preserve">甲</w:t></w:r>'
    )


def test_paragraphs() -> None:
    assert paragraph("Normal", "") == "<w:p></w:p>"
    assert paragraph("Title", "", "<w:keepNext/>") == (
        '<w:p><w:pPr><w:pStyle w:val="Title"/><w:keepNext/></w:pPr></w:p>'
    )
