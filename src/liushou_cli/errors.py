"""One family of exceptions: an action that failed, in one sentence, with its exit code.

Bad data found while reading is not an exception but a value
(:class:`liushou_cli.domain.problem.Problem`).

    LiushouError
    ├── BadInput        2   wrong usage or input; nothing was written
    ├── TemplateFault   2   a template cannot be rendered
    ├── Damaged         3   a record cannot be understood, or changed underneath
    ├── DiskTrouble     4   disk or permission
    ├── Locked          5   another command holds the folder
    ├── GitFailed       6   the records are saved, git is not
    └── Refused         7   refused for safety or privacy
"""

import errno
from typing import ClassVar


class LiushouError(Exception):
    """A failed action: ``message`` says what, ``hint`` what to do about it."""

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class BadInput(LiushouError):
    exit_code = 2


class TemplateFault(LiushouError):
    exit_code = 2


class Damaged(LiushouError):
    exit_code = 3


class DiskTrouble(LiushouError):
    exit_code = 4


class Locked(LiushouError):
    exit_code = 5


class GitFailed(LiushouError):
    exit_code = 6


class Refused(LiushouError):
    exit_code = 7


_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EEXIST: "已经有同名的文件",
    errno.ENOTDIR: "路径中间有一个不是文件夹",
    errno.EISDIR: "它是一个文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    getattr(errno, "EDQUOT", -1): "磁盘配额用完了",
    errno.EIO: "磁盘出错",
    errno.ENAMETOOLONG: "名字太长",
    errno.EBUSY: "正被别的程序占用",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.ELOOP: "它是一个链接",
    errno.ENXIO: "它不是普通的文件",
}


def reason(error: OSError) -> str:
    """Why the system refused, in words a teacher knows; the system's own where we have none."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
