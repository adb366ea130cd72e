"""Which commit `undo` is about, and what its files must hold again.

An undo is a commit of its own that names the one it takes back; so the next undo takes back the one
before, and a redo takes back the undo.
"""

from pathlib import Path
from typing import NamedTuple

from liushou_cli.errors import Refused
from liushou_cli.store import past, text_file
from liushou_cli.store.layout import CLASS_FILE, SCHOOL_FILE
from liushou_cli.store.past import Commit

UNDOES, REDOES = "Undoes", "Redoes"


class Restored(NamedTuple):
    """What ``path`` holds now (None: there is no such file) and is to hold again."""

    path: Path
    now: bytes | None
    then: bytes | None


def last_done(commits: list[Commit]) -> Commit | None:
    """The newest change that still stands; *commits* newest first."""
    undone, redone = set(), set()
    for commit in commits:
        if commit.told(REDOES):
            redone.add(commit.told(REDOES))
        elif commit.told(UNDOES):
            if commit.id not in redone:
                undone.add(commit.told(UNDOES))
        elif commit.id not in undone:
            return commit
    return None


def last_undo(commits: list[Commit]) -> Commit | None:
    """The newest undo, if nothing else was done since."""
    redone = set()
    for commit in commits:
        if commit.told(REDOES):
            redone.add(commit.told(REDOES))
        elif not commit.told(UNDOES):
            return None
        elif commit.id not in redone:
            return commit
    return None


def restored(top: Path, root: Path, commit: Commit) -> list[Restored]:
    """What must stand again for *commit* to be taken back. Raises :class:`Refused` where it may not be."""
    if not commit.ours:
        what = "是合并" if len(commit.parents) > 1 else "不是 liushou 做的"
        raise Refused(
            f"最近一次改动（{commit.when[:10]} {commit.who}：{commit.message}）{what}", "用 git 自己撤销"
        )
    files = past.whole(top, commit).files
    held = past.contents(top, [name for file in files for name in (file.before, file.after)])
    found = []
    for file in files:
        path = top / file.file
        _must_be_a_record(root, path, came=not file.before)
        now = text_file.read_bytes(path) if path.exists() else None
        after, before = (held[name] if name else None for name in (file.after, file.before))
        if _as_git(now) != _as_git(after):
            raise Refused(
                f"{file.file} 后来又改过，撤销会丢掉后来的改动",
                "用 liushou history 看改过什么，再用记事本改回去",
            )
        found.append(Restored(path, now, _in_manner_of(now, after, before)))
    return found


def _must_be_a_record(root: Path, path: Path, *, came: bool) -> None:
    if not path.resolve().is_relative_to(root.resolve()):
        raise Refused("最近一次改动还动了别的文件夹", "用 git 自己撤销")
    if came and path.name in (CLASS_FILE, SCHOOL_FILE):
        raise Refused("最近一次是建档，撤销会把整个班去掉", "真要去掉的，把文件夹移走")


def _as_git(content: bytes | None) -> bytes | None:
    """With the line ends git keeps: a folder on Windows may hold others."""
    return content if content is None else content.replace(b"\r\n", b"\n")


def _in_manner_of(now: bytes | None, after: bytes | None, before: bytes | None) -> bytes | None:
    """*before*, with CRLF where the file has them now and git does not."""
    if before is None or now == after or now is None:
        return before
    return before.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
