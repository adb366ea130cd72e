"""What LibreOffice prints of the workbook."""

from pathlib import Path

from liushou_cli.formats.blocks import parse
from liushou_cli.formats.xlsx import write
from tests.helpers import office

pytestmark = office.marks("soffice")
HERE = Path(__file__).parents[1]


def test_a_roster_repeats_its_head_and_counts_its_pages(tmp_path: Path) -> None:
    rows = "\n".join(f"| 孩子 | =甲{'乙' * (i % 7)} |" for i in range(60))
    (tmp_path / "a.xlsx").write_bytes(write(parse(f"# 花名册\n\n| 姓名 | 备注 |\n|:-:|:--|\n{rows}\n")))
    pages = office.pages(office.printed(tmp_path / "a.xlsx"))
    assert [page[:2] for page in pages] == [["花名册", "姓名备注"]] * 2
    assert sum(line.startswith("孩子=甲") for page in pages for line in page) == 60


def test_each_sheet_of_the_sample_is_as_wide_as_its_page(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(write(parse((HERE / "sample.md").read_text(encoding="utf-8"))))
    pages = office.pages(office.printed(tmp_path / "a.xlsx"))
    tops = [page[0] for page in pages]
    assert pages[0][:2] == ["石塘中学2025—2026学年第一学期", "七年级（2）班留守儿童帮扶工作总结"]
    assert [top for top in tops if top in WANTED] == WANTED
    assert len(pages) == len(WANTED) + 2


WANTED = [
    *("留守儿童照护情况（共17名）", "各类帮扶对象的人数（按照护情况）", "本学期活动一览"),
    *("各月家访与亲情电话次数", "各月谈心次数与上学期同月相比", "附件：留守儿童花名册"),
]
