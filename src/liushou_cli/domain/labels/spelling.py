"""A heading brought to the one shape in which the table knows it, and slips of the pen."""

import re
from unicodedata import normalize

_BRACKETS = re.compile(r"[(\[{【〔<《「](.*?)[)\]}】〕>》」]")
_ORNAMENT = re.compile(r"[\W_]+")  # *, ★, blanks, line breaks, stops, slashes
_ABOUT = re.compile(r"(?:基本)?(?:情况|信息|资料|状况)$")


def key(label: str) -> str:
    """*label* without marks, blanks, brackets and what stands in them, in half-width forms."""
    return _ORNAMENT.sub("", _BRACKETS.sub("", normalize("NFKC", label))) or whole(label)


def whole(label: str) -> str:
    """As :func:`key`, but what stands in brackets is kept: 电话（父亲）."""
    return _ORNAMENT.sub("", normalize("NFKC", label))


def bracketed(label: str) -> str:
    """What stands in the last brackets, "" where nothing does."""
    found = _BRACKETS.findall(normalize("NFKC", label))
    return _ORNAMENT.sub("", found[-1]) if found else ""


def person(label: str) -> str:
    """父亲基本情况 to 父亲: the word for whom a group is about."""
    return _ABOUT.sub("", key(label)) or key(label)


def near(one: str, other: str) -> bool:
    """Whether one character added, lost, changed, or two neighbours swapped, makes them the same."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    a, b = one[start:], other[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b or a == b[1:]
