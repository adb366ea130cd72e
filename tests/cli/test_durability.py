"""Commands that die, or are refused by the disk, at each step of theirs: all of the change or none, nothing left over.

The steps are the calls of ``os`` that change the disk; ``tests/test_crash_points.py`` does the same for
every system call, where strace is there.
"""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from liushou_cli.store.text_file import digest
from tests.helpers.run import Runner

COMMANDS = {
    "twins": "log-visit 孙小梅 孙小松 --on 2013-12-28 --with 奶奶 --kind 定期 --note 都好",
    "activity": "log-activity --on 2013-12-27 --kind 班会 --title 迎新年 --children all",
    "survey": "add-survey 孙小梅 --on 2013-12-28 --study 较好 --note 按时交作业",
    "child": "add-child 王小雨 --gender 女 --born 2004-05-06 --register 非留守",
}
STEPS = ("replace", "link", "unlink", "fsync", "fchmod", "mkdir", "open")

each_command = pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)


@contextmanager
def at_step(number: int, fault: Callable[[], None]) -> Iterator[list[str]]:
    """*fault* instead of the *number*-th step; the list names the steps that came."""
    real, came = {name: getattr(os, name) for name in STEPS}, []

    def instead(name: str) -> Callable[..., object]:
        def step(*args: object, **words: object) -> object:
            if name != "open" or (isinstance(args[1], int) and args[1] & os.O_CREAT):
                came.append(name)
                if len(came) == number:
                    fault()
            return real[name](*args, **words)

        return step

    for name in STEPS:
        setattr(os, name, instead(name))
    try:
        yield came
    finally:
        for name in STEPS:
            setattr(os, name, real[name])


def files(place: Path) -> dict[str, str]:
    """Every file with its text, but the lock, and the index, which may be older than the files."""
    found = {path.relative_to(place).as_posix(): path for path in place.rglob("*") if path.is_file()}
    ours = (".liushou/lock", ".liushou/.gitignore", ".liushou/index/2010-1.json")
    return {name: path.read_text(encoding="utf-8") for name, path in found.items() if name not in ours}


class Trials:
    """Copies of one class, each for one run of one command."""

    def __init__(self, small: Path, run: Runner, command: str) -> None:
        self.small, self.run, self.words = small, run, command.split()
        self.before = files(small)
        clean, self.steps = self.trial(0), 0
        with at_step(0, lambda: None) as came:
            assert self.go(clean) == 0
        self.steps = len(came)
        self.after = files(clean)
        assert self.before != self.after

    def trial(self, number: int) -> Path:
        place = self.small.parent / f"{number}" / self.small.name
        return Path(shutil.copytree(self.small, place))

    def go(self, place: Path) -> int:
        self.run.runs = 0  # so that each run draws the same numbers
        return self.run(*self.words, cwd=place).code

    def settled(self, place: Path) -> str:
        """What the next command, a reading one, finds: before or after."""
        assert self.run("list", cwd=place).code == 0
        found = files(place)
        assert found in (self.before, self.after)
        return "before" if found == self.before else "after"


@each_command
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_each_step(small: Path, run: Runner, command: str) -> None:
    trials = Trials(small, run, command)
    states = []
    for number in range(1, trials.steps + 1):
        place = trials.trial(number)
        process = os.fork()
        if not process:
            with at_step(number, lambda: os._exit(9)):
                trials.go(place)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 9
        states.append(trials.settled(place))
    assert sorted(states, reverse=True) == states  # up to one step nothing has happened, from there on all
    assert set(states) == {"before", "after"}


@each_command
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_refused_at_each_step(small: Path, run: Runner, command: str, code: int) -> None:
    trials = Trials(small, run, command)

    def refuse() -> None:
        raise OSError(code, os.strerror(code))

    seen = set()
    for number in range(1, trials.steps + 1):
        place = trials.trial(number)
        with at_step(number, refuse):
            exit_code = trials.go(place)
        state = trials.settled(place)
        assert (exit_code, state) in {(4, "before"), (0, "after")}
        seen.add(state)
    assert seen == {"before", "after"}


@pytest.mark.parametrize(
    "words", ["", "list", "check", "show 孙小梅", "report --term 2013-2", "add-survey --all"]
)
def test_every_command_that_reads_finishes_what_was_decided(small: Path, run: Runner, words: str) -> None:
    record = small / "children" / "1aaaaa.yaml"
    old = record.read_bytes()
    new = old + "备注: 左撇子\n".encode()
    record.with_name(".liushou-1aaaaa.yaml.tmp").write_bytes(new)
    record.with_name(".liushou-2bbbbb.yaml.tmp").write_bytes(b"never decided")
    (small / ".liushou").mkdir()
    line = f'[{{"file": "children/1aaaaa.yaml", "before": "{digest(old)}", "after": "{digest(new)}"}}]'
    (small / ".liushou" / "journal.json").write_text(line, encoding="utf-8")
    run(*words.split(), cwd=small)
    assert record.read_bytes() == new
    assert (
        sorted(
            path.name for path in small.rglob("*") if "liushou-" in path.name or path.name == "journal.json"
        )
        == []
    )


def shell(small: Path, environment: dict[str, str], line: str) -> "subprocess.CompletedProcess[str]":
    python = f"{sys.executable} -m liushou_cli"
    return subprocess.run(
        ["bash", "-c", line.replace("liushou", python)],
        cwd=small, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", ["list", "list --json", "report --term 2013-2", "--help"])
def test_output_that_nobody_could_take_is_no_success(
    small: Path, environment: dict[str, str], words: str
) -> None:
    done = shell(small, environment, f"liushou {words} > /dev/full")
    assert done.returncode == 4
    assert "磁盘满了" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_what_was_recorded_is_not_to_be_recorded_again(small: Path, environment: dict[str, str]) -> None:
    done = shell(small, environment, f"liushou {COMMANDS['twins']} --json > /dev/full")
    assert (done.returncode, done.stderr) == (
        4,
        "错误：结果没有写出去：磁盘满了\n提示：如果是在记录，已经记下了，不用再记一次；检查输出到的地方\n",
    )
    assert "都好" in (small / "children" / "1aaaaa.yaml").read_text(encoding="utf-8")
    done = shell(small, environment, f"liushou {COMMANDS['survey']} 2> /dev/full")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="needs a pipe that can close")
@pytest.mark.parametrize("reader", ["true", "head -c 1", "head -1"])
@pytest.mark.parametrize("words", ["list", "report --term 2013-2", "--help"])
def test_a_reader_who_leaves_is_no_error(
    small: Path, environment: dict[str, str], words: str, reader: str
) -> None:
    done = shell(
        small, environment, f"liushou {words} 2> err | {reader} > /dev/null; echo ${{PIPESTATUS[0]}}"
    )
    assert done.stdout == "0\n"
    assert "Error" not in (small / "err").read_text(encoding="utf-8")
