"""不得透露: what must be kept from somebody stands in no paper, of whatever kind and format."""

from pathlib import Path

import pytest

from tests.helpers.places import ROOT
from tests.helpers.run import Runner
from tests.helpers.told_child import CASES, CHILD, text_of

KINDS = sorted(path.name.removesuffix(".md.j2") for path in (ROOT / "templates").glob("*.md.j2"))
OF_A_CHILD = ("card", "form-2016", "support-plan", "visits", "calls", "incident")
MASKS = ("none", "initial", "full")


@pytest.fixture
def school(example: Path) -> Path:
    """The example with one class, and in it one child of whom all is known."""
    for file in (example / "2012-2" / "children").glob("*.yaml"):
        file.unlink()
    for file in (example / "2012-2" / "activities").glob("*.yaml"):
        file.unlink()
    return example / "2012-2"


def _withhold(school: Path, what: str, whom: str = "") -> None:
    entry = f"内容: {what}" + (f", 对谁: {whom}" if whom else "")
    file = school / "children" / "4kx7qm.yaml"
    file.write_text(f"{CHILD}不得透露:\n- {{{entry}}}\n", encoding="utf-8", newline="")


def _report(kind: str) -> tuple[str, ...]:
    """An incident's paper is written of a child who is named, and of nobody else."""
    return ("report", kind, *(("--child", "李小花") if kind == "incident" else ()))


@pytest.mark.parametrize("what", CASES)
def test_it_stands_in_no_paper(what: str, school: Path, run: Runner) -> None:
    _withhold(school, what)
    for kind in KINDS:
        place = school.parent if kind in ("homes", "scheme") else school
        ran = run(*_report(kind), "--mask", "none", cwd=place)
        assert (ran.code, [found for found in CASES[what] if found in ran.out]) == (0, []), kind


@pytest.mark.parametrize("kind", OF_A_CHILD)
def test_what_is_not_withheld_is_still_told(kind: str, school: Path, run: Runner) -> None:
    """The net above would catch nothing if nothing were printed."""
    (school / "children" / "4kx7qm.yaml").write_text(CHILD, encoding="utf-8", newline="")
    shown = run(*_report(kind), cwd=school).out
    told = {found for hidden in CASES.values() for found in hidden if found in shown}
    assert (
        len(told)
        >= {"card": 24, "form-2016": 10, "support-plan": 8, "visits": 2, "calls": 1, "incident": 4}[kind]
    )
    assert "（不透露）" not in shown


@pytest.mark.parametrize("mask", MASKS)
def test_whatever_the_mask(mask: str, school: Path, run: Runner) -> None:
    _withhold(school, "电话、住址、照护人、身体情况、监护情况、普查、结对")
    for kind in (*OF_A_CHILD, "roster", "archive"):
        ran = run(*_report(kind), "--mask", mask, cwd=school)
        secrets = [*CASES["电话"], *CASES["家庭住址"], *CASES["照护人"], *CASES["心理"]]
        assert (ran.code, [found for found in secrets if found in ran.out]) == (0, [])


@pytest.mark.parametrize("form", ["html", "docx", "xlsx", "json"])
def test_whatever_the_format(form: str, school: Path, run: Runner, tmp_path: Path) -> None:
    _withhold(school, "电话、现住址、备注")
    secrets = [*CASES["电话"], "花树坪", "夏令营"]
    for kind in ("card", "form-2016", "visits", "roster", "summary"):
        place = tmp_path / f"{kind}.{form}"
        asked = ("report", kind, "--format", form, "--mask", "none", "--output", str(place))
        assert run(*asked, cwd=school).code == 0
        assert [found for found in secrets if found in text_of(place)] == []


def test_nor_among_the_sources(school: Path, run: Runner) -> None:
    _withhold(school, "电话、现住址、备注")
    shown = run("report", "--trace", cwd=school).both + run("list", "--json", cwd=school).both
    assert [found for found in (*CASES["电话"], "花树坪", "夏令营") if found in shown] == []


@pytest.mark.parametrize(
    ("whom", "to", "hidden"),
    [
        ("父亲", "", True),
        ("父亲", "父亲", True),
        ("父亲李强", "父亲", True),
        ("父亲", "教育局", False),
        ("", "教育局", True),
        ("", "", True),
    ],
)
def test_who_is_given_the_paper(whom: str, to: str, hidden: bool, school: Path, run: Runner) -> None:
    _withhold(school, "现住址", whom)
    ran = run("report", "card", "--for", to, cwd=school)
    assert ran.code == 0
    assert ("花树坪" not in ran.out, "（不透露）" in ran.out) == (hidden, hidden)


def test_words_that_name_no_field_leave_the_reminder(school: Path, run: Runner) -> None:
    _withhold(school, "去年冬天的那件事")
    shown = run("report", "card", cwd=school).out
    assert ("不得透露的内容" in shown, "（不透露）" in shown, "13800001234" in shown) == (True, False, True)


def test_the_figures_stay_true(school: Path, run: Runner) -> None:
    file = school / "children" / "4kx7qm.yaml"
    file.write_text(CHILD, encoding="utf-8", newline="")
    before = run("report", "--format", "json", cwd=school).out
    _withhold(school, "照护人、监护情况、家访、通话、普查、其他类别")
    assert run("report", "--format", "json", cwd=school).out == before
