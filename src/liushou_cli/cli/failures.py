"""The one place where an error becomes a sentence and an exit code."""

import sys
import tempfile
import traceback
from pathlib import Path

import typer

from liushou_cli import __version__
from liushou_cli.cli import output
from liushou_cli.errors import LiushouError, reason

_USAGE = 2
_DISK = 4
_BUG = 70
_INTERRUPTED = 130
_ClickException: type[BaseException] = typer.BadParameter.__mro__[2]


def report(error: BaseException) -> int:
    """Say what went wrong on stderr; the exit code."""
    if isinstance(error, LiushouError):
        _say(error.message, error.hint)
        return error.exit_code
    if isinstance(error, KeyboardInterrupt):
        output.talk("已中断。")
        return _INTERRUPTED
    if isinstance(error, typer.Abort):
        ended = isinstance(error.__cause__ or error.__context__, EOFError)
        output.talk(f"\n{'输入到头了' if ended else '已中断'}，这一次没有写。")  # away from the question
        return _USAGE if ended else _INTERRUPTED
    if isinstance(error, _ClickException):
        from liushou_cli.cli.usage import complaint

        _say(*complaint(error))
        return _USAGE
    if isinstance(error, BrokenPipeError):
        sys.stdout = output.nowhere()  # the reader left; flush in peace at exit
        return 0
    if isinstance(error, OSError):
        _say(
            f"读写不了{f' {Path(str(error.filename)).name}' if error.filename else ''}：{reason(error)}",
            "检查磁盘空间、文件夹和权限",
        )
        return _DISK
    output.talk(
        f"程序自己出错了（{type(error).__name__}）；档案没有写坏。错误报告（不含孩子的信息）：{_bug(error)}"
    )
    return _BUG


def _say(message: str, hint: str = "") -> None:
    output.talk(f"错误：{message}")
    if hint:
        output.talk(f"提示：{hint}")


def _bug(error: BaseException) -> Path:
    """Where in the program it happened, without a single value: those could be a child's."""
    frames = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    text = "\n".join(
        [
            f"liushou {__version__}",
            f"python {sys.version.split()[0]} {sys.platform}",
            type(error).__name__,
            *frames,
        ]
    )
    with tempfile.NamedTemporaryFile(
        "w", prefix="liushou-", suffix=".txt", encoding="utf-8", delete=False
    ) as stream:
        stream.write(text + "\n")
    return Path(stream.name)
