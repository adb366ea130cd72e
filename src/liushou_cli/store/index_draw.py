"""Drawing the index's rows from the files themselves."""

from pathlib import Path
from typing import Any

from liushou_cli.domain.definition import DEFINITIONS
from liushou_cli.domain.roster_row import facts_of, row_of
from liushou_cli.store.class_records import read_child, read_settings
from liushou_cli.store.layout import ClassFolder


def draw(
    folder: ClassFolder, files: list[Path], spelled: dict[str, tuple[str, str]]
) -> tuple[list[Any], dict[str, Any]]:
    """(the class's facts, {file name: row, or the first problem's message}), as JSON can hold them.

    *spelled* are the pinyin and initials of names seen before.
    """
    settings = read_settings(folder)
    rule = DEFINITIONS[settings.definition]
    rows: dict[str, Any] = {}
    for file in files:
        loaded = read_child(folder, file)
        if loaded.value is None:
            rows[file.name] = loaded.problems[0].message
        else:
            spelling = spelled.get(loaded.value.name) or _spellings(loaded.value.name)
            rows[file.name] = _jsonable(row_of(loaded.value, rule, *spelling, settings.own.code))
    return _jsonable(facts_of(settings)), rows


def _spellings(name: str) -> tuple[str, str]:
    from liushou_cli.store.names import spellings  # slow to load, and only a new name needs it

    return spellings(name)


def _jsonable(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_jsonable(part) for part in value]
    return value if isinstance(value, str | int | bool | None) else value.isoformat()
