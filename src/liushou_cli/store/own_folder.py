"""``.liushou/``: lock, journal and index of a records folder; never a record, never in git."""

import os
from contextlib import suppress
from pathlib import Path

from liushou_cli.errors import DiskTrouble, reason
from liushou_cli.store import durable
from liushou_cli.store.layout import OWN, beside


def own_folder(root: Path) -> Path:
    """``.liushou/`` of *root*, made if need be; it tells git to leave it alone. Raises :class:`DiskTrouble`."""
    own = root / OWN
    if own.is_symlink():
        raise DiskTrouble(f"{OWN} 是符号链接", "删掉它，程序会重建")
    try:
        durable.make_folder(own)
        if not (own / ".gitignore").exists():
            _ignored_by_git(own)
    except OSError as error:
        raise DiskTrouble(f"写不了 {root.name}：{reason(error)}", "检查文件夹的写权限和磁盘空间") from None
    return own


def _ignored_by_git(own: Path) -> None:
    """Before the lock, so that another command may be at it too: each has a file beside of its own."""
    file = own / ".gitignore"
    temporary = beside(own / f"{file.name}.{os.getpid()}")
    durable.write_beside(file, temporary, b"*\n")
    with suppress(FileNotFoundError):  # the other one cleared it away, and wrote its own
        durable.swap_in(temporary, file)
    durable.settle_folder(own)
