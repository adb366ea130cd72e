"""Markdown out: what it says, and that any reader of Markdown shows the same words."""

from html import unescape
from pathlib import Path
from re import sub

import pytest
from markdown_it import MarkdownIt

from liushou_cli.formats.blocks import parse
from liushou_cli.formats.document import Block, Paragraph, Run, Table, plain
from liushou_cli.formats.markdown import write
from tests.helpers.snapshot import Snapshot

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", ["sample", "card"])
def test_a_whole_document(name: str, snapshot: Snapshot) -> None:
    snapshot(f"formats/{name}.md", write(parse((HERE / f"{name}.md").read_text(encoding="utf-8"))))


def test_each_block() -> None:
    written = """\
# 甲中学⏎总结

## 普查

共**“重点”**[3](figure:重点)名。

| 类别 | 人数 |
|:-:|--:|
| a\\|b | 3 |
:表: 各类人数

```chart
{"kind": "bar", "title": "家访", "x": ["9月"], "series": {"次数": [2], "人次": [2.5]}}
```

::: 落款
甲中学关工委
2026年1月20日
:::

::: 附件
::: 表格 1,1
| 姓名 | 周念安 |
|-|-|
| 备注 | < |
:::
:::
"""
    assert (
        write(parse(written))
        == """\
# 甲中学总结

## 一、普查

共“**重点**”3名。

**各类人数**

| 类别 | 人数 |
| :-: | --: |
| a\\|b | 3 |

**家访**

|  | 次数 | 人次 |
| :-- | --: | --: |
| 9月 | 2 | 2.5 |

　　　　　　　　　　　　　　　　　　甲中学关工委

　　　　　　　　　　　　　　　　　　2026年1月20日

---

| 姓名 | 周念安 |
| :-- | :-- |
| 备注 |  |
"""
    )


NASTY = [
    "138****0001", "*甲*乙*", "**甲**", "# 题", "- 项", "+ 项", "* 项", "1. 项", "1) 项", "> 引", "a_b_c", "_斜_",
    "<b>粗</b>", "a < b", "&lt;", "&#65;", "`码`", "[甲](乙)", "![甲](乙)", "~~删~~", "|", r"反\斜", "---", "===",
    "::: 附件", ":表: 甲", "2026. 1. 20",
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("bold", [False, True])
def test_any_reader_shows_the_same_words(text: str, bold: bool) -> None:
    shown: list[Block] = [
        Paragraph((Run(text, bold=bold), Run("后面"))),
        Table((((Run("头"),),), ((Run(text, bold),),)), ("left",)),
    ]
    assert _shown(shown) == [text + "后面", "头", text]


def _shown(blocks: list[Block]) -> list[str]:
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(write(blocks))
    lines = (
        unescape(sub(r"</?(?:p|strong|table|thead|tbody|tr|th|td)( [^>]*)?>", "", line))
        for line in page.split("\n")
    )
    return [line for line in lines if line]


def test_bold_is_bold_beside_chinese_punctuation() -> None:
    runs = (Run("把"), Run("“留守儿童”", bold=True), Run("列为"), Run("（重点）", bold=True))
    page = MarkdownIt("commonmark").render(write([Paragraph(runs)]))
    assert page == "<p>把“<strong>留守儿童</strong>”列为（<strong>重点</strong>）</p>\n"
    assert _shown([Paragraph(runs)]) == [plain(runs)]
