"""Keys the format does not know: kept by the program, but counted nowhere."""

import difflib
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from liushou_cli.domain.base import Record
from liushou_cli.domain.checks.finding import Path, Said, label


def unknown(model: type[Record], tree: Any, path: Path = ()) -> Iterator[Said]:
    """Every key of the plain *tree* that *model* has no field for, level by level."""
    if isinstance(tree, list):
        for index, item in enumerate(tree):
            yield from unknown(model, item, (*path, index))
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from _of_key(model, key, value, path)


def _of_key(model: type[Record], key: str, value: Any, path: Path) -> Iterator[Said]:
    known = _fields(model)
    if key not in known:
        where = f"{label(path)}里的" if path else ""
        yield Said((*path, key), f"{where}“{key[:20]}”不是记录格式里的键", _hint(model, key))
        return
    part, keyed = known[key]
    if part and keyed and isinstance(value, dict):
        for name, inner in value.items():
            yield from unknown(part, inner, (*path, key, name))
    elif part and not keyed:
        yield from unknown(part, value, (*path, key))


def _hint(model: type[Record], key: str) -> str:
    places = _places(model).get(key, [])
    if places:
        return f"“{key}”写在 {'、'.join(places)} 里；检查缩进"
    near = difflib.get_close_matches("".join(key.split()), _fields(model), n=1, cutoff=0.5)
    if near:
        return f"是不是“{near[0]}”？程序不会删它，也不会算它"
    return "改成格式里的键；不知道放哪里的话写进 备注 或 情况。程序不会删它，也不会算它"


@cache
def _fields(model: type[Record]) -> dict[str, tuple[type[Record] | None, bool]]:
    """Key -> (the model of its parts, whether those stand under keys of their own)."""
    return {
        str(field.alias): (_part(field.annotation), "dict" in str(field.annotation))
        for field in model.model_fields.values()
    }


@cache
def _places(model: type[Record]) -> dict[str, list[str]]:
    """Keys of the levels below the root, with the keys they stand under."""
    found: dict[str, list[str]] = {}
    for key, (part, _) in _fields(model).items():
        for inner in _fields(part) if part else ():
            found.setdefault(inner, []).append(key)
    return found


def _part(annotation: Any) -> type[Record] | None:
    """The model inside ``Many[X]``, ``X | None`` or ``dict[str, X]``."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _part(inner))), None)
