"""The dialect of templates, whole documents at a time, and what it refuses."""

import pytest

from liushou_cli.errors import TemplateFault
from liushou_cli.formats.blocks import parse
from liushou_cli.formats.document import (
    Cell,
    Chart,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Series,
    Signature,
    Table,
    Title,
    plain,
)


def text(words: str) -> tuple[Run, ...]:
    return (Run(words),) if words else ()


def test_a_whole_document() -> None:
    written = """\
# 石塘中学⏎工作总结

共家访[22](figure:家访次数)次。

## 普查

- 第一项
- 第二项

| 类别 | 人数 |
|:--|--:|
| 重点 | 3 |
:表: 各类人数

```chart
{"kind": "bar", "title": "家访", "x": ["9月"], "series": {"次数": [2]}}
```

::: 落款
石塘中学
2026年1月20日
:::

::: 附件
## 附件：档案卡

::: 表格 1,2
| 姓名 | 周念安 |
|:-:|:-:|
| 备注 | < |
:::
:::
"""
    assert parse(written) == (
        Title(("石塘中学", "工作总结")),
        Paragraph((Run("共家访"), Run("22", figure="家访次数"), Run("次。"))),
        Heading(1, "一、", text("普查")),
        Paragraph(text("第一项")),
        Paragraph(text("第二项")),
        Table(((text("类别"), text("人数")), (text("重点"), text("3"))), ("left", "right"), "各类人数"),
        Chart("bar", "家访", ("9月",), (Series("次数", (2,)),)),
        Signature("石塘中学", "2026年1月20日"),
        PageBreak(),
        Heading(1, "", text("附件：档案卡")),
        Form(
            ((Cell(text("姓名"), 0), Cell(text("周念安"), 1)), (Cell(text("备注"), 0, across=2),)),
            ("center", "center"),
            (1.0, 2.0),
        ),
    )


def test_a_second_title_starts_a_new_page_and_new_numbers() -> None:
    assert parse("# 甲\n\n## 子\n\n# 乙\n\n## 丑\n") == (
        Title(("甲",)),
        Heading(1, "一、", text("子")),
        PageBreak(),
        Title(("乙",)),
        Heading(1, "一、", text("丑")),
    )


def test_numbers_go_on_after_an_appendix() -> None:
    blocks = parse("## 甲\n\n::: 附件\n## 表\n:::\n\n## 乙\n")
    assert [block.number for block in blocks if isinstance(block, Heading)] == ["一、", "", "二、"]


def test_a_caption_may_follow_after_an_empty_line() -> None:
    table = "| 甲 |\n|---|\n| 1 |\n"
    assert parse(table + ":表: 说明\n") == parse(table + "\n:表: 说明\n")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("> 引用", "不支持的内容：引用（行首的 >）"),
        ("    缩进", "不支持的内容：缩进的代码块"),
        ("```python\nx\n```", "不支持的内容：代码块（只认 chart）"),
        ("1. 第一", "不支持的内容：编号列表（标题的编号自动生成）"),
        ("<b>粗</b>", "不支持的内容：HTML"),
        ("粗<b>体</b>", "不支持的内容：HTML"),
        ("![图](a.png)", "不支持的内容：图片"),
        ("*斜*", "不支持的内容：斜体（单个 *）"),
        ("`码`", "不支持的内容：行内代码（反引号）"),
        ("[网](http://a.cn)", "不支持链接"),
        ("<http://a.cn>", "不支持链接"),
        ("[2](figure:家访 次数)", "数字的标记不完整"),
        ("---", "不支持的内容：分隔线"),
        ("###### 六", "标题最多到四级（#####）"),
        (":表: 说明", ":表: 要紧跟在一张表的后面"),
        ("::: 表单\n:::", "不认得 ::: 后面的名称，只有：落款、附件、表格"),
        (":::", "多了一个 :::"),
        ("::: 附件\n文字", "::: 附件 没有结束"),
        ("::: 附件\n::: 附件\n:::\n:::", "::: 附件 不能写在这里"),
        ("::: 落款\n甲\n:::", "::: 落款 要写两行：单位和日期"),
        ("::: 落款\n## 甲\n:::", "::: 落款 里不能写这个"),
        ("::: 表格 1,2\n:::", "::: 表格 里要有一张表，也只能有一张"),
        ("::: 表格 1,0\n| 甲 | 乙 |\n|-|-|\n:::", "::: 表格 后面要写各列的宽度，如 ::: 表格 16,22,16,22"),
        ("::: 表格\n| 甲 |\n|-|\n:::", "::: 表格 后面要写各列的宽度，如 ::: 表格 16,22,16,22"),
        ("```chart\n不是 JSON\n```", "图表的数据读不懂"),
    ],
)
def test_what_is_not_known_is_refused_by_line(written: str, said: str) -> None:
    with pytest.raises(TemplateFault) as refusal:
        parse(f"第一行\n\n第三行\n\n{written}\n")
    place, _, what = refusal.value.message.partition("：")
    assert (place.startswith("生成的文稿第 "), what) == (True, said)
    line = int(place.removeprefix("生成的文稿第 ").removesuffix(" 行"))
    assert 5 <= line <= 6


@pytest.mark.parametrize("written", ["[甲]: 乙", "一\n===", "&lt;&amp;", "~~删~~", "_斜_", "a < b > c"])
def test_what_markdown_would_swallow_stays_text(written: str) -> None:
    (block,) = parse(written)
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == written.replace("\n", "")


def test_no_text_no_blocks() -> None:
    assert parse("") == ()
