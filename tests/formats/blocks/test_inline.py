"""Runs of text: the two traps of Markdown in Chinese, and line ends."""

import pytest

from liushou_cli.formats.blocks import parse
from liushou_cli.formats.document import Paragraph, Run, Runs


def runs(written: str) -> Runs:
    (block,) = parse(written)
    assert isinstance(block, Paragraph)
    return block.runs


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**“留守儿童”**是", (Run("“留守儿童”", bold=True), Run("是"))),
        ("把**重点（必须）**工作", (Run("把"), Run("重点（必须）", bold=True), Run("工作"))),
        ("这个**问题，**全社会", (Run("这个"), Run("问题，", bold=True), Run("全社会"))),
        ("**甲**、**乙**", (Run("甲", bold=True), Run("、"), Run("乙", bold=True))),
        ("共**[3](figure:甲)名**", (Run("共"), Run("3", bold=True, figure="甲"), Run("名", bold=True))),
    ],
)
def test_bold_beside_chinese_punctuation(written: str, read: Runs) -> None:
    assert runs(written) == read


@pytest.mark.parametrize(
    "value",
    [
        "a*b*c",
        "**粗**",
        "# 题",
        "- 项",
        "1. 项",
        "[1](figure:甲)",
        "<b>",
        "`x`",
        r"\|",
        ":表: 甲",
        "::: 附件",
    ],
)
def test_an_escaped_value_is_only_text(value: str) -> None:
    escaped = "".join(
        "\\" + char if char.isascii() and not char.isalnum() and char != " " else char for char in value
    )
    assert runs("值：" + escaped) == (Run("值：" + value),)
    assert runs(escaped) == (Run(value),)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("前一行\n后一行", "前一行后一行"),
        ("one\ntwo", "one two"),
        ("共3名，\n22 次", "共3名，22 次"),
        ("一⏎二", "一\n二"),
    ],
)
def test_line_ends(written: str, read: str) -> None:
    assert runs(written) == (Run(read),)
