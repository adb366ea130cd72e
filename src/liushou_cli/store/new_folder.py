"""A folder that records are to begin in: empty, and apart from other records."""

from pathlib import Path

from liushou_cli.errors import BadInput, Refused
from liushou_cli.store import journal
from liushou_cli.store.layout import CLASS_FILE, OWN, SCHOOL_FILE, TEMPORARY, is_plain_file


def is_new(folder: Path) -> bool:
    """Whether records may begin in *folder*: it is not there, or holds nothing.

    Raises :class:`BadInput` for a file of that name, :class:`Refused` where it lies in other records.
    """
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder.name} 是一个文件，不是文件夹", "换一个名字")
    if _holds_anything(folder):
        return False
    _must_be_apart(folder)
    return True


def _holds_anything(folder: Path) -> bool:
    """Whether there is more than what a command of ours leaves that died before it had anything to say."""
    if journal.exists(folder):
        return True
    return any(
        file.is_symlink() or not file.is_dir()
        for file in folder.rglob("*")
        if not any(part.startswith((TEMPORARY, OWN, ".git")) for part in file.relative_to(folder).parts)
    )


def _must_be_apart(folder: Path) -> None:
    names = (CLASS_FILE, SCHOOL_FILE)
    above = [one for one in folder.parents if any(is_plain_file(one / name) for name in names)]
    if above:
        inside = above[-1].name
        raise Refused(
            f"新的文件夹在 {inside} 的档案里面，什么也没有写",
            f"换一个 {inside} 外面的文件夹；要并进去就写 {inside}",
        )
