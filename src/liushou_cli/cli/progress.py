"""How far a long command is: one line on stderr, rewritten at a terminal; its first and last state in a pipe."""

import contextlib
import sys
from collections.abc import Iterator

from liushou_cli.cli import output

_FEW = 200  # fewer than this are done before one has read the line
_TIMES = 50  # that a line is rewritten until it is full
_SAID = {
    "rows": "看名册：{} 行",
    "files": "读档案：{} 份",
    "compared": "与档案比：{} 行",
    "judged": "核对：{} 份",
    "written": "写档案：{} 份",
}


class Counter:
    """Called with (of what, done, of how many), again and again."""

    def __init__(self, *, silent: bool, few: int) -> None:
        self.few = few
        self.rewrites = bool(sys.stderr and sys.stderr.isatty())
        self.silent = silent
        self.last = ""  # what was reached; shown already at a terminal
        self.shown = ""

    def __call__(self, step: str, done: int, total: int) -> None:
        if self.silent or total < self.few:
            return
        self.last = _SAID[step].format(f"{done}/{total}")
        if not self.rewrites:
            self._once()
        elif done in (1, total) or done % max(total // _TIMES, 1) == 0:
            output.rewrite(self.last, self.shown)
            self.shown = self.last

    def _once(self) -> None:
        if not self.shown:
            output.talk(self.last)
            self.shown = self.last

    def end(self) -> None:
        """Whatever is said next begins on a line of its own."""
        if self.rewrites and self.shown:
            output.talk("")
        elif self.last != self.shown:
            output.talk(self.last)


@contextlib.contextmanager
def counted(*, silent: bool, few: int = _FEW) -> Iterator[Counter]:
    """A counter for one stretch of work; *silent* where --json speaks, and below *few* of a thing."""
    counter = Counter(silent=silent, few=few)
    try:
        yield counter
    finally:
        counter.end()
