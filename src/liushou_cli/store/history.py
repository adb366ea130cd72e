"""git, and nothing else runs it: one commit of a command's own files, and reading what was committed.

A records folder from a stranger is data: before git is started there, its
configuration is read here as text, and any key outside a short list (filters,
hooks, pagers, includes ... can start programs) stops us.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from liushou_cli.errors import GitFailed, Refused
from liushou_cli.store.git_config import unsafe

_SAFE = (
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "core.fsmonitor=false",
    "-c", "core.fsync=committed,index,reference",
    "-c", "commit.gpgSign=false",
    "-c", "core.quotePath=false",
    "-c", "gc.auto=0",
    "-c", "maintenance.auto=false",
)  # fmt: skip
# What a shell, or a git that started us, may have set: it would lead to another repository.
_ELSEWHERE = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX",
)  # fmt: skip
_SECONDS = 60
OURS = "Written-by: liushou"  # a trailer: so `undo` knows whose commit it is


def program() -> str | None:
    """Where git is installed; never one that lies in the working folder."""
    found = shutil.which("git")
    if not found or Path(found).resolve().is_relative_to(Path.cwd().resolve()):
        return None
    return found


def repository(folder: Path) -> Path | None:
    """The top of the working tree *folder* is in."""
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), None)


def start(folder: Path, author: str) -> None:
    """Make *folder* a repository. Raises :class:`GitFailed`."""
    _git(folder, "init", "-q", "-b", "main")
    if _try(folder, "config", "user.email").returncode:
        _git(folder, "config", "user.name", author or "班主任")
        _git(folder, "config", "user.email", "teacher@liushou.invalid")


def commit(folder: Path, files: Sequence[Path], message: str, trailers: Sequence[str] = ()) -> None:
    """One commit of just *files*, marked as ours; *trailers* stand below the message.

    Raises :class:`GitFailed`; the files themselves are safe by then.
    """
    top = repository(folder)
    if program() is None or top is None:
        raise GitFailed(
            "已保存，但没有提交：这里没有 git 或不是仓库",
            "安装 git 并运行 git init，或在 class.yaml 写 自动提交: 否",
        )
    if danger := unsafe(top):
        raise GitFailed(f"已保存，但没有提交：{danger[0]}", danger[1])
    names = _known(top, [str(file.relative_to(top)) for file in files])
    if not names:
        return
    lines = "\n".join((message, "", OURS, *trailers))
    step = (*_here(top), "commit", "-q", "-m", lines, "--only", "--", *names)
    done = _try(top, *step)
    if done.returncode and "did not match any file" in done.stderr:  # one of them is new to git
        _git(top, *_here(top), "add", "--", *names)
        done = _try(top, *step)
    if done.returncode and "ident" in done.stderr.lower():
        done = _try(top, "-c", "user.name=班主任", "-c", "user.email=teacher@liushou.invalid", *step)
    if done.returncode and "nothing to commit" not in done.stdout + done.stderr:
        raise _failure(done)


def read(top: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    """What a reading git command says of the repository at *top*; it starts nothing that *top* names.

    Raises :class:`Refused` where the repository's own configuration might, :class:`GitFailed`.
    """
    if danger := unsafe(top):
        raise Refused(f"没有读历史：{danger[0]}", danger[1])
    done = _run(top, (*_screened(top), "--no-pager", *arguments), stdin)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitFailed(f"git 读不了历史：{said[0] if said else '没有说原因'}", "用 git fsck 检查仓库")
    return done.stdout


def _known(top: Path, names: list[str]) -> list[str]:
    """*names* without those that went before git ever knew them."""
    gone = [name for name in names if not (top / name).exists()]
    if not gone:
        return names
    listed = _run(top, (*_here(top), "ls-files", "-z", "--", *gone)).stdout.decode("utf-8", "replace")
    kept = set(listed.split("\0"))
    return [name for name in names if name not in gone or Path(name).as_posix() in kept]


def _here(top: Path) -> tuple[str, ...]:
    """git is to use the .git that was screened, and take file names as they are, ``[`` and ``*`` too."""
    return *_screened(top), "--literal-pathspecs"


def _screened(top: Path) -> tuple[str, ...]:
    return f"--git-dir={top / '.git'}", f"--work-tree={top}"


def _git(folder: Path, *arguments: str) -> None:
    done = _try(folder, *arguments)
    if done.returncode:
        raise _failure(done)


def _failure(done: subprocess.CompletedProcess[str]) -> GitFailed:
    said = (done.stderr or done.stdout).strip().splitlines()
    hint = (
        "如果 .git/index.lock 是上次断电留下的，删掉它；改动都在文件里，没有丢"
        if "index.lock" in done.stderr
        else "改动都在文件里，没有丢"
    )
    return GitFailed(f"已保存，但 git 没有成功：{said[0] if said else '没有说原因'}", hint)


def _try(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = _run(folder, arguments)
    out, err = (part.decode("utf-8", "replace") for part in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def _run(folder: Path, arguments: Sequence[str], stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    git = program()
    if git is None:
        raise GitFailed("已保存，但没有提交：没有安装 git", "安装 git，或在 class.yaml 写 自动提交: 否")
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    environment = {**kept, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(  # noqa: S603  # a fixed program, no shell, paths behind "--"
            [git, *_SAFE, *arguments],
            cwd=folder, env=environment, capture_output=True, input=stdin, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitFailed(
            f"已保存，但 git 没有跑完：{type(error).__name__}", "改动都在文件里，没有丢"
        ) from None
