"""Runs the program as the teacher does, in this process or in one of its own.

In-process runs go through the same ``main()`` as the console script, so that
exit codes and error sentences are the real ones; they save the ~0.3 s of a
fresh interpreter. The environment is fixed by the ``run`` fixture.
"""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path


@dataclass(frozen=True)
class Ran:
    """What one run left: its exit code, and what it wrote to each stream."""

    code: int
    out: str
    err: str
    raw: bytes = b""  # stdout before decoding, for documents that are not text

    @property
    def both(self) -> str:
        """Everything shown, stdout first: the order across streams is not promised."""
        return self.out + self.err


@dataclass
class Runner:
    """``run("list", "--json")``; *cwd* is where it runs, ``-C`` works as always."""

    cwd: Path
    environment: dict[str, str] = field(default_factory=dict)
    runs: int = 0

    def __call__(self, *args: str, cwd: Path | None = None, stdin: str = "", apart: bool = False) -> Ran:
        """Runs ``liushou`` with *args*; in a process of its own if *apart*. Each run draws other random ids."""
        self.runs += 1
        environment = self.environment | {"LIUSHOU_SEED": str(self.runs)}
        return (self._apart if apart else self._here)(args, cwd or self.cwd, stdin, environment)

    def _here(self, args: tuple[str, ...], cwd: Path, stdin: str, environment: Mapping[str, str]) -> Ran:
        from liushou_cli.__main__ import main
        from liushou_cli.store import chance

        out, err = _stream(), _stream()
        with contextlib.ExitStack() as stack:
            stack.enter_context(contextlib.chdir(cwd))
            stack.enter_context(_environment(environment))
            stack.enter_context(_attributes(chance, _drawn=count()))  # as a fresh process would draw
            stack.enter_context(_attributes(sys, argv=["liushou", *args], stdin=_stream(stdin)))
            stack.enter_context(contextlib.redirect_stdout(out))
            stack.enter_context(contextlib.redirect_stderr(err))
            code = _exit_code(main)
        return _ran(code, _written(out), _written(err))

    def _apart(self, args: tuple[str, ...], cwd: Path, stdin: str, environment: Mapping[str, str]) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "liushou_cli", *args],
            cwd=cwd,
            env=dict(environment),
            input=stdin.encode(),
            capture_output=True,
            timeout=120,
            check=False,
        )
        return _ran(done.returncode, done.stdout, done.stderr)


def fixed_environment(home: Path, today: str) -> dict[str, str]:
    """An environment in which output depends on the arguments and the records alone."""
    gitconfig = home / "gitconfig"
    gitconfig.write_text("[user]\n\tname = 张敏\n\temail = zhangmin@example.invalid\n", encoding="utf-8")
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "PATHEXT", "COMSPEC", "COVERAGE_PROCESS_START")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
        "TZ": "Asia/Shanghai",
        "COLUMNS": "100",
        "LINES": "40",
        "TERM": "dumb",
        "GIT_CONFIG_GLOBAL": str(gitconfig),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": f"{today}T16:00:00+08:00",
        "GIT_COMMITTER_DATE": f"{today}T16:00:00+08:00",
        "LIUSHOU_TODAY": today,
    }


def init_git(folder: Path, environment: Mapping[str, str]) -> None:
    """Makes *folder* a repository with everything in one commit."""
    for args in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "建立档案"]):
        subprocess.run(["git", *args], cwd=folder, env=dict(environment), check=True, capture_output=True)


def _exit_code(main: object) -> int:
    assert callable(main)
    try:
        code = main()
    except SystemExit as stop:
        code = stop.code
    if code is None or isinstance(code, int):
        return code or 0
    sys.stderr.write(f"{code}\n")  # what the interpreter does with sys.exit("text")
    return 1


def _stream(text: str = "") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8", newline="", write_through=True)


def _written(stream: io.TextIOWrapper) -> bytes:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    stream.flush()
    return buffer.getvalue()


def _ran(code: int, out: bytes, err: bytes) -> Ran:
    return Ran(code, _text(out), _text(err), out)


def _text(raw: bytes) -> str:
    return raw.decode(errors="replace").replace("\r\n", "\n")


@contextlib.contextmanager
def _environment(environment: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextlib.contextmanager
def _attributes(owner: object, **values: object) -> Iterator[None]:
    before = {name: getattr(owner, name) for name in values}
    for name, value in values.items():
        setattr(owner, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(owner, name, value)
