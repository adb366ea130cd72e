"""A small judge of JSON Schema: just the keywords that our schemas use; any other is an error."""

import re
from collections.abc import Callable, Iterator
from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "array": list,
    "object": dict,
    "null": type(None),
}
_SILENT = {"$schema", "$defs", "title", "default"}


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> Iterator[str]:
    """Where *value* is not what *schema* asks for. Raises ``KeyError`` for a keyword not known here."""
    for keyword, asked in schema.items():
        if keyword not in _SILENT:
            yield from _JUDGES[keyword](value, asked, root, at)


def _ref(value: Any, asked: str, root: dict[str, Any], at: str) -> Iterator[str]:
    yield from faults(value, root["$defs"][asked.removeprefix("#/$defs/")], root, at)


def _type(value: Any, asked: str | list[str], root: dict[str, Any], at: str) -> Iterator[str]:
    names = [asked] if isinstance(asked, str) else asked
    if not any(isinstance(value, _TYPES[name]) for name in names):
        yield f"{at}: {value!r} is not {' or '.join(names)}"


def _any_of(value: Any, asked: list[dict[str, Any]], root: dict[str, Any], at: str) -> Iterator[str]:
    found = [list(faults(value, one, root, at)) for one in asked]
    if all(found):
        yield from found[0]


def _properties(value: Any, asked: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    for key, part in value.items() if isinstance(value, dict) else ():
        if key in asked:
            yield from faults(part, asked[key], root, f"{at}/{key}")


def _others(value: Any, asked: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    for key, part in value.items() if isinstance(value, dict) else ():
        yield from faults(part, asked, root, f"{at}/{key}")


def _items(value: Any, asked: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    for number, part in enumerate(value if isinstance(value, list) else ()):
        yield from faults(part, asked, root, f"{at}/{number}")


def _required(value: Any, asked: list[str], root: dict[str, Any], at: str) -> Iterator[str]:
    yield from (f"{at}: no {key}" for key in asked if isinstance(value, dict) and key not in value)


def _enum(value: Any, asked: list[Any], root: dict[str, Any], at: str) -> Iterator[str]:
    if value not in asked:
        yield f"{at}: {value!r} is not one of {asked}"


def _pattern(value: Any, asked: str, root: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(value, str) and not re.search(asked, value):
        yield f"{at}: {value!r} does not match {asked}"


def _at_least(value: Any, asked: float, root: dict[str, Any], at: str) -> Iterator[str]:
    size = len(value) if isinstance(value, str | list) else value
    if isinstance(size, int | float) and size < asked:
        yield f"{at}: {value!r} is less than {asked}"


_JUDGES: dict[str, Callable[[Any, Any, dict[str, Any], str], Iterator[str]]] = {
    "$ref": _ref,
    "type": _type,
    "anyOf": _any_of,
    "properties": _properties,
    "additionalProperties": _others,
    "items": _items,
    "required": _required,
    "enum": _enum,
    "pattern": _pattern,
    "minimum": _at_least,
    "minLength": _at_least,
    "minItems": _at_least,
}
