"""Who changed what about a child, and when: from git, in plain words."""

from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.ids import is_id
from liushou_cli.errors import BadInput
from liushou_cli.store import child_past, past
from liushou_cli.store.child_past import Change
from liushou_cli.store.finder import find_one
from liushou_cli.store.layout import Records
from liushou_cli.store.opening import open_records


class History(NamedTuple):
    """``known`` is False where there is no git to ask; ``name`` is "" of a child whose file has gone."""

    id: str
    name: str
    known: bool
    changes: list[Change]


def history(start: Path, query: str, *, full: bool) -> History:
    """Newest first. A child whose file went elsewhere is asked for by 编号.

    Raises as :func:`liushou_cli.store.history.read`.
    """
    records = open_records(start)
    child_id, name, file = _meant(records, query)
    top = past.top_of(records.root)
    if top is None:
        return History(child_id, name, False, [])
    return History(child_id, name, True, child_past.changes(top, child_id, file, full=full))


def _meant(records: Records, query: str) -> tuple[str, str, Path | None]:
    try:
        found = find_one(records, query)
    except BadInput:
        wanted = query.strip().lower()
        if is_id(wanted) and any(folder.stub_file(wanted).exists() for folder in records.classes):
            return wanted, "", None
        raise
    return found.row.id, found.row.name, found.folder.child_file(found.row.id)
