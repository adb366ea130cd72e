"""The file as a whole: its parts, its sameness, and what it does not tell."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document

from liushou_cli.formats.blocks import parse
from liushou_cli.formats.document import Block, Chart, Form, Paragraph, Run, Series, Table, Title, plain
from liushou_cli.formats.word import write

HERE = Path(__file__).parents[1]


def sample(name: str) -> tuple[Block, ...]:
    return parse((HERE / f"{name}.md").read_text(encoding="utf-8"))


def test_its_parts() -> None:
    with zipfile.ZipFile(io.BytesIO(write(sample("sample")))) as archive:
        assert sorted(archive.namelist()) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            *(f"word/charts/_rels/chart{i}.xml.rels" for i in (1, 2, 3)),
            *(f"word/charts/chart{i}.xml" for i in (1, 2, 3)),
            "word/document.xml",
            *(f"word/embeddings/chart{i}.xlsx" for i in (1, 2, 3)),
            "word/fontTable.xml",
            "word/footer-even.xml",
            "word/footer-odd.xml",
            "word/settings.xml",
            "word/styles.xml",
            "word/theme.xml",
        ]
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_blocks_give_the_same_bytes() -> None:
    assert write(sample("sample")) == write(sample("sample"))


def test_its_properties_name_no_one() -> None:
    about = Document(io.BytesIO(write([Title(("甲中学", "工作总结"))]))).core_properties
    assert (about.title, about.author, about.last_modified_by, about.comments, about.language) == (
        "甲中学工作总结", "", "", "", "zh-CN",
    )  # fmt: skip
    assert about.created == about.modified == datetime(1980, 1, 1, tzinfo=UTC)


def test_every_word_arrives() -> None:
    blocks = sample("sample")
    document = Document(io.BytesIO(write(blocks)))
    paragraphs = [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]
    assert [one.text for one in document.paragraphs if one.style and one.style.name == "Normal"] == paragraphs
    cells = [
        plain(cell) for block in blocks if isinstance(block, Table) for row in block.rows for cell in row
    ]
    assert [cell.text for one in document.tables for cell in one._cells] == cells


EVIL = "</w:t><w:p>&\"'<\x00\x1f\ud800"


def test_text_from_outside_stays_text() -> None:
    runs = (Run(EVIL),)
    blocks: list[Block] = [
        Title((EVIL,)),
        Paragraph(runs),
        Table(((runs,),), ("left",), EVIL),
        Chart("bar", EVIL, (EVIL,), (Series(EVIL, (1,)),)),
    ]
    document = Document(io.BytesIO(write(blocks)))
    kept = "</w:t><w:p>&\"'<"
    assert [one.text for one in document.paragraphs] == [kept, kept, kept, "", ""]
    assert document.core_properties.title == kept


@pytest.mark.slow
@pytest.mark.parametrize("name", ["sample", "card"])
def test_a_validator_finds_nothing(name: str, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit 未安装")
    blocks = sample(name)
    assert any(isinstance(block, Form if name == "card" else Chart) for block in blocks)
    file = tmp_path / f"{name}.docx"
    file.write_bytes(write(blocks))
    assert [str(error) for error in audit.OpenXmlValidator().validate(file).errors] == []


@pytest.mark.slow
def test_the_validator_does_find_faults(tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit 未安装")
    file = tmp_path / "bad.docx"
    with zipfile.ZipFile(io.BytesIO(write([Title(("甲",))]))) as good, zipfile.ZipFile(file, "w") as bad:
        for name in good.namelist():
            bad.writestr(name, good.read(name).replace(b'<w:pStyle w:val="Title"/>', b"<w:jc/><w:pStyle/>"))
    assert audit.OpenXmlValidator().validate(file).errors != []
