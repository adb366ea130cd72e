"""All the styles of the document: the numbers of GB/T 9704-2012 as Word styles a person can change."""

from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.page import LINE
from liushou_cli.formats.word.style import (
    CAPTION_SIZE,
    FOOTER_SIZE,
    SMALL_SIZE,
    TITLE_SIZE,
    Small,
    Style,
    written,
)
from liushou_cli.formats.word.xml import DECLARATION, W, faces


def styles(fonts: Fonts) -> str:
    return (
        f"{DECLARATION}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{faces(fonts.body, fonts.latin)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        "</w:docDefaults>"
        + _DEFAULTS
        + "".join(written(one, fonts) for one in _paragraphs(fonts))
        + "</w:styles>"
    )


def _paragraphs(fonts: Fonts) -> list[Style]:
    return [
        Style("Normal", "Normal", fonts.body, indent=2),
        Style("Title", "Title", fonts.title, TITLE_SIZE, line=640, align="center", keep=True, after=LINE),
        *(
            Style(
                f"Heading{level}",
                f"heading {level}",
                fonts.of_heading(level),
                indent=2,
                level=level,
                keep=True,
            )
            for level in (1, 2, 3, 4)
        ),
        Style("Signature", "Signature", fonts.body, align="right"),
        Small("Caption", "caption", fonts.level_1, CAPTION_SIZE, keep=True, before=120, after=60),
        Small("TableText", "表格文字", fonts.table, SMALL_SIZE),
        Small("TableHead", "表格表头", fonts.level_1, SMALL_SIZE),
        Small("AfterTable", "表后间隔", fonts.table, 12, line=160),
        Small("Figure", "图表", fonts.table, SMALL_SIZE, before=120, after=120),
        Small("Footer", "footer", fonts.table, FOOTER_SIZE, latin=fonts.table),
    ]


def _edge(side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'


_DEFAULTS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    "<w:tblPr><w:tblBorders>"
    + "".join(map(_edge, ("top", "left", "bottom", "right", "insideH", "insideV")))
    + "</w:tblBorders></w:tblPr></w:style>"
)
