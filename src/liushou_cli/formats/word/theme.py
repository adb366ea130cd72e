"""The theme part: Word wants one. Its colours and effects are plain; no style refers to it."""

from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.xml import DECLARATION, text

_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F3864",
    "lt2": "E7E6E6",
    "accent1": "2F5597",
    "accent2": "B45309",
    "accent3": "3F6F2A",
    "accent4": "6B4FA0",
    "accent5": "555555",
    "accent6": "A02C4A",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme(fonts: Fonts) -> str:
    colours = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in _COLOURS.items())
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="公文">'
        f'<a:themeElements><a:clrScheme name="公文">{colours}</a:clrScheme><a:fontScheme name="公文">'
        f"<a:majorFont>{_faces(fonts.level_1, fonts)}</a:majorFont>"
        f'<a:minorFont>{_faces(fonts.body, fonts)}</a:minorFont></a:fontScheme><a:fmtScheme name="公文">'
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_lines()}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _faces(east_asian: str, fonts: Fonts) -> str:
    return (
        f'<a:latin typeface="{text(fonts.latin)}"/><a:ea typeface="{text(east_asian)}"/><a:cs typeface=""/>'
    )


def _lines() -> str:
    return "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
