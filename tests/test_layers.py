"""The architecture is a test: the import contracts of pyproject.toml hold."""

import os
import subprocess
import sys

import grimp

from tests.helpers.places import ROOT

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"

# What a command module may lean on; everything else in cli/ is a command module.
CLI = "liushou_cli.cli"
SHARED = {
    f"{CLI}.{name}"
    for name in (
        "annotating",
        "asking",
        "bars",
        "columns",
        "context",
        "entering",
        "due_rules",
        "due_text",
        "tonight_text",
        "failures",
        "fill_told",
        "filled_files",
        "filling",
        "handed",
        "marked",
        "outgoing_sheet",
        "sheet_in",
        "helptext",
        "importing",
        "mapping_shown",
        "options",
        "outgoing",
        "output",
        "settling",
        "stats_text",
        "level_text",
        "status_text",
        "usage",
        "needs",
        "papers",
        "places",
        "passphrases",
        "progress",
        "prompts",
        "saved",
        "sources",
    )
}


def test_import_contracts() -> None:
    environment = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout  # a run that checked nothing would be silent


def test_no_command_module_imports_another() -> None:
    graph = grimp.build_graph("liushou_cli")
    commands = {
        name for name in graph.find_children(CLI) if name not in SHARED | {f"{CLI}.app", f"{CLI}.commands"}
    }
    found = {name: graph.find_modules_directly_imported_by(name) & commands for name in sorted(commands)}
    assert {name: others for name, others in found.items() if others} == {}


def test_only_the_app_knows_the_commands() -> None:
    graph = grimp.build_graph("liushou_cli")
    found = {name: graph.find_modules_directly_imported_by(name) for name in sorted(SHARED & graph.modules)}
    inside = {name: {other for other in others if other.startswith(CLI)} for name, others in found.items()}
    assert {name: others - SHARED for name, others in inside.items() if others - SHARED} == {}
