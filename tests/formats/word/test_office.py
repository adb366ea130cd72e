"""What LibreOffice makes of the file: 22 lines of 28 characters, as GB/T 9704-2012 asks."""

from pathlib import Path

from liushou_cli.formats.blocks import parse
from liushou_cli.formats.document import Block, Paragraph, Run
from liushou_cli.formats.word import write
from tests.helpers import office

HERE = Path(__file__).parents[1]
pytestmark = office.marks("soffice")


def pages(blocks: list[Block] | tuple[Block, ...], folder: Path) -> list[list[str]]:
    """The text lines of each page, from the top, as LibreOffice sets them."""
    (folder / "a.docx").write_bytes(write(blocks))
    return office.pages(office.printed(folder / "a.docx"))


def test_a_page_holds_22_lines_of_28_characters(tmp_path: Path) -> None:
    text = (Run("国家关心爱护每一个孩子们" * 60),)
    *lines, number = pages([Paragraph(text)] * 3, tmp_path)[1]
    assert number == "—2—"
    # Line 4 ends a paragraph, and line 5 begins one two characters in.
    assert [len(line) for line in lines] == [28, 28, 28, 22, 26, *[28] * 17]


def test_the_summary_stands_on_its_pages(tmp_path: Path) -> None:
    made = pages(parse((HERE / "sample.md").read_text(encoding="utf-8")), tmp_path)
    assert [page[-1] for page in made] == [f"—{i}—" for i in range(1, len(made) + 1)]
    assert made[0][0].startswith("石塘中学2025—2026")
    assert made[-1][0] == "附件：留守儿童花名册"
    assert [line for page in made for line in page if line.startswith("石塘中学七年级（2）班")] != []
