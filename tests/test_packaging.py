"""The wheel alone is enough: templates inside, nothing of the development tools needed."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.helpers.places import ROOT, SCHOOL, SOURCE, TODAY

pytestmark = pytest.mark.slow

DEVELOPMENT = ["pytest", "click", "hypothesis", "mypy", "importlinter", "ruff", "hatchling", "packaging"]

# Bars the development tools from being imported, as if they were not installed.
ALONE = """\
import sys
for name in {names!r}:
    sys.modules[name] = None
from liushou_cli.__main__ import main
sys.exit(main())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    command = [
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        str(place),
        str(ROOT),
    ]
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    [built] = place.glob("liushou-*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


def test_the_wheel_holds_the_package_and_the_templates_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    templates = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    expected = {
        f"liushou_cli/_templates/{path.relative_to(ROOT / 'templates').as_posix()}" for path in templates
    }
    sources = [path for path in SOURCE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    expected |= {f"liushou_cli/{path.relative_to(SOURCE).as_posix()}" for path in sources}
    assert names == expected


def _run(unpacked: Path, args: list[str], cwd: Path, environment: dict[str, str]) -> str:
    """Runs the wheel's own copy, away from the checkout. Its libraries are those installed here."""
    source = ALONE.format(names=DEVELOPMENT)
    environment = environment | {"PYTHONPATH": str(unpacked), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", source, *args],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_runs_from_its_own_folder(unpacked: Path, environment: dict[str, str]) -> None:
    source = "import liushou_cli; print(liushou_cli.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", source],
        cwd=unpacked,
        env=environment | {"PYTHONPATH": str(unpacked)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert Path(done.stdout.strip()).parent == unpacked / "liushou_cli"


def test_a_summary_from_the_wheel_equals_one_from_the_checkout(
    unpacked: Path, example: Path, environment: dict[str, str]
) -> None:
    args = ["report", "--term", "2013-2", "--as-of", TODAY]
    from_wheel = _run(unpacked, args, example / "2012-2", environment)
    from_checkout = _run(SOURCE.parent, args, example / "2012-2", environment)
    assert from_wheel == from_checkout != ""


def test_readme_starts_with_a_line_that_runs_the_summary() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first = readme.split("```sh\n", 1)[1].split("\n```", 1)[0]
    assert "\n" not in first
    assert first.endswith(f"liushou -C examples/{SCHOOL.name}/2012-2 report --term 2013-2 --as-of {TODAY}")
