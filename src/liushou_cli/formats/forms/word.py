"""A Word form: its marks made whole, each tag put where docxtpl reads it, each paragraph by its place."""

import re
from typing import Any

from liushou_cli.formats.forms import hoist, runs
from liushou_cli.formats.forms.marks import MARK, plain
from liushou_cli.formats.forms.skeleton import Form, Line, Wrong, shortened
from liushou_cli.formats.forms.word_places import places_of
from liushou_cli.formats.office import package
from liushou_cli.formats.office.parts import parsed
from liushou_cli.formats.office.xml import W, within, written

_TEXT = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_NAMES = {"document": "", "header": "页眉", "footer": "页脚", "footnotes": "脚注"}
_NUMBERS = tuple(
    f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}" for name in ("paraId", "textId")
)
_MARKUP = re.compile(r"<[^>]*>")


def read(file: str, data: bytes) -> tuple[Form, list[Wrong]]:
    """The form, and what keeps its marks from being read. Raises as :func:`package.opened`."""
    parts = package.opened(file, data, "docx").parts
    lines: list[Line] = []
    wrong: list[Wrong] = []
    for part, content in parts.items():
        if found := _TEXT.fullmatch(part):
            root = parsed(file, part, content)
            before = _NAMES[found[1].rstrip("0123456789")]
            more, faults = _part(root, before)
            lines, wrong = lines + more, wrong + faults
            parts[part] = written(root)
        elif part.endswith(".xml") and part.startswith("word/"):
            wrong += _elsewhere(part, content)
    return Form(file, ".docx", parts, tuple(lines)), wrong


def _part(root: Any, before: str) -> tuple[list[Line], list[Wrong]]:
    places = {paragraph: before + place for paragraph, place in places_of(root)}
    shown = {paragraph: runs.mend(paragraph) for paragraph in places}
    for paragraph in root.iter(f"{W}p"):
        for name in _NUMBERS:  # Word numbers paragraphs; a repeated one would come out with its number twice
            paragraph.attrib.pop(name, None)
        if paragraph not in places:  # a text box a second time, for programs that cannot draw the first
            runs.mend(paragraph)
    wrong = [
        Wrong(places[one], "标记写在域里，填不进去", "删掉这个域，标记直接打在字里", shortened(shown[one]))
        for code in root.iter(f"{W}instrText")
        if MARK.search(code.text or "") and (one := within(code, f"{W}p")) in places
    ]
    wrong += hoist.hoist(places)
    lines = [
        Line(plain(runs.mend(one)).replace("\n", " "), places[one])
        for one in root.iter(f"{W}p")
        if one in places
    ]
    return lines, wrong


def _elsewhere(part: str, content: bytes) -> list[Wrong]:
    """Marks in comments, notes and charts are never filled: better said than printed."""
    text = _MARKUP.sub("", content.decode("utf-8-sig", "replace"))
    found = MARK.search(text)
    return [Wrong(part, "这个地方的标记填不了", "标记写在正文、表、页眉页脚里", found[0])] if found else []
