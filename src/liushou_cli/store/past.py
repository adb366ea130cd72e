"""What git remembers of files: which commands changed them, and what they held before and after."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from liushou_cli.store import history

_FORMAT = "--format=%x01%H%x1f%an%x1f%aI%x1f%P%x1f%s%x1f%(trailers:only,unfold)%x02"
_HEAD = re.compile(rb"\x01([^\x02]*)\x02", re.DOTALL)
_MOST = 2000


class Touched(NamedTuple):
    """One file of a commit by its name from the top; ``before`` and ``after`` are git's names of its contents.

    "" where there was, or is, no file.
    """

    file: str
    before: str
    after: str


class Commit(NamedTuple):
    """``when`` is an ISO time with its zone; ``trailers`` the lines below the message."""

    id: str
    who: str
    when: str
    parents: tuple[str, ...]
    message: str
    trailers: tuple[str, ...]
    files: tuple[Touched, ...]

    @property
    def ours(self) -> bool:
        return history.OURS in self.trailers

    def told(self, key: str) -> str:
        """The value of the trailer *key*, "" without one."""
        return next((line.partition(": ")[2] for line in self.trailers if line.startswith(f"{key}: ")), "")


def top_of(folder: Path) -> Path | None:
    """The repository *folder* is in, if there is git and one commit at least."""
    top = history.repository(folder)
    if top is None or history.program() is None:
        return None
    return top if history.read(top, "rev-list", "-n", "1", "--all") else None


def commits(top: Path, paths: Sequence[str], most: int = _MOST) -> list[Commit]:
    """Commits that changed one of *paths* (git pathspecs), newest first. Raises as :func:`history.read`."""
    said = history.read(
        top, "log", "--no-color", f"-n{most}", _FORMAT, "--raw", "-z", "--no-abbrev", "--no-renames",
        "--no-textconv", "--no-ext-diff", "--no-show-signature", "HEAD", "--", *paths,
    )  # fmt: skip
    heads = list(_HEAD.finditer(said))
    ends = [*(head.start() for head in heads[1:]), len(said)][: len(heads)]
    found = [_commit(head[1], said[head.end() : end]) for head, end in zip(heads, ends, strict=True)]
    return [commit for commit in found if commit]


def whole(top: Path, commit: Commit) -> Commit:
    """The same commit with all its files, not only those that were asked for."""
    said = history.read(
        top, "diff-tree", "-r", "--root", "--no-commit-id", "--raw", "-z", "--no-abbrev", "--no-renames", commit.id,
    )  # fmt: skip
    return commit._replace(files=_files(said))


def contents(top: Path, names: Iterable[str]) -> dict[str, bytes]:
    """What stands behind git's *names* of contents, all asked for at once; one git does not have is left out."""
    wanted = list(dict.fromkeys(name for name in names if name))
    said = history.read(top, "cat-file", "--batch", stdin="".join(f"{name}\n" for name in wanted).encode())
    found: dict[str, bytes] = {}
    at = 0
    for name in wanted:
        end = said.index(b"\n", at)
        words = said[at:end].split(b" ")
        at = end + 1
        if words[-1].isdigit():
            size = int(words[-1])
            found[name] = said[at : at + size]
            at += size + 1
    return found


def _commit(head: bytes, rest: bytes) -> Commit | None:
    """None for one whose author or message holds our separators: nobody of us wrote it."""
    if head.count(b"\x1f") != _FORMAT.count("%x1f"):
        return None
    id_, who, when, parents, message, trailers = head.decode("utf-8", "replace").split("\x1f", 5)
    lines = tuple(line for line in trailers.splitlines() if line)
    return Commit(id_, who, when, tuple(parents.split()), message, lines, _files(rest))


def _files(raw: bytes) -> tuple[Touched, ...]:
    """``:100644 100644 before after M\\0name\\0`` and so on."""
    parts = [
        part for part in raw.decode("utf-8", "surrogateescape").strip("\0\n").split("\0") if part.strip()
    ]
    found = []
    for meta, name in zip(parts[::2], parts[1::2], strict=False):
        words = meta.strip().lstrip(":").split(" ")
        if len(words) < 5:
            break
        _, _, before, after, *_ = words
        found.append(Touched(name, _known(before), _known(after)))
    return tuple(found)


def _known(name: str) -> str:
    return "" if set(name) == {"0"} else name
