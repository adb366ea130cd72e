"""The papers of single children, the roster and the statistics, as a teacher gets them."""

import re
from datetime import date
from pathlib import Path

import pytest

from liushou_cli.domain.masking import Mask
from liushou_cli.formats import blocks, templates
from liushou_cli.formats.document import Block, Form, PageBreak, Title
from liushou_cli.usecases.report import Asked, report
from tests.helpers.places import SCHOOL, TODAY
from tests.helpers.run import Runner
from tests.helpers.snapshot import Snapshot

OF_A_CHILD = ("card", "form-2016", "support-plan", "visits", "calls")
# An orphan who is not left-behind; a dead mother; a file with almost nothing in it; a father who is not spoken of.
ODD = ("石岩", "邓文博", "钱小进", "方媛")


@pytest.mark.parametrize("kind", OF_A_CHILD)
def test_the_papers_of_one_child(kind: str, run: Runner, snapshot: Snapshot) -> None:
    ran = run("report", kind, "--child", "4kx7qm", cwd=SCHOOL / "2012-2")
    assert (ran.code, ran.err) == (0, "")
    snapshot(f"documents/4kx7qm.{kind}.md", ran.out)


@pytest.mark.parametrize("kind", OF_A_CHILD)
def test_the_papers_of_odd_children(kind: str, run: Runner, snapshot: Snapshot) -> None:
    """Named from the school's folder, wherever their class is."""
    ran = run("report", kind, *(word for name in ODD for word in ("--child", name)), cwd=SCHOOL)
    assert (ran.code, ran.err) == (0, "")
    snapshot(f"documents/odd.{kind}.md", ran.out)


@pytest.mark.parametrize("mask", ["full", "initial"])
def test_a_masked_card(mask: str, run: Runner, snapshot: Snapshot) -> None:
    asked = ("--child", "李小花", "--child", "方媛", "--mask", mask)
    shown = run("report", "card", *asked, cwd=SCHOOL / "2012-2").out
    snapshot(f"documents/4kx7qm.card.{mask}.md", shown)
    assert re.findall(r"小花|方媛|李强|罗春兰|王桂兰|1380000|990101|上溪村|服刑", shown) == []


@pytest.mark.parametrize("place", ["2012-2", ""])
@pytest.mark.parametrize("kind", ["roster", "statistics"])
def test_lists_of_a_class_and_of_the_school(kind: str, place: str, run: Runner, snapshot: Snapshot) -> None:
    ran = run("report", kind, cwd=SCHOOL / place)
    assert (ran.code, ran.err) == (0, "")
    snapshot(f"documents/{place or SCHOOL.name}.{kind}.md", ran.out)


def test_a_published_sheet(run: Runner, snapshot: Snapshot) -> None:
    asked = ("report", "statistics", "--mask", "full")
    snapshot("documents/新溪中学.statistics.full.md", run(*asked, cwd=SCHOOL).out)
    assert "children/" not in run(*asked, "--format", "html", cwd=SCHOOL).out
    assert "children/" in run("report", "statistics", "--format", "html", cwd=SCHOOL).out


def test_every_figure_of_the_sheet_is_traced(run: Runner) -> None:
    lines = run("report", "statistics", "--trace", cwd=SCHOOL).out.splitlines()
    start = lines.index("另一方无监护能力：2名")
    assert lines[start + 1 : start + 3] == ["  2011-1/children/q9ems0.yaml", "  2012-2/children/mgjg7x.yaml"]


def test_a_sheet_that_does_not_add_up(example: Path, run: Runner) -> None:
    file = example / "2012-2" / "class.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("2013-2: 46", "2013-2: 20"), encoding="utf-8")
    ran = run("report", "statistics", cwd=example / "2012-2")
    assert (ran.code, ran.out, ran.err) == (
        7,
        "",
        "错误：统计表对不上：留守儿童24多于在籍学生20\n提示：用 liushou check 看看哪份档案或设置有问题\n",
    )


@pytest.mark.parametrize("kind", OF_A_CHILD)
def test_a_page_for_each_child(kind: str) -> None:
    made = document(kind, SCHOOL / "2012-2")
    assert [type(block) for block in made if isinstance(block, Title | PageBreak)] == [
        Title,
        *[PageBreak, Title] * 23,
    ]


@pytest.mark.parametrize("kind", OF_A_CHILD)
def test_a_class_without_left_behind_children(kind: str, tmp_path: Path) -> None:
    (tmp_path / "class.yaml").write_text("格式: 1\n班级: 2012-9\n学段: 初中\n", encoding="utf-8")
    made = document(kind, tmp_path)
    assert len(made) == 2
    assert isinstance(made[0], Title)


def test_two_hundred_cards(example: Path) -> None:
    children = example / "2012-2" / "children"
    text = (children / "4kx7qm.yaml").read_text(encoding="utf-8")
    for number in range(200 - 24):
        (children / f"zz{number:04d}.yaml").write_text(
            text.replace("4kx7qm", f"zz{number:04d}"), encoding="utf-8"
        )
    made = document("card", example / "2012-2")
    assert sum(isinstance(block, Form) for block in made) == 200
    assert sum(isinstance(block, PageBreak) for block in made) == 199


def document(kind: str, folder: Path) -> tuple[Block, ...]:
    template = templates.find(kind)
    asked = Asked(mask=Mask(template.mask), scopes=template.scopes, parts=template.parts)
    found = report(folder, asked, date.fromisoformat(TODAY))
    return blocks.parse(templates.render(template, found.view))


@pytest.mark.parametrize("kind", [*OF_A_CHILD, "roster", "statistics", "visit-sheet"])
@pytest.mark.parametrize("place", ["2011-1", "2011-2", "2012-1"])
def test_of_a_class_that_did_everything_half_and_nothing(
    kind: str, place: str, run: Runner, snapshot: Snapshot
) -> None:
    ran = run("report", kind, cwd=SCHOOL / place)
    assert (ran.code, ran.err) == (0, "")
    snapshot(f"documents/{place}.{kind}.md", ran.out)
