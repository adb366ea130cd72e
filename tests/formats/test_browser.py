"""The page in a real browser: what it looks like, what a click shows, how it prints."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from liushou_cli.formats import html
from liushou_cli.formats.blocks import parse
from tests.helpers import browser, office, picture
from tests.helpers.places import SCHOOL, TODAY
from tests.helpers.run import Runner, fixed_environment

MISSING = "" if browser.program() else "这台机器上没有 Chromium"
pytestmark = [*office.marks(), pytest.mark.skipif(bool(MISSING), reason=MISSING or "有")]
# Not among the snapshots: a machine without a browser must not take it for one that nobody asks for.
APPROVED = Path(__file__).with_name("sample.png")
REPORT = ("report", "--term", "2013-2", "--as-of", TODAY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Holds the example's summary as a page and as a Word file."""
    place = tmp_path_factory.mktemp("browser")
    run = Runner(place, fixed_environment(place, TODAY))
    school = shutil.copytree(SCHOOL, place / SCHOOL.name)  # what is written outside is entered in its ledger
    for form in ("html", "docx"):
        ran = run(*REPORT, "--format", form, "-o", str(place / f"a.{form}"), cwd=school / "2012-2")
        assert ran.code == 0, ran.err
    return place


@pytest.fixture(scope="module")
def page(folder: Path) -> Iterator[browser.Page]:
    with browser.page(folder / "a.html") as opened:
        yield opened


def test_the_page_has_a_title_and_nothing_that_its_policy_forbids(page: browser.Page) -> None:
    assert page.value("document.title").endswith("留守儿童帮扶工作总结")
    assert page.value("performance.getEntriesByType('resource').length") == 0
    assert page.value("document.documentElement.scrollWidth <= innerWidth") is True


def test_the_sample_looks_as_approved(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """Headings, tables and charts of a document that no template changes."""
    blocks = parse(APPROVED.with_name("sample.md").read_text(encoding="utf-8"))
    (tmp_path / "sample.html").write_text(html.write(blocks), encoding="utf-8")
    with browser.page(tmp_path / "sample.html") as opened:
        shown = opened.screenshot(height=2000, scale=0.5)
    picture.compare(APPROVED, shown, update=pytestconfig.getoption("--snapshot-update"))


def test_a_click_on_a_figure_unfolds_its_records(page: browser.Page) -> None:
    shown = "getComputedStyle(document.querySelector('#fold-1 ~ .records')).display"
    folded = page.value(shown)
    page.click("label[for=fold-1]")
    unfolded = page.value(shown)
    text = page.value("document.querySelector('#fold-1 ~ .records').innerText")
    page.click("label[for=fold-1]")
    assert (folded, unfolded, page.value(shown)) == ("none", "block", "none")
    assert re.fullmatch(r"2012-2/class\.yaml:\d+.*", text.splitlines()[0]), text


def test_it_prints_on_pages_as_the_word_file_does(page: browser.Page, folder: Path) -> None:
    (folder / "page.pdf").write_bytes(page.pdf())
    pages = office.pages(folder / "page.pdf")
    numbers = [next((line for line in reversed(page) if "—" in line), "") for page in pages]
    assert numbers == [f"—{i}—" for i in range(1, len(pages) + 1)]
    assert len(pages[-1]) > 3, "the unit and the date do not stand alone on a page"
    if not office.missing("soffice"):  # its rows are lower by a hair, which may save it a page
        assert len(pages) - len(office.pages(office.printed(folder / "a.docx"))) in (0, 1)
