"""The sheet of GB/T 9704-2012, in twentieths of a point: A4, text in 156 × 225 mm, page numbers outside."""

from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.xml import DECLARATION, R, W, text

TEXT_WIDTH = 8844  # 156 mm
# 28.95 pt. The usual 29 pt gives 22 × 29 = 638 pt where the block has 637.8: 21 lines.
LINE = 579
_MARGINS = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"'
# The number stands about 7 mm below the text block: 25.5 mm from the lower edge of the sheet.
_FOOTER = 1446


def section(odd: str, even: str) -> str:
    """The section's properties; ``odd`` and ``even`` are the relationship ids of the two footers.

    The grid counts lines only: with ``linesAndChars`` LibreOffice sets 14 characters a line.
    """
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{odd}"/>'
        f'<w:footerReference w:type="even" r:id="{even}"/>'
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {_MARGINS} w:header="851" w:footer="{_FOOTER}" w:gutter="0"/>'
        f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
    )


def footer(side: str) -> str:
    """— 1 — one character in from ``side``: right on odd pages, left on even ones."""
    return (
        f'{DECLARATION}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/>'
        f'<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


def settings() -> str:
    """Compatibility mode 15, else Word shows 兼容模式."""
    modes = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    return (
        f'{DECLARATION}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:useFELayout/>{modes}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def font_table(fonts: Fonts) -> str:
    """With ``w:altName`` Word knows what to take where a face is missing."""
    entries = "".join(_font(face, fonts.substitutes.get(face, "")) for face in fonts.faces())
    latin = f'<w:font w:name="{text(fonts.latin)}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
    return f"{DECLARATION}<w:fonts {W} {R}>{entries}{latin}</w:fonts>"


def _font(face: str, substitute: str) -> str:
    other = f'<w:altName w:val="{text(substitute)}"/>' if substitute else ""
    return (
        f'<w:font w:name="{text(face)}">{other}<w:charset w:val="86"/><w:family w:val="auto"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )
