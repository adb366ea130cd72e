"""What LibreOffice makes of the papers of single children: one sheet a child, however full the file."""

from pathlib import Path

import pytest

from liushou_cli.domain.views import view
from liushou_cli.formats import templates
from liushou_cli.formats.blocks import parse
from liushou_cli.formats.word import write
from tests.builders import child, full, roll, scene
from tests.helpers import office

pytestmark = office.marks("soffice")

LITTLE = {"父亲": None, "母亲": None, "学籍登记": "双亲留守"}
BRIEF = {
    "家访": [{"日期": "2013-10-12", "情况": "奶奶说孩子放学以后先喂鸡再写作业，周末跟着爷爷下地。" * 2}] * 30
}


@pytest.mark.parametrize(
    ("kind", "title"), [("card", "留守儿童档案卡"), ("form-2016", "农村留守儿童基本情况登记表")]
)
def test_one_sheet_a_child(kind: str, title: str, tmp_path: Path) -> None:
    template = templates.find(kind)
    one = scene(roll(child(**full(30)), child(**LITTLE), child(**BRIEF), child(**full(1))))
    (tmp_path / "a.docx").write_bytes(write(parse(templates.render(template, view(one, template.parts)))))
    made = office.pages(office.printed(tmp_path / "a.docx"))
    assert [page[0] for page in made] == [title] * 4
    assert [page[-1] for page in made] == [f"—{number}—" for number in range(1, 5)]
