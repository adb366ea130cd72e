"""Every message of `liushou check` has a file that provokes it and its exact text."""

from pathlib import Path

import pytest

from liushou_cli.domain.checks import CHECKS
from tests.helpers import gallery
from tests.helpers.gallery import Case
from tests.helpers.places import DOCS
from tests.helpers.run import Runner
from tests.helpers.snapshot import compare


@pytest.mark.parametrize("folder", gallery.folders(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_case(folder: Path, tmp_path: Path, run: Runner, request: pytest.FixtureRequest) -> None:
    case, place = Case(folder), tmp_path / "2012-2"
    case.lay(place)
    update = request.config.getoption("--snapshot-update")
    compare(case.expected, gallery.shown(run("check", cwd=place)), update=update, switch="--snapshot-update")


def test_every_check_has_a_case_and_every_case_a_check() -> None:
    assert {folder.parent.name for folder in gallery.folders()} == set(CHECKS)


def test_the_page_of_errors_is_up_to_date(request: pytest.FixtureRequest) -> None:
    checks = {name: (check.title, check.help) for name, check in CHECKS.items()}
    compare(
        DOCS / "errors.md",
        gallery.page(checks),
        update=request.config.getoption("--docs-update"),
        switch="--docs-update",
    )


def test_a_case_is_laid_into_a_class_byte_for_byte(tmp_path: Path) -> None:
    source, place = tmp_path / "syntax" / "crlf", tmp_path / "2012-2"
    source.mkdir(parents=True)
    for name in ("child.yaml", "k7m2qx.yaml", "activities.yaml", "school.yaml"):
        (source / name).write_bytes(f"# {name}\r\n".encode())
    (source / "expected.txt").write_bytes(b"")
    Case(source).lay(place)
    laid = {str(path.relative_to(place).as_posix()): path.read_bytes() for path in place.rglob("*.yaml")}
    assert laid.pop("class.yaml").startswith("格式: 1\n".encode())
    assert laid == {
        "activities/2013-2.yaml": b"# activities.yaml\r\n",
        "children/4kx7qm.yaml": b"# child.yaml\r\n",
        "children/k7m2qx.yaml": b"# k7m2qx.yaml\r\n",
        "school.yaml": b"# school.yaml\r\n",
    }
