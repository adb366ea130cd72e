"""The few disk steps a careful writer is made of, each named for what it promises."""

import contextlib
import errno
import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from liushou_cli.errors import DiskTrouble, reason

NEW_FILE = 0o600
NEW_FOLDER = 0o700
NOT_CONFIRMED = "磁盘没有确认写入"
_CANNOT_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})  # some network folders: they sync names by themselves
_BUSY = frozenset({5, 32, 33})  # Windows: access denied, sharing violation, lock violation
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)


def make_folder(folder: Path) -> None:
    """*folder* and what is missing above it, for the owner alone, their names on the disk. Raises ``OSError``."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=NEW_FOLDER, exist_ok=True)
    if not settle_folder(folder.parent):
        raise OSError(NOT_CONFIRMED)


def write_beside(target: Path, temporary: Path, content: bytes) -> None:
    """*content* in *temporary*, on the disk, with the mode *target* has (0600 for a new one)."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    mode = target.stat().st_mode & 0o7777 if target.exists() else NEW_FILE
    with os.fdopen(os.open(temporary, flags, mode), "wb") as stream:
        if hasattr(os, "fchmod"):
            os.fchmod(stream.fileno(), mode)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def swap_in(temporary: Path, target: Path) -> None:
    """*target* is the old file until this returns, and the new one after."""
    _patient(lambda: os.replace(temporary, target))


def remove(target: Path) -> None:
    """*target* is there until this returns, and gone after. Raises ``OSError``."""
    _patient(target.unlink)


def put_new(temporary: Path, target: Path, *, keep: bool = False) -> None:
    """As :func:`swap_in` for a file that must not exist. Raises ``FileExistsError``.

    With *keep* the temporary name stays too, where the file system can: a power cut may keep the loss
    of the one name and lose the gain of the other, until the folder is synced.
    """
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise _exists(target) from None
    except (OSError, NotImplementedError):  # a file system without hard links
        if os.path.lexists(target):
            raise _exists(target) from None
        swap_in(temporary, target)
    else:
        if not keep:
            forget(temporary)  # the file is there: to fail now would be a lie


def settle_folder(folder: Path) -> bool:
    """Make the names in *folder* durable; False where the disk does not confirm it (asking again proves nothing)."""
    if os.name == "nt":  # a folder cannot be synced there; NTFS journals names
        return True
    try:
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        return error.errno in _CANNOT_SYNC
    return True


def settle_folders(folders: Iterable[Path]) -> bool:
    """:func:`settle_folder` for each of them, once."""
    return all([settle_folder(folder) for folder in sorted(set(folders))])


def forget(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _exists(target: Path) -> FileExistsError:
    return FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))


def _patient(step: Callable[[], None]) -> None:
    """Windows refuses to replace a file somebody reads; wait a little, then give up."""
    for pause in _PAUSES:
        try:
            return step()
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _BUSY:
                raise
            time.sleep(pause)
    return step()


def write_document(place: Path, content: bytes) -> None:
    """A finished document at *place*, whole or not at all; it replaces what stood there.

    A pipe or a device cannot be replaced: it is written to.
    """
    temporary = place.with_name(
        f".liushou-{os.getpid()}.part"
    )  # not .tmp: no record, so not for others to clear
    try:
        if place.exists() and not place.is_file() and not place.is_dir():
            place.write_bytes(content)
            return
        write_beside(place, temporary, content)
        swap_in(temporary, place)
    except OSError as error:
        forget(temporary)
        raise DiskTrouble(
            f"写不了 {place.name}：{reason(error)}", "检查文件夹、权限，文件是不是正在 Word 里开着"
        ) from None
