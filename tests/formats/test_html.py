"""The page: whole, closed to the outside, and unfolding without a script."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from liushou_cli.formats.blocks import parse
from liushou_cli.formats.document import (
    Cell,
    Chart,
    Form,
    Heading,
    Paragraph,
    Run,
    Series,
    Signature,
    Table,
    Title,
)
from liushou_cli.formats.html import write
from tests.helpers.snapshot import Snapshot

HERE = Path(__file__).parent


def body(page: str) -> str:
    return page.partition("<main>\n")[2].partition("\n</main>")[0]


class Tags(HTMLParser):
    """Every start tag of a page with its attributes; and whether each was closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br", "input", "col"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", ["sample", "card"])
def test_a_whole_page(name: str, snapshot: Snapshot) -> None:
    traces = {"家访次数": ["2025-09-12 家访", "2025-09-15 家访"]}
    page = write(parse((HERE / f"{name}.md").read_text(encoding="utf-8")), traces)
    assert Tags(page).open == []
    snapshot(f"formats/{name}.html", page)


def test_each_block() -> None:
    written = """\
# 甲中学⏎总结

## 普查

共**重点**3名。

| 类别 | 人数 |
|:-:|--:|
| 甲 | 3 |
:表: 各类人数

::: 落款
甲中学
2026年1月20日
:::

::: 附件
::: 表格 1,3
| 姓名 | 周念安 |
|:-:|-|
| 备注 | < |
:::
:::
"""
    assert (
        body(write(parse(written)))
        == """\
<h1>甲中学<br>总结</h1>
<h2>一、普查</h2>
<p>共<strong>重点</strong>3名。</p>
<div class="table" id="table-1"><table><caption>各类人数</caption><colgroup><col><col></colgroup><thead><tr>\
<th scope="col">类别</th><th scope="col">人数</th></tr></thead><tbody><tr><td>甲</td><td class="right">3</td></tr>\
</tbody></table></div>
<div class="signed"><p class="unit">甲中学</p><p>2026年1月20日</p></div>
<div class="new-page"></div>
<div class="table wide form" id="table-2"><table><colgroup><col><col></colgroup><tbody><tr><td>姓名</td>\
<td class="left">周念安</td></tr><tr><td class="left" colspan="2">备注</td></tr></tbody></table></div>"""
    )


def test_a_figure_with_a_trace_unfolds_and_one_without_does_not() -> None:
    blocks = [
        Paragraph(
            (Run("家访"), Run("2", figure="家访次数"), Run("次，"), Run("3", figure="人数"), Run("名。"))
        )
    ]
    assert body(write(blocks, {"家访次数": ["9月12日 <甲>", "9月15日"], "人数": []})) == (
        '<p>家访<input type="checkbox" class="fold" id="fold-1" aria-label="家访次数：展开依据的记录">'
        '<label class="figure" for="fold-1">2</label><span class="records"><span>9月12日 &lt;甲&gt;</span>'
        "<span>9月15日</span></span>次，3名。</p>"
    )


def test_the_page_allows_nothing_but_its_own_style_sheet() -> None:
    page = write(parse((HERE / "card.md").read_text(encoding="utf-8")))
    sheet = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert re.findall(r"url\(|@import|https?:", sheet) == []


EVIL = "</p></style><script>alert(1)</script><img src=x onerror=y>\"'&"


def test_everything_from_outside_is_escaped() -> None:
    runs = (Run(EVIL, figure=EVIL),)
    page = write(
        [
            Title((EVIL,)),
            Heading(1, "一、", runs),
            Paragraph(runs),
            Table(((runs,), (runs,)), ("left",), EVIL),
            Form(((Cell(runs, 0),),), ("left",), (1,)),
            Chart("bar", EVIL, (EVIL,), (Series(EVIL, (1,)),)),
            Signature(EVIL, EVIL),
        ],
        {EVIL: [EVIL]},
    )
    found = Tags(page)
    assert found.open == []
    assert {tag for tag, _ in found.tags} & {"script", "img"} == set()
    attributes = {name for _, attrs in found.tags for name in attrs}
    assert attrs_that_run(attributes) == set()


def attrs_that_run(names: set[str]) -> set[str]:
    return {name for name in names if name.startswith("on") or name in {"style", "src", "href", "action"}}
