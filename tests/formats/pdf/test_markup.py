"""The whole source that typst is given, for the two sample documents."""

import re
from pathlib import Path

import pytest

from liushou_cli.formats.blocks import parse
from liushou_cli.formats.document import Chart, Heading, PageBreak, Paragraph, Run, Series, Signature, Title
from liushou_cli.formats.pdf.faces import Faces
from liushou_cli.formats.pdf.markup import markup, texts
from tests.helpers.snapshot import Snapshot

HERE = Path(__file__).parents[1]


@pytest.mark.parametrize("name", ["sample", "card"])
def test_a_whole_document(name: str, snapshot: Snapshot) -> None:
    blocks = parse((HERE / f"{name}.md").read_text(encoding="utf-8"))
    snapshot(f"formats/{name}.typ", markup(blocks, Faces()))


def test_every_block() -> None:
    blocks = (
        Title(("石塘中学", "工作总结")),
        Heading(2, "（一）", (Run("家访"),)),
        Paragraph((Run("共22次。"),)),
        PageBreak(),
        Signature("石塘中学七年级（2）班", "2026年1月20日"),
    )
    assert markup(blocks, Faces()).split("\n\n")[1:] == [
        '#headline[#"石塘中学"#linebreak()#"工作总结"]',
        '#heading(level: 2)[#"（一）"#"家访"]',
        '#"共22次。"',
        "#pagebreak(weak: true)",
        '#signed((32pt, [#"石塘中学七年级（2）班"]), (64pt, [#"2026年1月20日"]))\n',
    ]


def test_every_text_is_looked_at() -> None:
    blocks = (
        *parse((HERE / "sample.md").read_text(encoding="utf-8")),
        *parse((HERE / "card.md").read_text(encoding="utf-8")),
        Chart("bar", "甲", ("乙",), (Series("丙", (1,)),)),
    )
    found = set().union(*texts(blocks))
    source = "".join(re.findall(r'#"(.*?)"', markup(blocks, Faces())))
    assert {char for char in source if char > "\u2e80"} - found == set()
    assert set("甲乙丙喆买㊣") - found == {"㊣"}
