"""Blocks -> the body of the document."""

from collections.abc import Iterable
from itertools import pairwise

from liushou_cli.formats.document import (
    CENTER,
    Block,
    Chart,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    Title,
)
from liushou_cli.formats.word import forms, tables
from liushou_cli.formats.word.charts import drawing
from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.page import LINE
from liushou_cli.formats.word.xml import DECLARATION, R, W, paragraph, run, runs

_CHARACTER = 320  # one of 三号, in twentieths of a point
_BREAK = "<w:pageBreakBefore/>"


class Body:
    """Takes blocks in turn. ``charts`` are those it has shown, under the ids chart-1, chart-2 …"""

    def __init__(self, fonts: Fonts) -> None:
        self.charts: list[Chart] = []
        self._fonts = fonts
        self._parts: list[str] = []
        self._new_page = False

    def take(self, blocks: Iterable[Block]) -> None:
        for block, following in pairwise([*blocks, None]):
            if block is not None:
                self._block(block, signed=isinstance(following, Signature))

    def document(self, section: str) -> str:
        return (
            f"{DECLARATION}<w:document {W} {R}><w:body>{''.join(self._parts)}{section}</w:body></w:document>"
        )

    def _block(self, block: Block, *, signed: bool) -> None:
        """*signed*: what follows is the unit and the date, which do not stand alone on a page."""
        fonts = self._fonts
        match block:
            case Title(lines):
                self._add("Title", run("\n".join(lines), fonts.title, fonts))
            case Heading(level, number, content):
                face = fonts.of_heading(level)
                words = (run(number, face, fonts) if number else "") + runs(content, face, fonts)
                self._add(f"Heading{level}", words)
            case Paragraph(content):
                self._add("Normal", runs(content, fonts.body, fonts), "<w:keepNext/>" if signed else "")
            case Table():
                self._table(tables.table(block, fonts), block.caption)
            case Form():
                self._table(forms.form(block, fonts))
            case Chart():
                self._chart(block)
            case Signature():
                self._signature(block)
            case PageBreak():
                self._new_page = True

    def _add(self, style: str, content: str, keep: str = "", look: str = "") -> None:
        start, self._new_page = (_BREAK if self._new_page else ""), False
        self._parts.append(paragraph(style, content, keep + start + look))

    def _table(self, table: str, caption: str = "") -> None:
        """A thin paragraph follows: Word joins tables that touch, and wants text at the end."""
        if caption:
            self._add("Caption", run(caption, self._fonts.level_1, self._fonts))
        elif self._new_page:
            self._add("AfterTable", "")
        self._parts += [table, paragraph("AfterTable", "")]

    def _chart(self, chart: Chart) -> None:
        if not (chart.x and chart.series):
            self._add("Figure", run(f"{chart.title}：没有数据", self._fonts.table, self._fonts))
            return
        self.charts.append(chart)
        number = len(self.charts)
        self._add("Figure", drawing(chart, f"chart-{number}", number))

    def _signature(self, signature: Signature) -> None:
        """One empty line above, never parted. Where GB/T 9704-2012 rules: 成文日期右空四字，署名以日期为准居中."""
        lines = signature.lines()
        for number, (words, right) in enumerate(zip(lines, signature.rooms(), strict=True)):
            keep = "<w:keepNext/><w:keepLines/>" if number < len(lines) - 1 else "<w:keepLines/>"
            space = f'<w:spacing w:before="{LINE}"/>' if number == 0 else ""
            indent = f'<w:ind w:rightChars="{round(right * 100)}" w:right="{round(right * _CHARACTER)}"/>'
            if signature.place == CENTER:
                indent = '<w:jc w:val="center"/>'
            self._add("Signature", run(words, self._fonts.body, self._fonts), keep, space + indent)
