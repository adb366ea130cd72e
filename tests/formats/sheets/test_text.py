"""CSV and its kin as other tools export them."""

import pytest

from liushou_cli.errors import BadInput
from liushou_cli.formats.sheets.text import rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_reads_what_tools_export(encoding: str, separator: str) -> None:
    text = f"孩子{separator}日期\r\n4kx7qm{separator}2013-12-10\r\n\r\n"
    assert rows(text.encode(encoding)) == [["孩子", "日期"], ["4kx7qm", "2013-12-10"], []]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\xff"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput, match="不是文字"):
        rows(content)


def test_a_cell_is_never_cut_short_unsaid() -> None:
    with pytest.raises(BadInput, match="长得出奇"):
        rows(("孩子,情况\n4kx7qm," + "好" * 4001).encode())
