"""文书 in class.yaml and school.yaml, as a teacher meets it: each setting changes what it says and no more."""

import io
import re
import zipfile
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.cli.conftest import CLASS
from tests.helpers.places import ROOT
from tests.helpers.run import Runner

Said = Callable[..., list[str]]
PAPERS = ("summary", "plan", "proxy-parents", "groups", "archive", "statistics", "scheme", "homes")


@pytest.fixture
def changed(small: Path, run: Runner) -> Said:
    """The lines of a document that a 文书 in class.yaml changes, as they are with it."""

    def lines(papers: str, *words: str) -> list[str]:
        before = run("report", *words, cwd=small).out.splitlines()
        (small / "class.yaml").write_text(f"{CLASS}文书: {papers}\n", encoding="utf-8")
        now = run("report", *words, cwd=small).out.splitlines()
        (small / "class.yaml").write_text(CLASS, encoding="utf-8")
        diff = list(unified_diff(before, now, lineterm="", n=0))
        return [line[1:] for line in diff if line.startswith("+") and not line.startswith("+++")]

    return lines


def test_the_voice_is_heard_in_every_sentence(changed: Said) -> None:
    for kind in ("summary", "plan", "proxy-parents", "groups", "statistics"):
        lines = changed("{称呼: 本班}", kind)
        assert lines, kind
        assert [line for line in lines if "我班" in line or "本班" not in line] == [], kind


def test_a_school_and_its_classes_speak_for_themselves(example: Path, run: Runner) -> None:
    file = example / "school.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "文书: {称呼: 本校}\n", encoding="utf-8")
    for kind in ("summary", "plan", "scheme", "homes", "groups", "archive", "proxy-parents"):
        said = run("report", kind, cwd=example).out
        assert ("我校" in said, "本校" in said) == (False, True), kind
    assert "本校" not in run("report", cwd=example / "2012-2").out


def test_no_template_says_us_by_itself() -> None:
    found = [
        f"{path.name}: {word[0]}"
        for path in (ROOT / "templates").glob("*.j2")
        for word in re.finditer("我班|我校", path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(("decimals", "share"), [("0", "10%"), ("1", "10.0%"), ("2", "10.00%")])
def test_every_share_has_so_many_decimals(decimals: str, share: str, small: Path, run: Runner) -> None:
    (small / "class.yaml").write_text(f"{CLASS}文书: {{小数: {decimals}}}\n", encoding="utf-8")
    for kind in ("summary", "groups", "statistics"):
        said = run("report", kind, cwd=small).out
        assert f"占{share}" in said, kind
        shapes = {len(part) for part in re.findall(r"\d+\.?(\d*)%", said)}
        assert shapes == {int(decimals)}, kind


def test_decimals_reach_the_tables_of_a_school(example: Path, run: Runner) -> None:
    file = example / "school.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "文书: {小数: 2}\n", encoding="utf-8")
    for kind in ("summary", "groups"):
        said = run("report", kind, cwd=example).out
        assert {len(part) for part in re.findall(r"\d+\.?(\d*)%", said)} == {2}, kind


@pytest.mark.parametrize(
    ("word", "name"), [("不隐", "孙小梅"), ("none", "孙小梅"), ("留姓", "孙某某"), ("全隐", "某同学")]
)
def test_how_names_are_hidden(word: str, name: str, small: Path, run: Runner) -> None:
    (small / "class.yaml").write_text(f"{CLASS}文书: {{隐名: {word}}}\n", encoding="utf-8")
    assert name in run("report", "roster", cwd=small).out
    assert "孙小梅" in run("report", "card", "--child", "孙小梅", cwd=small).out
    assert "孙某某" in run("report", "roster", "--mask", "initial", cwd=small).out


def test_what_is_to_be_published_gives_no_sources(small: Path, run: Runner) -> None:
    (small / "class.yaml").write_text(f"{CLASS}文书: {{隐名: 全隐}}\n", encoding="utf-8")
    ran = run("report", "--trace", cwd=small)
    assert (ran.code, ran.out) == (7, "")
    assert run("report", "--trace", "--mask", "留姓", cwd=small).code == 0


def test_the_flag_knows_both_tongues_and_no_third(small: Path, run: Runner) -> None:
    assert run("report", "--mask", "全隐", cwd=small).out == run("report", "--mask", "full", cwd=small).out
    assert run("report", "--mask", "半隐", cwd=small).err == (
        "错误：--mask 写的是“半隐”\n提示：只能写：full、initial、none、全隐、留姓、不隐\n"
    )


def test_the_place_of_the_date(changed: Said) -> None:
    assert changed("{落款日期: 右空四字}") == []
    assert changed("{落款日期: 靠右}") == ["　" * 21 + "石塘小学关工委", "　" * 21 + "2013年12月30日"]
    assert changed("{落款日期: 居中}") == ["　" * 10 + "石塘小学关工委", "　" * 10 + "2013年12月30日"]
    assert changed("{落款日期: 同一行}") == ["　" * 9 + "石塘小学关工委　2013年12月30日"]


def test_the_fonts_reach_the_files(small: Path, run: Runner) -> None:
    (small / "class.yaml").write_text(
        f"{CLASS}文书: {{字体: {{正文: 方正仿宋, 表格: 方正书宋}}}}\n", encoding="utf-8"
    )
    for form, part, font in (
        ("docx", "word/styles.xml", "方正仿宋"),
        ("xlsx", "xl/styles.xml", "方正书宋"),
    ):
        run("report", "--format", form, "--output", f"a.{form}", cwd=small)
        with zipfile.ZipFile(io.BytesIO((small / f"a.{form}").read_bytes())) as archive:
            assert font in archive.read(part).decode()
    assert '--fang:latin,"方正仿宋",仿宋_GB2312' in run("report", "--format", "html", cwd=small).out


@pytest.mark.parametrize("kind", PAPERS)
def test_a_published_document_tells_of_no_few_children(kind: str, example: Path, run: Runner) -> None:
    """Every number of children in words or in a row of a table is nought, five or more, or withheld."""
    for place in (example,) if kind in ("scheme", "homes") else (example, *sorted(example.glob("20*"))):
        said = run("report", kind, "--mask", "full", cwd=place).out
        assert re.findall(r"(?<![\d.—<])[1-4]名", said) == []
        assert re.findall(r"[\u4e00-\u9fff]某|某某", said.replace("某同学", "")) == []
