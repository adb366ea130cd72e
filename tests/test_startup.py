"""Help and completion come at once: they load no library that only work needs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

DOCUMENTS = {"jinja2", "ruamel", "docx", "lxml", "markdown_it", "xlsxwriter", "typst"}
HEAVY = DOCUMENTS | {"pydantic", "pydantic_core", "yaml", "pypinyin", "rich"}

# Runs the console script's main() and then tells which top-level modules it left loaded.
PROBE = """\
import json, sys
from liushou_cli.__main__ import main
try:
    code = main()
except SystemExit as stop:
    code = stop.code
with open(PLACE, "w", encoding="utf-8") as out:
    json.dump({"code": code or 0, "modules": sorted({name.split(".")[0] for name in sys.modules})}, out)
"""


def _loaded(args: list[str], cwd: Path, environment: dict[str, str]) -> set[str]:
    place = cwd / "loaded.json"
    source = PROBE.replace("PLACE", repr(str(place)))
    command = [sys.executable, "-c", source, *args]
    subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=True)
    found = json.loads(place.read_text(encoding="utf-8"))
    place.unlink()
    assert found["code"] == 0
    return set(found["modules"])


@pytest.mark.parametrize("args", [["--help"], ["log-visit", "--help"], ["report", "--help"]], ids=" ".join)
def test_help(args: list[str], tmp_path: Path, environment: dict[str, str]) -> None:
    assert _loaded(args, tmp_path, environment) & HEAVY == set()


def test_completion_of_a_command(tmp_path: Path, environment: dict[str, str]) -> None:
    shell = {"_LIUSHOU_COMPLETE": "complete_bash", "COMP_WORDS": "liushou log-", "COMP_CWORD": "1"}
    assert _loaded([], tmp_path, environment | shell) & HEAVY == set()


def test_list_loads_no_document_library(example: Path, environment: dict[str, str]) -> None:
    assert _loaded(["list"], example / "2012-2", environment) & DOCUMENTS == set()


def test_the_probe_sees_what_is_loaded(tmp_path: Path, environment: dict[str, str]) -> None:
    assert {"sys", "typer"} <= _loaded(["--help"], tmp_path, environment)
