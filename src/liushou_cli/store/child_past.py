"""The past of one child's file, wherever in the repository it lay: version by version, in words."""

from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.domain.differences import Difference, differences
from liushou_cli.domain.ids import is_id
from liushou_cli.store import past, text_file
from liushou_cli.store.past import Commit
from liushou_cli.store.yaml_fault import YamlFault
from liushou_cli.store.yaml_text import parse, plain


class Change(NamedTuple):
    """``what`` is one of 建档, 改, 移走; ``damaged`` says why a version could not be read, "" where it could.

    ``when`` is "" for what is not committed yet.
    """

    when: str
    who: str
    message: str
    what: str
    changes: tuple[Difference, ...]
    damaged: str = ""


def changes(top: Path, child_id: str, file: Path | None, *, full: bool) -> list[Change]:
    """Newest first; *file* is where the child's record lies now, to tell what is not committed.

    Raises as :func:`liushou_cli.store.history.read`.
    """
    assert is_id(child_id)  # noqa: S101  # it becomes part of a pattern
    commits = past.commits(top, [f":(glob)**/children/{child_id}.yaml"])
    ends = [_ends(commit) for commit in commits]
    held = past.contents(top, [name for pair in ends for name in pair])
    told = [
        _told(commit, held.get(before), held.get(after), full=full)
        for commit, (before, after) in zip(commits, ends, strict=True)
    ]
    now = text_file.read_bytes(file) if file and file.exists() else None
    last = next((held.get(after) for _, after in ends), None)
    if now is not None and (last is None or _plain_ends(now) != _plain_ends(last)):
        told.insert(0, _compared(Change("", "", "", "改" if last else "建档", ()), last, now, full=full))
    return told


def _ends(commit: Commit) -> tuple[str, str]:
    """git's names of what the file held before and after; in a move the one went and the other came."""
    before = next((one.before for one in commit.files if one.before), "")
    after = next((one.after for one in commit.files if one.after), "")
    return before, after


def _told(commit: Commit, before: bytes | None, after: bytes | None, *, full: bool) -> Change:
    what = "建档" if before is None else "移走" if after is None else "改"
    base = Change(commit.when, commit.who, commit.message, what, ())
    return base if after is None else _compared(base, before, after, full=full)


def _compared(base: Change, before: bytes | None, after: bytes, *, full: bool) -> Change:
    old, new = _tree(before), _tree(after)
    if isinstance(new, str):
        return base._replace(damaged=new)
    if isinstance(old, str):
        return base._replace(damaged=f"上一版{old}")
    if before is None:  # all of it is new: it is enough to say so
        return base
    return base._replace(changes=tuple(differences(old, new, full=full)))


def _tree(content: bytes | None) -> dict[str, Any] | str:
    """The plain tree of a version, or why it has none."""
    if content is None:
        return {}
    try:
        found = plain(parse(text_file.text_of(content, "").text))
    except YamlFault as fault:
        return f"读不懂：{fault.message}"
    return found if isinstance(found, dict) else {}


def _plain_ends(content: bytes) -> bytes:
    """As git keeps it: a folder on Windows may hold other line ends."""
    return content.replace(b"\r\n", b"\n")
