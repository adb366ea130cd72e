"""Tab completion, as the shells ask for it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.run import Runner

PROBE = """\
import json, sys
from liushou_cli.__main__ import main
code = main()
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def asked(line: str, at: int, shell: str = "bash") -> dict[str, str]:
    """What the shell puts in the environment for a Tab at word *at* of *line*."""
    return {
        "_LIUSHOU_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(at),
        "_TYPER_COMPLETE_ARGS": line,
    }


@pytest.mark.parametrize(
    ("line", "at", "offered"),
    [
        ("liushou show lx", 2, ["李小花"]),
        ("liushou show lixiao", 2, ["李小花"]),
        ("liushou show 李", 2, ["李小花"]),
        ("liushou show ayg", 2, ["阿依古丽·买买提"]),
        ("liushou show 周", 2, ["周子航", "周子涵"]),
        ("liushou log-visit 周子涵 zzh", 3, ["周子航", "周子涵"]),
        ("liushou add-survey lx", 2, ["李小花"]),
        ("liushou show 无", 2, []),
        ("liushou log-s", 1, ["log-support"]),
        ("liushou report summ", 2, ["summary"]),
        ("liushou report ca", 2, ["calls", "card"]),
        ("liushou template c", 2, ["copy", "check"]),
        ("liushou template copy vis", 3, ["visit-sheet", "visits"]),
        ("liushou report --fo", 2, ["--format", "--form", "--fonts", "--for"]),
        ("liushou -C ../2011-1 show lx", 4, []),
    ],
)
def test_bash(line: str, at: int, offered: list[str], example: Path, run: Runner) -> None:
    run.environment.update(asked(line, at))
    ran = run(cwd=example / "2012-2")
    assert (ran.code, ran.out.split(), ran.err) == (0, offered, "")


def test_zsh(example: Path, run: Runner) -> None:
    run.environment.update(asked("liushou show lx", 2, "zsh"))
    assert run(cwd=example / "2012-2").out == "_arguments '*: :((\"李小花\"))'\n"


@pytest.mark.parametrize("broken", ["class.yaml", "children"])
def test_nothing_is_offered_and_nothing_said_where_there_is_nothing_to_read(
    broken: str, tmp_path: Path, run: Runner
) -> None:
    run.environment.update(asked("liushou show l", 2))
    assert run(cwd=tmp_path).both == "\n"
    (tmp_path / broken).write_text("班级: [", encoding="utf-8")
    assert run(cwd=tmp_path).both == "\n"


def test_a_warm_index_spares_the_heavy_libraries(example: Path, run: Runner) -> None:
    folder = example / "2012-2"
    run("list", cwd=folder)
    done = subprocess.run(
        [sys.executable, "-c", PROBE], cwd=folder, env=run.environment | asked("liushou show lx", 2),
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    offered, loaded = done.stdout.splitlines()
    assert offered == "李小花"
    assert (
        set(json.loads(loaded)) & {"pydantic", "pydantic_core", "yaml", "pypinyin", "jinja2", "docx", "rich"}
        == set()
    )


def test_it_says_in_chinese_that_it_is_installed(tmp_path: Path, run: Runner) -> None:
    run.environment["_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION"] = "1"
    ran = run("--install-completion", "bash")
    home = run.environment["HOME"]
    assert (ran.code, ran.out, ran.err) == (
        0,
        "",
        f"已装上 bash 的补全（写在 {home}/.bash_completions/liushou.sh），重开一个窗口就能用。\n",
    )
