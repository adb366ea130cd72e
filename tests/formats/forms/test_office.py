"""The filled examples as LibreOffice prints them: everything in its place, nothing left of a mark."""

import shutil
from pathlib import Path

import pytest

from tests.helpers import office
from tests.helpers.places import ROOT
from tests.helpers.run import Runner

FORMS = ROOT / "examples" / "表样" / "带标记"
pytestmark = office.marks("soffice")


@pytest.mark.parametrize(
    ("form", "pieces", "number"),
    [
        ("工作情况报表.docx", ["91.7%", "没有做到的有9名，名单附后。", "冯某", "通话（10月缺）"], 2),
        (
            "花名册.xlsx",
            ["合计36", "在籍学生46留守儿童24占比52.2%家访覆盖率91.7%", "新溪中学关工委2013年12月30日"],
            2,
        ),
    ],
)
def test_a_form_on_paper(
    form: str, pieces: list[str], number: int, example: Path, tmp_path: Path, run: Runner
) -> None:
    """What stands side by side may come as one line or two; so words are looked for, not lines."""
    place = tmp_path / "office" / f"form{Path(form).suffix}"
    place.parent.mkdir()
    shutil.copy(FORMS / form, tmp_path / form)
    ran = run("report", "--form", str(tmp_path / form), "--output", str(place), cwd=example / "2012-2")
    assert ran.code == 0, ran.both
    pages = office.pages(office.printed(place))
    text = "".join(line for page in pages for line in page)
    assert [piece for piece in pieces if piece not in text] == []
    assert not {"{", "}"} & set(text)
    assert len(pages) == number
