"""Small pieces of WordprocessingML as text. Every string from outside passes through `text`."""

import re
from collections.abc import Iterator
from itertools import groupby

from liushou_cli.formats.characters import printable
from liushou_cli.formats.document import Runs
from liushou_cli.formats.word.fonts import Fonts

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_IDEOGRAPH = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


def text(value: str) -> str:
    """Escaped for content and attributes alike."""
    return printable(value).translate(_ENTITIES)


def faces(east_asian: str, latin: str) -> str:
    """``hint`` makes “ ” … — take the Chinese face, and with it their full width."""
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{text(latin)}" w:hAnsi="{text(latin)}"'
        f' w:eastAsia="{text(east_asian)}" w:cs="{text(latin)}"/>'
    )


def paragraph(style: str, content: str, properties: str = "") -> str:
    """``properties`` are elements of ``w:pPr`` in the order of the schema, after ``w:pStyle``."""
    named = "" if style == "Normal" else f'<w:pStyle w:val="{style}"/>'
    both = named + properties
    return f"<w:p>{f'<w:pPr>{both}</w:pPr>' if both else ''}{content}</w:p>"


def runs(content: Runs, face: str, fonts: Fonts, bold_face: str = "") -> str:
    """``face`` is the one of the paragraph's style; ``bold_face`` sets bold text, where it is given."""
    return "".join(
        run(part.text, face, fonts, bold=part.bold, bold_face=bold_face if part.bold else "")
        for part in content
    )


def run(value: str, face: str, fonts: Fonts, *, bold: bool = False, bold_face: str = "") -> str:
    stand_in = fonts.substitutes.get(bold_face or face, "")
    pieces = _by_coverage(value) if stand_in else iter([(False, value)])
    return "".join(
        _piece(piece, stand_in if lacking else bold_face, bold and not bold_face) for lacking, piece in pieces
    )


def _piece(value: str, face: str, bold: bool) -> str:
    look = (f'<w:rFonts w:hint="eastAsia" w:eastAsia="{text(face)}"/>' if face else "") + "<w:b/>" * bold
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(map(text, value.split("\n")))
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{lines}</w:t></w:r>'


def _by_coverage(value: str) -> Iterator[tuple[bool, str]]:
    """Splits into stretches that GB 2312 holds and stretches that it lacks."""
    for lacking, chars in groupby(value, _lacking):
        yield lacking, "".join(chars)


def _lacking(char: str) -> bool:
    if not _IDEOGRAPH.match(char):
        return False
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False
