"""Whatever stands in a record stays text."""

import pytest

from liushou_cli.formats.document import Run
from liushou_cli.formats.pdf.quoting import families, lines, quoted, runs, visible


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("孙小梅", '"孙小梅"'),
        ('说："好"', '"说：\\"好\\""'),
        ("a\\u{41}", '"a\\\\u{41}"'),
        ('"]#read("/etc/passwd")', '"\\"]#read(\\"/etc/passwd\\")"'),
        ("一\n二\t三\r\x00\x1b\ud800", '"一 二 三"'),
    ],
)
def test_a_text_is_one_string_of_typst(text: str, made: str) -> None:
    assert quoted(text) == made


def test_runs_keep_bold_and_line_breaks() -> None:
    content = (Run("共"), Run("22", figure="家访次数"), Run("次\n#已核", bold=True))
    assert runs(content, "bold") == '#"共"#"22"#bold[#"次"#linebreak()#"#已核"]'
    assert lines("") == '#""'


def test_an_array_of_one_name_is_an_array() -> None:
    assert families(["仿宋"]) == '("仿宋", )'


def test_only_what_is_seen_needs_a_font() -> None:
    assert visible("一 二\u3000\u200b\n☑\ufe0f") == {"一", "二", "☑"}
