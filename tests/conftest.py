"""Fixtures shared by all tests, and the switches that rewrite what tests compare with."""

import shutil
from pathlib import Path

import pytest

from tests.helpers.places import SCHOOL, TODAY
from tests.helpers.run import Runner, fixed_environment, init_git
from tests.helpers.snapshot import Snapshot

SNAPSHOTS = pytest.StashKey[Snapshot]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("liushou")
    group.addoption("--snapshot-update", action="store_true", help="rewrite tests/snapshots and tests/errors")
    group.addoption("--snapshot-clean", action="store_true", help="delete snapshots that no test asked for")
    group.addoption(
        "--update-transcripts", action="store_true", help="rewrite console blocks in README and docs"
    )
    group.addoption("--docs-update", action="store_true", help="rewrite the generated pages of docs/")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SNAPSHOTS] = Snapshot(update=config.getoption("--snapshot-update"))
    # After a part of the tests, or in one worker of several, "nobody asked" proves nothing.
    part = config.option.keyword or config.option.markexpr or config.args != config.getini("testpaths")
    if config.getoption("--snapshot-clean") and (part or config.getoption("numprocesses", None)):
        raise pytest.UsageError("--snapshot-clean 只用于单进程的整套测试")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if session.config.getoption("--snapshot-clean") and not exitstatus:
        for path in session.config.stash[SNAPSHOTS].strays():
            path.unlink()


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Compares a whole text with a file in tests/snapshots."""
    return request.config.stash[SNAPSHOTS]


@pytest.fixture
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of every run: own home, own git identity, fixed width, day and seed."""
    return fixed_environment(tmp_path_factory.mktemp("home"), TODAY)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the invented school, to be changed at will. The class is ``example / "2012-2"``."""
    return Path(shutil.copytree(SCHOOL, tmp_path / SCHOOL.name))


@pytest.fixture
def example_repo(example: Path, environment: dict[str, str]) -> Path:
    """The same as a git repository with one commit."""
    if shutil.which("git") is None:
        pytest.skip("needs git")
    init_git(example, environment)
    return example


@pytest.fixture
def run(tmp_path: Path, environment: dict[str, str]) -> Runner:
    """``run("list", cwd=example / "2012-2")`` runs the program and gives code, out and err."""
    return Runner(tmp_path, environment)
