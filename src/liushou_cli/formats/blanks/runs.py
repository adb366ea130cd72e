"""Changes to a stretch of a Word paragraph or cell that keep its looks."""

from collections.abc import Sequence
from copy import deepcopy

from liushou_cli.formats.blanks.pieces import EMPTY_SYMBOLS, Piece, pieces, reached, text_of
from liushou_cli.formats.characters import printable
from liushou_cli.formats.office.xml import SPACE, Element, attribute, local, made, namespace


def put(parts: Sequence[Element], value: str, span: tuple[int, int] | None) -> None:
    """*value* in place of the characters of *span*, or of all; it looks as they did."""
    whole = text_of(parts)
    start, end = span or (0, len(whole))
    replaced = whole[start:end]
    found = reached(pieces(parts), start, end)
    if not found:
        _append(parts[0], value)
        return
    if local(found[0][0].element) == "sym":
        _tick(found[0][0].element)
        return
    _replace(found, value, underlined="_" in replaced or "＿" in replaced)


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
    ticked = EMPTY_SYMBOLS.get(attribute(symbol, "char").upper(), "F0FE")
    symbol.set(f"{{{namespace(symbol)}}}char", ticked)


def _say(element: Element, text: str) -> None:
    element.text = printable(text)
    element.set(SPACE, "preserve")
