"""Whom a word may mean: for completion, and before the other questions are asked."""

from pathlib import Path

from liushou_cli.errors import BadInput
from liushou_cli.store import index
from liushou_cli.store.finder import find
from liushou_cli.store.layout import locate
from liushou_cli.store.opening import open_records


def names(start: Path) -> list[tuple[str, str, str]]:
    """(name, pinyin, initials) of every child, for completion; empty where there are no records."""
    try:
        folders = locate(start).classes
    except BadInput:
        return []
    return [(row.name, row.pinyin, row.initials) for folder in folders for row in index.roster(folder).rows]


def must_know(start: Path, queries: list[str]) -> None:
    """Raises :class:`BadInput` where one of *queries* means nobody, or more than one child."""
    find(open_records(start), queries)
