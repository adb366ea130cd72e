"""The text of a Word paragraph or cell as one string, and changes to a stretch of it that keep its looks."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from liushou_cli.formats.blanks.xml import SPACE, Element, attribute, local, made, namespace
from liushou_cli.formats.characters import printable

_SKIPPED = {"txbxContent", "del", "moveFrom", "tbl", "Fallback", "pPr", "rPr", "instrText", "object"}
# Boxes drawn with a symbol font: (font, character) of an empty one, and of the same box ticked.
_EMPTY_SYMBOLS = {
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


def put(parts: Sequence[Element], value: str, span: tuple[int, int] | None) -> None:
    """*value* in place of the characters of *span*, or of all; it looks as they did."""
    whole = text_of(parts)
    start, end = span or (0, len(whole))
    replaced = whole[start:end]
    found = _reached(pieces(parts), start, end)
    if not found:
        _append(parts[0], value)
        return
    if local(found[0][0].element) == "sym":
        _tick(found[0][0].element)
        return
    _replace(found, value, underlined="_" in replaced or "＿" in replaced)


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
        return "□" if code in _EMPTY_SYMBOLS else "☑" if code in _TICKED_SYMBOLS else "\ufffc"
    if name == "tab" and local(element.getparent()) == "r":  # type: ignore[arg-type]
        return "\t"
    return "\n" if name in ("br", "cr") else ""


def _reached(all_pieces: Sequence[Piece], start: int, end: int) -> list[tuple[Piece, int, int]]:
    """The pieces that hold the stretch, with the part of each that is in it; an empty stretch has the one before it."""
    found, place = [], 0
    for piece in all_pieces:
        first, last = max(start - place, 0), min(end - place, len(piece.text))
        here = first < last or (start == end and 0 < start - place <= len(piece.text))
        if here and local(piece.element) != "p":
            found.append((piece, min(first, len(piece.text)), max(last, min(first, len(piece.text)))))
        place += len(piece.text)
    return found


def _replace(found: Sequence[tuple[Piece, int, int]], value: str, *, underlined: bool) -> None:
    (first, start, end), *others = found
    for piece, begin, until in others:
        if local(piece.element) == "t":
            _say(piece.element, piece.text[:begin] + piece.text[until:])
        else:
            piece.element.getparent().remove(piece.element)  # type: ignore[union-attr]
    run = first.element.getparent()
    assert run is not None  # noqa: S101  # what shows text stands in a run
    if local(first.element) != "t":
        _turn_into_text(first.element, value)
        return
    before, after = first.text[:start], first.text[end:]
    if not underlined:
        _say(first.element, before + value + after)
        return
    _say(first.element, before)
    new = _run_after(run, run, value)
    _underline(new)
    rest = [one for one in run if list(run).index(one) > list(run).index(first.element)]
    if after or rest:
        tail = _run_after(run, new, after)
        for one in rest:
            tail.append(one)


def _turn_into_text(element: Element, value: str) -> None:
    text = element.makeelement(f"{{{namespace(element)}}}t", {})
    element.getparent().replace(element, text)  # type: ignore[union-attr]
    _say(text, value)


def _run_after(like: Element, place: Element, value: str) -> Element:
    """A new run after *place* that looks as *like* does."""
    run = like.makeelement(like.tag, {})
    look = next((one for one in like if local(one) == "rPr"), None)
    if look is not None:
        run.append(deepcopy(look))
    _say(made(run, "t"), value)
    place.addnext(run)
    return run


def _underline(run: Element) -> None:
    look = next((one for one in run if local(one) == "rPr"), None)
    if look is None:
        look = run.makeelement(f"{{{namespace(run)}}}rPr", {})
        run.insert(0, look)
    if any(local(one) == "u" for one in look):
        return
    line = look.makeelement(f"{{{namespace(run)}}}u", {f"{{{namespace(run)}}}val": "single"})
    later = {"effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"}
    place = next((at for at, one in enumerate(look) if local(one) in later), len(look))
    look.insert(place, line)


def _append(paragraph: Element, value: str) -> None:
    """Into a paragraph that shows nothing: as its empty run looks, else as its end mark does."""
    run = next((one for one in paragraph if local(one) == "r"), None)
    if run is not None:
        _say(made(run, "t"), value)
        return
    run = made(paragraph, "r")
    properties = next((one for one in paragraph if local(one) == "pPr"), None)
    look = next((one for one in properties if local(one) == "rPr"), None) if properties is not None else None
    if look is not None:
        run.append(deepcopy(look))
        for one in list(run[0]):
            if local(one) in ("ins", "del", "moveFrom", "moveTo"):
                run[0].remove(one)
    _say(made(run, "t"), value)


def _tick(symbol: Element) -> None:
    ticked = _EMPTY_SYMBOLS.get(attribute(symbol, "char").upper(), "F0FE")
    symbol.set(f"{{{namespace(symbol)}}}char", ticked)


def _say(element: Element, text: str) -> None:
    element.text = printable(text)
    element.set(SPACE, "preserve")
