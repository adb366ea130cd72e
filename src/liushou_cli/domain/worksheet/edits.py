"""A record's tree and what to write of it: only the places that changed, and new records in the form's order."""

from collections.abc import Iterator
from typing import Any

from liushou_cli.domain.worksheet.cells import at
from liushou_cli.domain.worksheet.kinds import Kind, Path
from liushou_cli.domain.worksheet.plan import Corrected, New

_AFTER = {"通话人": "对象"}  # keys that have no column of their own: where they stand


def record(new: New, kind: Kind) -> dict[str, Any]:
    """The record with its keys in the order of the columns."""
    order = ["号", *dict.fromkeys(str(column.path[0]) for column in kind.columns)]
    for key, place in _AFTER.items():
        if key in new.record:
            order.insert(order.index(place) + 1, key)
    return {key: new.record[key] for key in order if key in new.record}


def puts(one: Corrected) -> Iterator[tuple[Path, Any]]:
    """(path in the record, what is to stand there; None for nothing), each place once."""
    done = set[Path]()
    for column, _, _ in one.cells:
        path = column.path
        parent = path[:-1]
        if parent and not (at(one.before, parent) and at(one.after, parent)):
            path = path[:1]  # the whole of an aspect or of what was promised comes or goes
        if path not in done:
            done.add(path)
            yield path, at(one.after, path)
