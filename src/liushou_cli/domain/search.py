"""Words in notes: found whatever the case, the width, the blanks and the punctuation between them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

_QUOTED = re.compile(r'["“”「]([^"“”「」]+)["“”」]')
_END = re.compile(r"(?<=[。！？!?；;\n])")


class Plain(NamedTuple):
    """What counts of a text, and where each character of it stood."""

    text: str
    places: tuple[int, ...]


def plain(text: str) -> Plain:
    """Half width, lower case, letters and digits only."""
    kept = [(char, place) for place, one in enumerate(text) for char in _kept(one)]
    return Plain("".join(char for char, _ in kept), tuple(place for _, place in kept))


def flat(text: str) -> str:
    """:func:`plain` without the places."""
    return "".join(map(_kept, text))


@cache
def _kept(one: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", one).lower()))


def parse(query: str) -> list[str]:
    """The words all of which must occur; what is quoted is one. Raises ``ValueError``, in Chinese, for none."""
    phrases = _QUOTED.findall(query)
    words = [flat(part) for part in (*phrases, *_QUOTED.sub(" ", query).split())]
    found = list(dict.fromkeys(word for word in words if word))
    if not found:
        raise ValueError("没有写要找的字")
    return found


def hits(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of *text* that are one of *words*, in order, none within another."""
    flat = plain(text)
    spans = sorted(
        (flat.places[start], flat.places[start + len(word) - 1] + 1)
        for word in words
        for start in _starts(flat.text, word)
    )
    merged: list[tuple[int, int]] = []
    for first, last in spans:
        if merged and first < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def sentence(text: str, words: Sequence[str]) -> str:
    """The sentences of *text*, first to last, that hold one of *words*."""
    found = hits(text, words)
    if not found:
        return ""
    starts = [0, *(cut.start() for cut in _END.finditer(text)), len(text)]
    first = max(start for start in starts if start <= found[0][0])
    last = min(start for start in starts if start >= found[-1][1])
    return " ".join(text[first:last].split())


def _starts(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)
