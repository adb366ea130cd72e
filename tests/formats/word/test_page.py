"""The sheet of GB/T 9704-2012, number by number."""

from liushou_cli.formats.word import page
from liushou_cli.formats.word.fonts import Fonts


def test_the_text_block_is_156_by_225_mm_and_holds_22_lines() -> None:
    assert page.section("odd", "even") == (
        '<w:sectPr><w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1446"'
        ' w:gutter="0"/><w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
    )
    width, height = 11906 - 1588 - 1474, 16838 - 2098 - 1984
    assert (width, round(width / 56.7), round(height / 56.7)) == (page.TEXT_WIDTH, 156, 225)
    assert height // page.LINE == 22


def test_page_numbers_stand_outside_between_dashes() -> None:
    for side in ("right", "left"):
        assert page.footer(side).partition("<w:p>")[2] == (
            f'<w:pPr><w:pStyle w:val="Footer"/><w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/>'
            '</w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
            '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
        )


def test_settings() -> None:
    for setting in (
        "<w:evenAndOddHeaders/>",
        '<w:characterSpacingControl w:val="compressPunctuation"/>',
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>',
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
    ):
        assert setting in page.settings()


def test_a_face_that_may_be_missing_names_another() -> None:
    table = page.font_table(Fonts())
    names = (
        "仿宋_GB2312",
        "黑体",
        "楷体_GB2312",
        "方正小标宋简体",
        "宋体",
        "仿宋",
        "楷体",
        "Times New Roman",
    )
    assert [table.count(f'<w:font w:name="{name}">') for name in names] == [1] * 8
    for face, other in (("仿宋_GB2312", "仿宋"), ("楷体_GB2312", "楷体"), ("方正小标宋简体", "宋体")):
        assert f'<w:font w:name="{face}"><w:altName w:val="{other}"/>' in table
