"""A copy of a child that may be shown, and the same cover for any text that speaks of the child."""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from liushou_cli.domain.base import Record
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import Relation, Whereabouts
from liushou_cli.domain.masking import NOT_TOLD, given_name
from liushou_cli.domain.withholding.entries import applying
from liushou_cli.domain.withholding.meaning import paths, spoken

_Part = TypeVar("_Part", bound=Record)
_SHORTEST = 2  # a single character stands in too many other words
_PLACED = frozenset({"place", "address", "hamlet", "household_place"})
_TOWNSHIP = re.compile("镇|乡|街道")
_PLACE_ENDS = re.compile("省|自治区|市|县|区|村|组|号|路")
# A choice is no reason to hide the word wherever it stands; a relation is, where the carer is hidden.
_WORDS_ALONE = frozenset(
    {
        *("rating", "quality", "level", "health", "marriage", "categories", "income", "relief"),
        *("state", "household", "lodging", "schooling", "ethnicity"),
    }
)
_UNSAID = (Whereabouts.PRISON, Whereabouts.MISSING)


def covered(child: Child, to: str = "") -> Child:
    """*child* as a paper given *to* somebody may show it; the child itself where nothing is withheld."""
    if not child.withheld:
        return child
    kept = applying(child, to)
    shown = child.model_copy(update={"withheld": kept})
    for path in sorted(_paths(child, to)):
        shown = _blanked(shown, path.split("."))
    return _mapped(shown, cover_for(child, to))


def cover_for(child: Child, to: str = "") -> Callable[[str], str]:
    """What takes out of a sentence about *child* all that must not be told *to* somebody."""
    texts = sorted(_hidden(child, to), key=lambda text: (-len(text), text))

    def clean(text: str) -> str:
        for hidden in texts:
            text = text.replace(hidden, NOT_TOLD)
        return text

    return clean


def _paths(child: Child, to: str) -> set[str]:
    return {path for one in applying(child, to) for path in paths(one.what)}


def _hidden(child: Child, to: str) -> set[str]:
    found = _paths(child, to)
    words = {word for one in applying(child, to) for word in spoken(one.what)}
    given = (
        {given_name(child.name)} if "name" in found and len(given_name(child.name)) >= _SHORTEST else set()
    )
    return {text for path in found for text in _texts(child, path.split("."))} | words | given


def _texts(value: Any, path: list[str]) -> Iterator[str]:
    """What now stands at *path*, where it is long enough to be looked for elsewhere; a place also by its parts."""
    if not path:
        found = value if isinstance(value, tuple) else (value,)
        yield from (str(text) for text in found if isinstance(text, str) and len(text) >= _SHORTEST)
    elif path[-1] in _PLACED and len(path) == 1:
        for text in _texts(getattr(value, path[0], None), []):
            yield from (text, *_parts(text))
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part, path[1:]) if _meant(part, path[0]) else ()
    elif value is not None and path[-1] not in _WORDS_ALONE:
        yield from _texts(getattr(value, path[0], None), path[1:])


def _meant(entry: Any, which: str) -> bool:
    return which == "*" or entry.relation == which


def _parts(place: str) -> Iterator[str]:
    """广东, 东莞 of 广东省东莞市; of a home only what lies below the township, which many share."""
    for part in _PLACE_ENDS.split(_TOWNSHIP.split(place)[-1]):
        if len(part) >= _SHORTEST:
            yield part


def _blanked(value: _Part, path: list[str]) -> _Part:
    """A copy with （不透露） at *path* where something stood."""
    field, *rest = path
    old = getattr(value, field, None)
    if not old:
        return value
    new: Any
    if not rest:
        new = _in_place_of(field, old)
    elif isinstance(old, tuple):
        new = tuple(_blanked(part, rest[1:]) if _meant(part, rest[0]) else part for part in old)
    else:
        new = _blanked(old, rest)
    return value.model_copy(update={field: new})


def _in_place_of(field: str, old: Any) -> Any:
    """（不透露）, but for two closed lists that everything else reads: there a word that tells nothing."""
    if field == "state":
        return NOT_TOLD if old in _UNSAID else old
    if field == "relation":
        return Relation.OTHER
    return (NOT_TOLD,) if isinstance(old, tuple) else NOT_TOLD


def _mapped(value: _Part, clean: Callable[[str], str]) -> _Part:
    """Every plain text below *value* cleaned; words of closed lists, names of the child and numbers stay."""
    changes: dict[str, Any] = {}
    for field in type(value).model_fields:
        if field not in ("id", "name") or not isinstance(value, Child):
            old = getattr(value, field)
            new = _one(old, clean)
            if new is not old:
                changes[field] = new
    return value.model_copy(update=changes) if changes else value


def _one(old: Any, clean: Callable[[str], str]) -> Any:
    if type(old) is str:
        new = clean(old)
        return old if new == old else new
    if isinstance(old, Record):
        return _mapped(old, clean)
    if isinstance(old, tuple):
        parts = tuple(_one(part, clean) for part in old)
        return parts if any(new is not was for new, was in zip(parts, old, strict=True)) else old
    return old
