"""What a Word paragraph or cell shows, as one string and by the elements that show it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from liushou_cli.formats.office.xml import Element, attribute, local

_SKIPPED = {"txbxContent", "del", "moveFrom", "tbl", "Fallback", "pPr", "rPr", "instrText", "object"}
# Boxes drawn with a symbol font: (font, character) of an empty one, and of the same box ticked.
EMPTY_SYMBOLS = {
    "F0A8": "F0FE",
    "F06F": "F0FE",
    "F071": "F0FE",
    "00A8": "00FE",
    "F0A3": "F052",
    "00A3": "0052",
}
_TICKED_SYMBOLS = {"F0FE", "F052", "00FE", "0052"}


class Piece(NamedTuple):
    """One element that shows characters: ``text`` is what it shows."""

    element: Element
    text: str


def pieces(parts: Sequence[Element]) -> list[Piece]:
    """What these paragraphs show; between two of them stands a line break that is nobody's."""
    found: list[Piece] = []
    for place, part in enumerate(parts):
        if place:
            found.append(Piece(part, "\n"))
        found += [Piece(element, _shown(element)) for element in _visible(part) if _shown(element)]
    return found


def text_of(parts: Sequence[Element]) -> str:
    return "".join(piece.text for piece in pieces(parts))


def _visible(part: Element) -> Iterator[Element]:
    for one in part:
        if local(one) not in _SKIPPED:
            yield one
            yield from _visible(one)


def _shown(element: Element) -> str:
    name = local(element)
    if name == "t":
        return element.text or ""
    if name == "sym":
        code = attribute(element, "char").upper()
        return "□" if code in EMPTY_SYMBOLS else "☑" if code in _TICKED_SYMBOLS else "\ufffc"
    if name == "tab" and local(element.getparent()) == "r":
        return "\t"
    return "\n" if name in ("br", "cr") else ""


def reached(all_pieces: Sequence[Piece], start: int, end: int) -> list[tuple[Piece, int, int]]:
    """The pieces that hold the stretch, with the part of each that is in it; an empty stretch has the one before it."""
    found, place = [], 0
    for piece in all_pieces:
        first, last = max(start - place, 0), min(end - place, len(piece.text))
        here = first < last or (start == end and 0 < start - place <= len(piece.text))
        if here and local(piece.element) != "p":
            found.append((piece, min(first, len(piece.text)), max(last, min(first, len(piece.text)))))
        place += len(piece.text)
    return found
