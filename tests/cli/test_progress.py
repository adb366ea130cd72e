"""How far a long command is, at a terminal, in a pipe, and where nobody is to be told."""

import contextlib
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from liushou_cli.cli.progress import counted
from tests.helpers.run import Runner

HEAD = "姓名,性别,出生日期,父亲姓名,父亲务工地点\n"


Told = Sequence[tuple[str, int, int]]
ALL: Told = [(step, done, 300) for step in ("rows", "written") for done in range(1, 301)]


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def _seen(told: Told, error: Exception | None = None, *, silent: bool = False) -> str:
    """What stands on a terminal after *told*, and *error* if work ends with one."""
    screen = _Screen()
    with contextlib.redirect_stderr(screen), contextlib.suppress(OSError), counted(silent=silent) as tell:
        for one in told:
            tell(*one)
        if error:
            raise error
    return screen.getvalue()


def test_one_line_is_rewritten_at_a_terminal() -> None:
    said = _seen(ALL)
    assert said.count("\n") == 1
    assert said.startswith("\r看名册：1/300 行\r看名册：6/300 行\r")
    assert said.endswith("\r写档案：294/300 份\r写档案：300/300 份\n")


def test_a_shorter_line_covers_the_longer_one() -> None:
    said = _seen([("compared", 300, 300), ("judged", 1, 300)])
    assert said == "\r与档案比：300/300 行\r核对：1/300 份        \n"


def test_an_error_begins_on_a_line_of_its_own() -> None:
    assert _seen([("written", 1, 300)], OSError("满了")) == "\r写档案：1/300 份\n"


def test_nothing_is_said_beside_json_and_of_few() -> None:
    assert _seen(ALL, silent=True) == _seen([("rows", done, 199) for done in range(1, 200)]) == ""


@pytest.fixture
def large(small: Path) -> Path:
    rows = (f"林{chr(0x4E00 + n)},女,2004-05-20,林强,在家\n" for n in range(200))
    (small / "名单.csv").write_text(HEAD + "".join(rows), encoding="utf-8")
    return small


def test_a_pipe_gets_the_first_and_the_last_line(large: Path, run: Runner) -> None:
    ran = run("import", "名单.csv", "--yes", cwd=large)
    assert ran.code == 0
    assert [line for line in ran.err.splitlines() if "/200" in line] == [
        "看名册：1/200 行",
        "核对：200/200 份",
        "写档案：1/200 份",
        "写档案：200/200 份",
    ]


def test_json_is_all_that_is_said(large: Path, run: Runner) -> None:
    ran = run("import", "名单.csv", "--yes", "--json", cwd=large)
    assert (ran.code, ran.err) == (0, "")
