"""Blocks as paragraphs, in order."""

import re

from liushou_cli.formats.document import (
    Block,
    Chart,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Series,
    Signature,
    Table,
    Title,
)
from liushou_cli.formats.word.body import Body
from liushou_cli.formats.word.fonts import Fonts

TABLE = Table((((Run("甲"),),),), ("left",), "说明")


def body(*blocks: Block) -> str:
    made = Body(Fonts())
    made.take(blocks)
    return made.document("").partition("<w:body>")[2].partition("</w:body>")[0]


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_title_heading_and_paragraph() -> None:
    assert body(
        Title(("甲", "乙")),
        Heading(2, "（一）", (Run("丙"),)),
        Heading(1, "", (Run("丁"),)),
        Paragraph((Run("戊"),)),
    ) == (
        '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">甲</w:t><w:br/><w:t xml:space="preserve">乙</w:t></w:r></w:p>'
        f'<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>{words("（一）")}{words("丙")}</w:p>'
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{words("丁")}</w:p>'
        f"<w:p>{words('戊')}</w:p>"
    )


def test_the_unit_is_centred_over_the_date_which_is_four_characters_in() -> None:
    assert body(Signature("甲中学关工委", "2026年1月20日")) == (
        '<w:p><w:pPr><w:pStyle w:val="Signature"/><w:keepNext/><w:keepLines/><w:spacing w:before="579"/>'
        f'<w:ind w:rightChars="425" w:right="1360"/></w:pPr>{words("甲中学关工委")}</w:p>'
        '<w:p><w:pPr><w:pStyle w:val="Signature"/><w:keepLines/>'
        f'<w:ind w:rightChars="400" w:right="1280"/></w:pPr>{words("2026年1月20日")}</w:p>'
    )


def test_a_long_unit_goes_no_further_than_the_edge() -> None:
    assert 'w:rightChars="0"' in body(Signature("很" * 30, "2026年1月20日"))


def test_the_unit_and_the_date_do_not_stand_alone_on_a_page() -> None:
    said = body(Paragraph((Run("一"),)), Paragraph((Run("二"),)), Signature("甲中学", "2026年1月20日"))
    first, last = said.split("</w:p>")[:2]
    assert ("<w:keepNext/>" in first, "<w:keepNext/>" in last) == (False, True)


def test_the_page_breaks_before_the_next_paragraph() -> None:
    assert body(
        Paragraph((Run("甲"),)), PageBreak(), Heading(1, "", (Run("乙"),)), Paragraph((Run("丙"),))
    ) == (
        f"<w:p>{words('甲')}</w:p>"
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:pageBreakBefore/></w:pPr>{words("乙")}</w:p>'
        f"<w:p>{words('丙')}</w:p>"
    )


def test_a_table_has_its_caption_above_and_a_thin_paragraph_below() -> None:
    styles = re.findall(r'<w:pStyle w:val="(\w+)"/>|<(w:tbl)>', body(TABLE, TABLE))
    assert ["".join(found) for found in styles] == ["Caption", "w:tbl", "TableHead", "AfterTable"] * 2


def test_a_page_may_begin_with_a_bare_table() -> None:
    bare = Table(TABLE.rows, TABLE.align)
    assert body(PageBreak(), bare).startswith(
        '<w:p><w:pPr><w:pStyle w:val="AfterTable"/><w:pageBreakBefore/></w:pPr></w:p><w:tbl>'
    )


def test_charts_are_numbered_and_one_without_data_says_so() -> None:
    made = Body(Fonts())
    full, empty = Chart("bar", "甲", ("一",), (Series("次", (1,)),)), Chart("bar", "乙", (), ())
    made.take([full, empty, full])
    written = made.document("")
    assert made.charts == [full, full]
    assert re.findall(r'r:id="(chart-\d)"', written) == ["chart-1", "chart-2"]
    assert words("乙：没有数据") in written
