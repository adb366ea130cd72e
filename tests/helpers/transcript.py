"""Console blocks of the documents, read, run and written back.

    ```console
    $ liushou list
    李小花  …
    ...
    ```

A line that begins with ``$ `` is a command; what follows, up to the next one,
is exactly what it shows: stdout, then stderr. A line that is just ``...``
stands for any number of lines. ``exit=2`` after ``console`` is the code of the
block's last command (every other must end with 0); ``today=2013-11-05`` sets
the day for the block, for git too. The blocks of one document share one copy of the
example and run in order, so a later block sees what an earlier one changed.

There is no shell: a command is ``liushou``, ``git`` or one of the few below,
its words quoted as in a shell, with at most one ``> FILE`` at the end.
"""

import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.run import Runner
from tests.helpers.snapshot import difference

_FENCE = re.compile(r"^```console(?P<info>[^\n`]*)\n(?P<body>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
_ANYTHING = "..."


@dataclass(frozen=True)
class Step:
    """One command as it stands in the document, and the lines it must show."""

    command: str
    shows: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """One console block: where its body stands in the text (offsets), and what it says."""

    start: int
    end: int
    line: int
    steps: tuple[Step, ...]
    exit_code: int = 0
    today: str = ""


def parse(text: str) -> list[Block]:
    """All console blocks of a document. Raises ``ValueError`` naming the line of a malformed one."""
    return [_block(text, found) for found in _FENCE.finditer(text)]


def _block(text: str, found: re.Match[str]) -> Block:
    line = text.count("\n", 0, found.start()) + 1
    info = dict(word.split("=", 1) for word in found["info"].split() if "=" in word)
    unknown = set(info) - {"exit", "today"}
    if unknown:
        raise ValueError(f"line {line}: unknown word after console: {', '.join(sorted(unknown))}")
    steps = _steps(found["body"], line)
    return Block(
        found.start("body"), found.end("body"), line, steps, int(info.get("exit", 0)), info.get("today", "")
    )


def _steps(body: str, line: int) -> tuple[Step, ...]:
    steps: list[tuple[str, list[str]]] = []
    for shown in body.splitlines():
        if shown.startswith("$ "):
            steps.append((shown[2:], []))
        elif not steps:
            raise ValueError(f"line {line}: a console block begins with a command")
        elif steps[-1][0].endswith("\\") and not steps[-1][1]:
            steps[-1] = (f"{steps[-1][0]}\n{shown}", [])
        else:
            steps[-1][1].append(shown)
    return tuple(Step(command, tuple(shows)) for command, shows in steps)


def written(steps: tuple[Step, ...]) -> str:
    """The body of a block, as :func:`parse` reads it."""
    return "".join(f"{line}\n" for step in steps for line in (f"$ {step.command}", *step.shows))


def agrees(expected: tuple[str, ...], shown: tuple[str, ...]) -> bool:
    """Whether the lines shown are the expected ones, ``...`` standing for any number of lines."""
    if _ANYTHING not in expected:
        return expected == shown
    cut = expected.index(_ANYTHING)
    if expected[:cut] != shown[:cut]:
        return False
    rest = expected[cut + 1 :]
    return any(agrees(rest, shown[start:]) for start in range(cut, len(shown) + 1))


@dataclass
class Desk:
    """Where the commands of one document run: a folder that ``cd`` changes, never above *top*."""

    top: Path
    cwd: Path
    runner: Runner

    def run(self, command: str) -> tuple[int, tuple[str, ...]]:
        """Exit code and the lines shown."""
        words = shlex.split(command.replace("\\\n", " "), comments=True)
        target = words.pop() if len(words) > 2 and words[-2] == ">" else ""
        if target:
            words.pop()
        code, out, err = self._dispatch(words)
        if target:
            self._place(target).write_bytes(out.encode())
            out = ""
        return code, tuple((out + err).splitlines())

    def _dispatch(self, words: list[str]) -> tuple[int, str, str]:
        verb, *args = words
        if verb == "liushou":
            ran = self.runner(*args, cwd=self.cwd)
            return ran.code, ran.out, ran.err
        if verb == "git":
            done = subprocess.run(
                ["git", *args],
                cwd=self.cwd,
                env=dict(self.runner.environment),
                capture_output=True,
                check=False,
            )
            return done.returncode, done.stdout.decode(), done.stderr.decode()
        if verb not in _COMMANDS:
            raise ValueError(f"a transcript cannot run `{verb}`")
        return 0, _COMMANDS[verb](self, args), ""

    def _place(self, name: str) -> Path:
        path = (self.cwd / name).resolve()
        if not path.is_relative_to(self.top.resolve()):
            raise ValueError(f"a transcript may not leave its folder: {name}")
        return path

    def _cat(self, args: list[str]) -> str:
        return "".join(self._place(name).read_text(encoding="utf-8") for name in args)

    def _ls(self, args: list[str]) -> str:
        place = self._place(args[0] if args else ".")
        return "".join(
            f"{name}\n" for name in sorted(p.name for p in place.iterdir()) if not name.startswith(".")
        )

    def _printf(self, args: list[str]) -> str:
        if args[:1] != ["%s\\n"]:
            raise ValueError("a transcript's printf writes lines: printf '%s\\n' ...")
        return "".join(f"{line}\n" for line in args[1:])

    def _cd(self, args: list[str]) -> str:
        self.cwd = self._place(args[0])
        return ""


_COMMANDS = {"cat": Desk._cat, "ls": Desk._ls, "cd": Desk._cd, "printf": Desk._printf}


@dataclass(frozen=True)
class Differs:
    """A step that did not go as written."""

    line: int
    command: str
    message: str
    by_code: bool = False  # it ended as it should not: no rewriting of its output mends that

    def __str__(self) -> str:
        return f"第 {self.line} 行的块，$ {self.command}\n{self.message}"


def play(text: str, desk: Desk) -> tuple[str, list[Differs]]:
    """Runs every block. Returns the text as it should read, and what differed from it."""
    pieces, end, differs = [], 0, []
    usual = desk.runner.environment.get("LIUSHOU_TODAY", "")
    for block in parse(text):
        _set_day(desk.runner.environment, block.today or usual)
        steps = []
        for step in block.steps:
            code, shown = desk.run(step.command)
            due = block.exit_code if step is block.steps[-1] else 0
            if code != due:
                told = f"退出码 {code}，应为 {due}\n" + "\n".join(shown)
                differs.append(Differs(block.line, step.command, told, by_code=True))
            same = agrees(step.shows, shown)
            if not same:
                differs.append(Differs(block.line, step.command, _difference(step.shows, shown)))
            steps.append(step if same else Step(step.command, shown))
        pieces += [text[end : block.start], written(tuple(steps))]
        end = block.end
    _set_day(desk.runner.environment, usual)
    return "".join([*pieces, text[end:]]), differs


def rewrite(document: Path, new: str, differs: list[Differs]) -> None:
    """*new* takes the document's place, unless a command ended with another code than its fence says."""
    wrong = [str(differ) for differ in differs if differ.by_code]
    assert not wrong, "\n\n".join([*wrong, f"{document.name} 没有改写：退出码不对，先改命令，或改 exit="])
    document.write_bytes(new.encode())


def _set_day(environment: dict[str, str], day: str) -> None:
    environment["LIUSHOU_TODAY"] = day
    if day:
        for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
            environment[name] = f"{day}T16:00:00+08:00"


def _difference(expected: tuple[str, ...], shown: tuple[str, ...]) -> str:
    return difference("\n".join(expected), "\n".join(shown), "输出")
