"""One file on its way from beside the old one into its place, or out of it."""

from pathlib import Path
from typing import NamedTuple

from liushou_cli.errors import Damaged, DiskTrouble, Refused, reason
from liushou_cli.store import durable, text_file
from liushou_cli.store.layout import beside


class Change(NamedTuple):
    """New ``content`` of ``path``, None to take it away.

    ``before`` is the digest it was read with, "" for a new file.
    """

    path: Path
    content: bytes | None
    before: str

    @property
    def temporary(self) -> Path:
        return beside(self.path)

    @property
    def after(self) -> str:
        """The digest of what will stand there, "" for nothing."""
        return "" if self.content is None else text_file.digest(self.content)

    def prepare(self, root: Path) -> None:
        """Write the new file beside the old one; for one that goes, only make sure of it.

        Raises :class:`Damaged`, :class:`Refused`, ``OSError``.
        """
        if not inside(root, self.path):
            raise Refused(f"{self.path.name} 的位置由符号链接指到别处，没有写", "换成真正的文件夹")
        self._must_stand()
        if self.content is None:
            return
        durable.make_folder(self.path.parent)
        durable.write_beside(self.path, self.temporary, self.content)
        self._must_stand()

    def _must_stand(self) -> None:
        """The file is still the one that was read: on a network folder our lock may bind nobody else."""
        now = digest(self.path)
        if now and not self.before:
            raise Damaged(f"{self.path.name} 已经有了，没有覆盖它", "再运行一次这条命令")
        if now != self.before:
            raise Damaged(f"{self.path.name} 刚才被别的程序改过，没有覆盖它", "再运行一次这条命令")


def digest(path: Path) -> str:
    """Of what stands at *path*, "" for nothing."""
    return text_file.digest(text_file.read_bytes(path)) if path.exists() else ""


def carry_out(change: Change) -> None:
    """A change that is the only one: its one rename, or its one removal. Raises ``OSError``."""
    if change.content is None:
        durable.remove(change.path)
    else:
        put_in_place(change.path, change.before)


def put_in_place(path: Path, before: str, *, keep: bool = False) -> None:
    """The file beside *path* becomes *path*. Raises ``OSError``, and *path* is as it was.

    *keep* as for :func:`liushou_cli.store.durable.put_new`.
    """
    if before:
        durable.swap_in(beside(path), path)
    else:
        durable.put_new(beside(path), path, keep=keep)


def inside(root: Path, path: Path) -> bool:
    """Whether *path* lies below *root* without a link that leads out of it."""
    return path.parent.resolve().is_relative_to(root.resolve()) and not path.is_symlink()


def trouble(error: OSError) -> DiskTrouble:
    """Why nothing was written."""
    if isinstance(error, FileExistsError) and error.filename:
        return DiskTrouble(f"{Path(str(error.filename)).name} 已经有了，没有覆盖它", "再运行一次这条命令")
    return DiskTrouble(f"没有写成，原来的文件没有动：{reason(error)}", "检查磁盘空间和文件夹的写权限")
