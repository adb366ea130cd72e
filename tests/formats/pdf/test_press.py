"""The PDF itself, and what is refused before it is written."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from liushou_cli.errors import BadInput
from liushou_cli.formats import writer
from liushou_cli.formats.document import Paragraph, Run, Title
from liushou_cli.formats.pdf.faces import SOURCES
from tests.helpers import office

typst = pytest.importorskip("typst")
press = pytest.importorskip("liushou_cli.formats.pdf.press")

NAME = (Title(("花名册",)), Paragraph((Run("张喆、刘玥昇"),)))
FANDOL = pytest.mark.skipif(bool(office.missing()), reason=office.missing() or "有")


def bare(font_paths: list[str]) -> object:
    """A computer with no fonts but those of a folder and the typst wheel's own."""
    return typst.Fonts(include_system_fonts=False, font_paths=font_paths)


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "typst", SimpleNamespace(Fonts=bare, compile=typst.compile))


@pytest.mark.usefixtures("no_fonts")
def test_no_chinese_face_no_pdf() -> None:
    with pytest.raises(BadInput) as refusal:
        writer("pdf")(NAME)
    assert (refusal.value.message, refusal.value.hint) == (
        "出 PDF 要用的字体，这台电脑上没有：仿宋、黑体、楷体、宋体",
        SOURCES,
    )


def test_a_folder_of_fonts_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refusal:
        writer("pdf")(NAME, tmp_path / "fonts")
    assert refusal.value.message == f"没有这个字体文件夹：{tmp_path / 'fonts'}"


@FANDOL
@pytest.mark.usefixtures("no_fonts")
def test_a_character_that_no_font_has_is_named_never_left_out() -> None:
    with pytest.raises(BadInput) as refusal:
        writer("pdf")(NAME, office.fandol())
    assert refusal.value.message == "这台电脑上没有哪种字体有这些字：喆、昇、玥"


@FANDOL
@pytest.mark.usefixtures("no_fonts")
def test_the_same_blocks_give_the_same_bytes() -> None:
    blocks = (Title(("花名册",)), Paragraph((Run("张小明，2013年。"),)))
    first = writer("pdf")(blocks, office.fandol())
    assert isinstance(first, bytes)
    assert (first[:5], first == writer("pdf")(blocks, office.fandol())) == (b"%PDF-", True)


def test_another_font_is_sought_for_what_the_papers_lack(monkeypatch: pytest.MonkeyPatch) -> None:
    """A has one of the characters; SimSun-ExtB, most like the paper's own, has none; B and C have all."""
    held = {"A": "玥", "B": "喆玥昇", "C": "喆玥昇"}
    upright = {
        family: SimpleNamespace(family=family, path=family, index=0)
        for family in ("仿宋", "黑体", "楷体", "宋体", "SimSun-ExtB", *held)
    }

    def lacking(path: Path, _: int, wanted: set[str]) -> set[str]:
        return set(wanted) - set("张刘、" + held.get(str(path), ""))

    monkeypatch.setattr(press, "lacking", lacking)
    found = press._complete(press.choose(upright), upright, set("张喆刘玥昇"))
    assert (found.body, found.table) == (("仿宋", "A", "B"), ("宋体", "A", "B"))
