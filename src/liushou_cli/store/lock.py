"""One writer at a time in one records folder: the one door to filelock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from liushou_cli.errors import DiskTrouble, Locked, reason
from liushou_cli.store.layout import OWN
from liushou_cli.store.own_folder import own_folder

WAIT = 10.0
_GRACE = 0.3


@contextmanager
def locked(root: Path, on_wait: Callable[[], None] = lambda: None, wait: float = WAIT) -> Iterator[None]:
    """Hold the folder's lock; *on_wait* is called once if it is taken.

    The operating system frees it when its holder dies. Raises :class:`Locked`
    after *wait* seconds, :class:`DiskTrouble` where no lock can be made.
    """
    file = own_folder(root) / "lock"
    if file.is_symlink():  # it would be opened, and emptied, wherever it leads
        raise DiskTrouble(f"{OWN}/lock 是符号链接", "删掉它，程序会重建")
    lock = FileLock(file)
    try:
        try:
            lock.acquire(timeout=_GRACE)
        except Timeout:
            on_wait()
            lock.acquire(timeout=wait)
    except Timeout:
        raise Locked(f"另一条 liushou 命令正在改 {root.name}，等了 {wait:.0f} 秒", "等它做完再试") from None
    except (OSError, NotImplementedError) as error:
        why = reason(error) if isinstance(error, OSError) else "这个磁盘不支持锁"
        raise DiskTrouble(f"不能给 {root.name} 上锁：{why}", "检查文件夹的写权限和磁盘空间") from None
    try:
        yield
    finally:
        lock.release()
