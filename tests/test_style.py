"""House style, where a machine can judge it: lint, format, types, sizes, and who may write files."""

import ast
import re
import subprocess
import sys
from statistics import median, quantiles

import pytest

from tests.helpers.places import ROOT
from tests.helpers.source import Module, modules, writes

MODULES = modules()

# The one place that puts records and documents on the disk (beside the target, synced, then renamed),
# and two that write what may be thrown away.
WRITERS = {"store/durable.py", "store/index.py", "store/lock.py"}

LONGEST_MODULE, MEDIAN_MODULE = 300, 80
LONGEST_FUNCTION, MEDIAN_FUNCTION, NINE_IN_TEN = 40, 10, 30


@pytest.mark.parametrize(
    "command",
    ["ruff check --no-cache .", "ruff format --no-cache --check --diff .", "mypy"],
    ids=["lint", "format", "types"],
)
def test_tool(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command.split()], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_is_a_maze() -> None:
    assert [f"{module.name}: {module.lines}" for module in MODULES if module.lines > LONGEST_MODULE] == []


def test_half_of_all_modules_are_short() -> None:
    assert median(module.lines for module in MODULES if module.path.name != "__init__.py") <= MEDIAN_MODULE


def test_no_function_is_long() -> None:
    found = [function for module in MODULES for function in module.functions()]
    assert [f"{name}: {length}" for name, length in found if length > LONGEST_FUNCTION] == []


def test_half_of_all_functions_are_short_and_nine_in_ten_fit_a_screen() -> None:
    lengths = [length for module in MODULES for _, length in module.functions()]
    assert median(lengths) <= MEDIAN_FUNCTION
    assert quantiles(lengths, n=10)[-1] <= NINE_IN_TEN


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX|HACK|raise NotImplementedError)\b")
    assert [f"{m.name}: {hit[0]}" for m in MODULES for hit in later.finditer(m.text)] == []


def test_only_the_careful_writer_writes() -> None:
    found = [f"{m.name}:{line}" for m in MODULES if m.name not in WRITERS for line in writes(m.tree)]
    assert found == []


def test_every_public_module_says_what_it_is() -> None:
    assert [m.name for m in MODULES if m.text.strip() and not ast.get_docstring(m.tree)] == []


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ('open(path, "w")', True),
        ('open(path, mode="a")', True),
        ('path.open("wb")', True),
        ("path.write_text(text)", True),
        ('Field(mode="after")', False),
        ('os.fdopen(fd, "wb")', True),
        ("open(path)", False),
        ('open("wax")', False),
        ('path.open("rb")', False),
        ("stream.write(text)", False),
    ],
)
def test_the_search_for_writers_finds_them(line: str, caught: bool) -> None:
    assert bool(writes(ast.parse(line))) is caught


def test_a_command_is_measured_without_its_table_of_options() -> None:
    text = '@app.command()\ndef log(\n    a: int,\n    b: int,\n) -> None:\n    """Help."""\n    work(a)\n    done(b)\n'
    module = MODULES[0]
    command = Module(module.path.parent / "cli" / "visits.py", text, ast.parse(text))
    plain = Module(module.path.parent / "store" / "visits.py", text, ast.parse(text))
    assert [length for _, length in command.functions()] == [2]
    assert [length for _, length in plain.functions()] == [7]
