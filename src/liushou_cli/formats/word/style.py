"""One paragraph style: its measures, and the XML Word knows it by."""

from dataclasses import dataclass

from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.page import LINE
from liushou_cli.formats.word.xml import faces

# −0.25 pt a character: 28 × 15.75 = 441 pt fit the 442 pt of a line; unsqueezed it holds 27.
_SQUEEZE = -5
# In half points: 三号 二号 五号 小四 四号.
BODY_SIZE, TITLE_SIZE, SMALL_SIZE, CAPTION_SIZE, FOOTER_SIZE = (
    32,
    44,
    21,
    24,
    28,
)


@dataclass(frozen=True)
class Style:
    """``line`` is the exact pitch, 0 for the font's own; ``indent`` counts characters."""

    key: str
    name: str
    face: str
    size: int = BODY_SIZE
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
class Small(Style):
    """Centred, at the pitch of its font, off the grid: tables, captions, charts, page numbers."""

    line: int = 0
    align: str = "center"
    squeeze: bool = False


def written(one: Style, fonts: Fonts) -> str:
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


def _paragraph(one: Style) -> str:
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
