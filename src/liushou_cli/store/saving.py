"""From staged changes to files on the disk and, where the class asks for it, one git commit."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from liushou_cli.domain.counted import Counted, unheard
from liushou_cli.errors import GitFailed
from liushou_cli.store import history
from liushou_cli.store.layout import Records
from liushou_cli.store.transaction import Transaction, transaction

Waiting = Callable[[], None]


class Saved(NamedTuple):
    """``files`` by their names in messages; ``git_trouble`` where they are saved but not committed.

    ``contents``: of each file, what it held when it was read (nothing for a new one) and what it holds (nothing
    for one that went).
    """

    files: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    git_trouble: GitFailed | None = None
    contents: Mapping[Path, tuple[bytes, bytes]] = MappingProxyType({})


def save(
    records: Records,
    stage: Callable[[Transaction], None],
    message: str,
    *,
    commit: bool,
    on_wait: Waiting,
    trailers: Sequence[str] = (),
    on_write: Counted = unheard,
) -> Saved:
    """Stage, write all or none, commit. *message* never holds a child's name."""
    with transaction(records.root, on_wait) as change:
        stage(change)
        change.commit(on_write)
        warnings, trouble = _in_git(change, message, trailers) if commit and change.changes else ((), None)
    names = tuple(path.relative_to(records.root).as_posix() for path in change.paths)
    contents = {
        path: (change.edited.get(path, b""), staged.content or b"") for path, staged in change.changes.items()
    }
    return Saved(names, (*change.warnings, *warnings), trouble, contents)


def _in_git(
    change: Transaction, message: str, trailers: Sequence[str]
) -> tuple[tuple[str, ...], GitFailed | None]:
    """Commit what was written: (warnings, the failure). The lock is held, for git has but one index."""
    if not change.finished:
        return ("没有提交到 git",), None
    if history.program() is None or history.repository(change.root) is None:
        return ("已保存；没有 git 或这里不是仓库，没有提交",), None
    try:
        history.commit(change.root, change.paths, message, trailers)
    except GitFailed as failed:
        return (), failed
    return (), None
