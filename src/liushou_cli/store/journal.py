"""The journal of a change to several files: what is to be put in place, until all of it is.

``.liushou/journal.json`` names each file with the digest it was read with and the digest of the new one
that lies beside it, or none for a file that goes. The moment the journal has its name the change is
decided; who finds it finishes it.
"""

import json
from pathlib import Path
from typing import NamedTuple

from liushou_cli.errors import Damaged, DiskTrouble, reason
from liushou_cli.store import durable, text_file
from liushou_cli.store.change import Change, digest, inside, put_in_place
from liushou_cli.store.layout import OWN, beside

_NAME = "journal.json"
_LIMIT = 32 * 1024 * 1024


class Step(NamedTuple):
    """``before`` is "" for a new file; ``after`` the digest of the file beside ``path``, "" where it goes."""

    path: Path
    before: str
    after: str


def exists(root: Path) -> bool:
    return _file(root).exists()


def write(root: Path, changes: list[Change]) -> None:
    """Decide *changes*, all of them prepared. Raises ``OSError``: then :func:`drop` it, nothing is decided."""
    if not durable.settle_folders(change.path.parent for change in changes):
        raise OSError(durable.NOT_CONFIRMED)
    file = _file(root)
    lines = [
        {
            "file": change.path.relative_to(root).as_posix(),
            "before": change.before,
            "after": change.after,
        }
        for change in changes
    ]
    durable.write_beside(file, beside(file), json.dumps(lines).encode("utf-8"))
    durable.swap_in(beside(file), file)
    if not durable.settle_folder(file.parent):
        raise OSError(durable.NOT_CONFIRMED)


def finish(root: Path) -> bool:
    """Put in place what the journal names, then let it go; False where the disk does not confirm it.

    Safe to run again from any point. Raises :class:`Damaged`, :class:`DiskTrouble`.
    """
    steps = _read(root)
    try:
        for step in sorted(steps, key=lambda step: not step.after):  # what goes, after what takes its place
            (_take if step.after else _take_away)(step)
    except OSError as error:
        hint = "检查磁盘空间和文件夹的写权限"
        raise DiskTrouble(f"上次的改动还没有写完，现在也写不了：{reason(error)}", hint) from None
    confirmed = durable.settle_folders(step.path.parent for step in steps)
    if confirmed:  # not before the new names are on the disk: nobody else knows what is missing
        for left in (beside(step.path) for step in steps):
            if left.exists():  # a new file's other name
                durable.forget(left)
        durable.forget(_file(root))
    return confirmed


def pending(root: Path) -> bool:
    """Whether a file is still to be put in place, or to go."""
    return any(
        digest(step.path) == step.before and (not step.after or beside(step.path).exists())
        for step in _read(root)
    )


def drop(root: Path) -> None:
    """Take back a change that was not decided; only then may its new files go."""
    durable.forget(_file(root))
    durable.forget(beside(_file(root)))


def _file(root: Path) -> Path:
    return root / OWN / _NAME


def _read(root: Path) -> list[Step]:
    try:
        lines = json.loads(text_file.read_bytes(_file(root), _LIMIT))
        steps = [Step(root / str(line["file"]), str(line["before"]), str(line["after"])) for line in lines]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Damaged(f"{OWN}/{_NAME} 坏了", "把它改名留存，再运行 liushou check 看各份档案") from None
    if not _all_inside(root, steps):
        raise Damaged(f"{OWN}/{_NAME} 指到文件夹外面", f"不要用来路不明的 {OWN} 文件夹，删掉它")
    return steps


def _all_inside(root: Path, steps: list[Step]) -> bool:
    try:
        return all(inside(root, step.path) for step in steps)
    except (OSError, ValueError):  # a name no disk can hold was never one of ours
        return False


def _take_away(step: Step) -> None:
    """One file out of its place. What a person changed meanwhile is kept under another name; check names it."""
    now = digest(step.path)
    if now == step.before:
        durable.remove(step.path)
    elif now:
        durable.swap_in(step.path, step.path.with_name(f"{step.path.name}.没有删掉"))


def _take(step: Step) -> None:
    """One new file to its place, unless it is there. What a person changed meanwhile is not overwritten."""
    temporary = beside(step.path)
    if not temporary.exists() or digest(temporary) != step.after:
        return
    now = digest(step.path)
    if now == step.before:
        put_in_place(step.path, step.before, keep=True)
    elif now != step.after:
        durable.swap_in(temporary, step.path.with_name(f"{step.path.name}.没有写进去"))  # check names it
