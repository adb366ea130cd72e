"""The text of a paragraph or cell as Jinja is to read it: its marks, its tags, what cannot be one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# No mark begins within another, and none is longer than a thousand signs: so that the search for its end is
# over soon, whatever a stranger's text holds.
_INSIDE = r"(?:(?!\{[{%#]).){0,1000}?"
MARK = re.compile(rf"\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}}|\{{#{_INSIDE}#\}}", re.DOTALL)
_OPEN = re.compile(r"\{[{%#]")
_TAG = re.compile(r"\{%[-+]?\s*(?:(tr|tc|p|r)\s+)?([a-z]+)\b" + _INSIDE + r"%\}", re.DOTALL)
# docxtpl's own: the prefix that says how much a mark stands for, and the two that join cells in a loop.
_PREFIX = re.compile(r"(\{[{%#])(?:tr|tc|p|r)(?=\s)")
_JOINS = re.compile(r"\{%\s*[vh]m\s*%\}")
_QUOTES = str.maketrans("“”‘’\n\r\t\v\f", "\"\"''     ")
OPENS = {"for": "endfor", "if": "endif"}
CLOSES = {"endfor", "endif"}
BETWEEN = {"else", "elif"}


class Tag(NamedTuple):
    """``{% for … %}`` in a text at ``start``–``end``; ``prefix`` is docxtpl's tr, tc, p or r, mostly none."""

    word: str
    prefix: str
    text: str
    start: int
    end: int

    def standing_for(self, what: str) -> str:
        """The tag as docxtpl takes it for the whole paragraph (p) or row (tr) it stands in."""
        return f"{{%{what} {self.text.removeprefix('{%').removesuffix('%}').strip(' -+')} %}}"


def straight(text: str) -> str:
    """Inside marks, the quotation marks that Word curled as Jinja knows them, and everything on one line."""
    return MARK.sub(lambda found: found[0].translate(_QUOTES), text)


def plain(text: str) -> str:
    """The text without what only docxtpl understands."""
    return _PREFIX.sub(r"\1", _JOINS.sub("", text))


def tags(text: str) -> Iterator[Tag]:
    for found in _TAG.finditer(text):
        yield Tag(found[2], found[1] or "", found[0], found.start(), found.end())


def loose(text: str) -> list[Tag]:
    """The tags that open or close something not closed or opened in the same text, and what goes between."""
    held: list[list[Tag]] = []
    left: list[Tag] = []
    for tag in tags(text):
        if tag.word in OPENS:
            held.append([tag])
        elif tag.word in BETWEEN:
            (held[-1] if held else left).append(tag)
        elif tag.word in CLOSES:
            if held and OPENS[held[-1][0].word] == tag.word:
                held.pop()
            else:
                left.append(tag)
    return sorted(left + [tag for group in held for tag in group], key=lambda tag: tag.start)


def unfinished(text: str) -> str:
    """A mark that is begun and not ended in this text, "" where there is none."""
    found = _OPEN.search(MARK.sub("", text))
    return found.string[found.start() :][:20] if found else ""
