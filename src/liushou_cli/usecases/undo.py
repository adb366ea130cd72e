"""Take the last change back, or the last undo: the files hold again what they held before."""

from pathlib import Path
from typing import NamedTuple

from liushou_cli.errors import BadInput, Refused
from liushou_cli.store import past, undone
from liushou_cli.store.finder import find_one
from liushou_cli.store.layout import Records
from liushou_cli.store.opening import open_records
from liushou_cli.store.past import Commit
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.text_file import digest
from liushou_cli.store.transaction import Transaction
from liushou_cli.store.undone import Restored


class Last(NamedTuple):
    """The change that would be taken back: its ``files`` say what each was and becomes (改, 去掉, 找回)."""

    commit: Commit
    redo: bool
    files: list[tuple[str, str]]


def last(start: Path, *, redo: bool) -> Last:
    """What :func:`undo` would take back. Raises :class:`Refused` and says why it may not."""
    records = open_records(start)
    commit, files = _found(records, redo=redo)
    names = [(_called(records, one.path), _word(one)) for one in files]
    return Last(commit, redo, names)


def undo(start: Path, seen: str, on_wait: Waiting, *, redo: bool) -> Saved:
    """Take back the change whose commit is *seen*; all of it or none, as a commit of its own.

    Raises :class:`Refused` where it is not the last one any more.
    """
    records = open_records(start, on_wait)
    commit, files = _found(records, redo=redo)
    if commit.id != seen:
        raise Refused("刚才又有别的改动，没有撤销", "再运行一次这条命令")

    def stage(change: Transaction) -> None:
        for one in files:
            if one.then is None:
                change.remove(one.path)
                _unchanged(change, one)
            else:
                change.replace(one.path, one.then, digest(one.now) if one.now is not None else "")

    word, key = ("重做", undone.REDOES) if redo else ("撤销", undone.UNDOES)
    message = f"{word}：{commit.message.removeprefix('撤销：')}"
    return save(records, stage, message, commit=True, on_wait=on_wait, trailers=(f"{key}: {commit.id}",))


def _called(records: Records, path: Path) -> str:
    """Where it stands, and whose file it is: nobody knows a child by its 编号."""
    place = path.relative_to(records.root).as_posix()
    if path.parent.name != "children":
        return place
    try:
        return f"{place}（{find_one(records, path.stem).row.name}）"
    except BadInput:  # the file is not there any more
        return place


def _unchanged(change: Transaction, one: Restored) -> None:
    if one.now is None or change.changes[one.path].before != digest(one.now):
        raise Refused(f"{one.path.name} 刚才被别的程序改过，没有撤销", "再运行一次这条命令")


def _found(records: Records, *, redo: bool) -> tuple[Commit, list[Restored]]:
    top = past.top_of(records.root)
    if top is None:
        raise Refused("这里没有 git，没有留下可以撤销的历史", "用记事本改回去")
    here = records.here.relative_to(top).as_posix()
    commits = past.commits(top, [f":(literal){here}"])
    commit = undone.last_undo(commits) if redo else undone.last_done(commits)
    if commit is None:
        raise BadInput("没有可以重做的：最近一次不是撤销" if redo else "没有可以撤销的改动")
    return commit, undone.restored(top, records.root, commit)


def _word(one: Restored) -> str:
    return "找回" if one.now is None else "去掉" if one.then is None else "改回"
