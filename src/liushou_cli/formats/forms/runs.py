"""Word cuts a text into runs as it was typed and corrected; a mark is put together again in one of them."""

from typing import Any

from liushou_cli.formats.forms.marks import MARK, straight
from liushou_cli.formats.office.xml import SPACE, W, within


def texts(paragraph: Any) -> list[Any]:
    """The pieces of the paragraph's own text, in order: not of a text box within it, nor what was deleted."""
    return [one for one in paragraph.iter(f"{W}t") if within(one, f"{W}p") is paragraph]


def mend(paragraph: Any) -> str:
    """The paragraph's text, each mark now whole in the run where it begins, with straight quotation marks."""
    pieces = texts(paragraph)
    for piece in pieces:  # first each by itself: straightening changes no length
        piece.text = piece.text or ""
    whole = "".join(piece.text for piece in pieces)
    _put(pieces, straight(whole))
    for found in reversed(list(MARK.finditer(straight(whole)))):
        _gather(pieces, found.start(), found.end())
    return straight(whole)


def cut(paragraph: Any, start: int, end: int) -> None:
    """Takes ``start``–``end`` out of the paragraph's text."""
    at = 0
    for piece in texts(paragraph):
        text = piece.text or ""
        first, last = max(0, start - at), max(0, end - at)
        piece.text = text[:first] + text[last:]
        at += len(text)


def _put(pieces: list[Any], whole: str) -> None:
    at = 0
    for piece in pieces:
        at, start = at + len(piece.text), at
        piece.text = whole[start:at]


def _gather(pieces: list[Any], start: int, end: int) -> None:
    """Moves what stands at ``start``–``end`` of the whole text into the piece where it begins."""
    at, first = 0, None
    for piece in pieces:
        text, begin = piece.text, at
        at += len(text)
        if at <= start or begin >= end:
            continue
        if first is None:
            first = piece
            first.set(SPACE, "preserve")
        else:
            first.text += text[: end - begin]
            piece.text = text[end - begin :]
            piece.set(SPACE, "preserve")
