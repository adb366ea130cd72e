"""All the styles of the document: the numbers of GB/T 9704-2012 as Word styles a person can change."""

from dataclasses import dataclass

from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.page import LINE
from liushou_cli.formats.word.xml import DECLARATION, W, faces

# −0.25 pt a character: 28 × 15.75 = 441 pt fit the 442 pt of a line; unsqueezed it holds 27.
_SQUEEZE = -5
_BODY, _TITLE, _SMALL, _CAPTION, _FOOTER = 32, 44, 21, 24, 28  # half points: 三号 二号 五号 小四 四号


@dataclass(frozen=True)
class _Style:
    """``line`` is the exact pitch, 0 for the font's own; ``indent`` counts characters."""

    key: str
    name: str
    face: str
    size: int = _BODY
    indent: int = 0
    line: int = LINE
    align: str = "both"
    level: int = 0
    keep: bool = False
    before: int = 0
    after: int = 0
    squeeze: bool = True
    latin: str = ""


@dataclass(frozen=True)
class _Small(_Style):
    """Centred, at the pitch of its font, off the grid: tables, captions, charts, page numbers."""

    line: int = 0
    align: str = "center"
    squeeze: bool = False


def styles(fonts: Fonts) -> str:
    return (
        f"{DECLARATION}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{faces(fonts.body, fonts.latin)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        "</w:docDefaults>"
        + _DEFAULTS
        + "".join(_style(one, fonts) for one in _paragraphs(fonts))
        + "</w:styles>"
    )


def _paragraphs(fonts: Fonts) -> list[_Style]:
    return [
        _Style("Normal", "Normal", fonts.body, indent=2),
        _Style("Title", "Title", fonts.title, _TITLE, line=640, align="center", keep=True, after=LINE),
        *(
            _Style(
                f"Heading{level}",
                f"heading {level}",
                fonts.of_heading(level),
                indent=2,
                level=level,
                keep=True,
            )
            for level in (1, 2, 3, 4)
        ),
        _Style("Signature", "Signature", fonts.body, align="right"),
        _Small("Caption", "caption", fonts.level_1, _CAPTION, keep=True, before=120, after=60),
        _Small("TableText", "表格文字", fonts.table, _SMALL),
        _Small("TableHead", "表格表头", fonts.level_1, _SMALL),
        _Small("AfterTable", "表后间隔", fonts.table, 12, line=160),
        _Small("Figure", "图表", fonts.table, _SMALL, before=120, after=120),
        _Small("Footer", "footer", fonts.table, _FOOTER, latin=fonts.table),
    ]


def _style(one: _Style, fonts: Fonts) -> str:
    normal = one.key == "Normal"
    default = ' w:default="1"' if normal else ""
    custom = ' w:customStyle="1"' if one.name > "~" else ""
    head = "" if normal else '<w:basedOn w:val="Normal"/>'
    if one.level or one.key == "Title":
        head += '<w:next w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{one.key}"><w:name w:val="{one.name}"/>{head}'
        f"<w:qFormat/><w:pPr>{_paragraph(one)}</w:pPr>"
        f"<w:rPr>{faces(one.face, one.latin or fonts.latin)}"
        f'<w:spacing w:val="{_SQUEEZE if one.squeeze else 0}"/>'
        f'<w:sz w:val="{one.size}"/><w:szCs w:val="{one.size}"/></w:rPr></w:style>'
    )


def _paragraph(one: _Style) -> str:
    pitch = f'w:line="{one.line}" w:lineRule="exact"' if one.line else 'w:line="240" w:lineRule="auto"'
    return (
        ("<w:keepNext/>" if one.keep else "")
        + '<w:widowControl w:val="0"/>'
        + ("" if one.line == LINE else '<w:snapToGrid w:val="0"/>')
        + f'<w:spacing w:before="{one.before}" w:after="{one.after}" {pitch}/>'
        + f'<w:ind w:firstLineChars="{one.indent * 100}" w:firstLine="{one.indent * one.size * 10}"/>'
        + f'<w:jc w:val="{one.align}"/>'
        + (f'<w:outlineLvl w:val="{one.level - 1}"/>' if one.level else "")
    )


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
