"""Blocks -> one page of HTML that needs nothing else: no script, no network, A4 on screen and on paper.

Everything from the blocks is escaped. The page's own policy forbids all but its one style sheet, so even
an escaping fault could load or run nothing; hence no ``style`` attribute anywhere.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from types import MappingProxyType

from liushou_cli.formats import svg
from liushou_cli.formats.columns import column_widths
from liushou_cli.formats.document import (
    CENTER,
    ONE_LINE,
    RIGHT,
    STANDARD,
    Block,
    Chart,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Signature,
    Table,
    Title,
    title_of,
)
from liushou_cli.formats.stylesheet import DENSE, sheet

_TEXT_WIDTH = 8844  # of the sheet: 156 mm in twentieths of a point
Traces = Mapping[str, Sequence[str]]


def write(
    blocks: Sequence[Block], traces: Traces | None = None, faces: Mapping[str, str] = MappingProxyType({})
) -> str:
    """``traces``: key of a figure -> one line for each record it was counted from. Such a figure unfolds.

    ``faces``: use -> the font a school chose, tried before ours.
    """
    page = _Page(traces or {}, faces.get("level_1", ""))
    body = "\n".join(page.block(block) for block in blocks)
    style = sheet(faces) + "".join(page.rules)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title_of(blocks))}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


class _Page:
    """Writes blocks in turn, and counts what needs a name of its own: tables and unfolding figures."""

    def __init__(self, traces: Traces, black: str) -> None:
        self._font = f"{black},{svg.FONT}" if black else svg.FONT
        self.rules: list[str] = []
        self._traces = traces
        self._folds = 0

    def block(self, block: Block) -> str:
        match block:
            case Title(lines):
                return f"<h1>{'<br>'.join(map(escape, lines))}</h1>"
            case Heading(level, number, runs):
                return f"<h{level + 1}>{number}{self._runs(runs)}</h{level + 1}>"
            case Paragraph(runs):
                return f"<p>{self._runs(runs)}</p>"
            case Table():
                wide = " wide" if len(block.align) > 4 else ""
                return self._framed("table" + wide, column_widths(block, _TEXT_WIDTH), self._table(block))
            case Form():
                dense = " dense" if len(block.rows) > DENSE else ""
                return self._framed(f"table wide form{dense}", block.widths, self._form(block))
            case Chart():
                return f"<figure>{svg.draw(block, self._font)}</figure>"
            case Signature():
                return _signature(block)
            case PageBreak():
                return '<div class="new-page"></div>'

    def _table(self, table: Table) -> Iterator[str]:
        if table.caption:
            yield f"<caption>{escape(table.caption)}</caption>"
        head, *body = table.rows
        yield f"<colgroup>{'<col>' * len(head)}</colgroup><thead><tr>" + "".join(
            f'<th scope="col">{self._runs(cell)}</th>' for cell in head
        )
        yield "</tr></thead><tbody>"
        for row in body:
            cells = zip(row, table.align, strict=True)
            yield "<tr>" + "".join(f"<td{_look(align)}>{self._runs(cell)}</td>" for cell, align in cells)
            yield "</tr>"
        yield "</tbody>"

    def _form(self, form: Form) -> Iterator[str]:
        yield f"<colgroup>{'<col>' * len(form.widths)}</colgroup><tbody>"
        for row in form.rows:
            yield "<tr>"
            for cell in row:
                spans = _span("colspan", cell.across) + _span("rowspan", cell.down)
                yield f"<td{_look(form.align_of(cell))}{spans}>{self._runs(cell.runs)}</td>"
            yield "</tr>"
        yield "</tbody>"

    def _framed(self, classes: str, widths: Sequence[float], content: Iterator[str]) -> str:
        """Widths are rules of the style sheet: the page's policy allows no ``style`` attribute."""
        name, total = f"table-{len(self.rules) + 1}", sum(widths)
        self.rules.append(
            "".join(
                f"#{name} col:nth-child({i}){{width:{100 * width / total:.2f}%}}"
                for i, width in enumerate(widths, 1)
            )
        )
        return f'<div class="{classes}" id="{name}"><table>{"".join(content)}</table></div>'

    def _runs(self, runs: Runs) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        text = escape(run.text).replace("\n", "<br>")
        lines = self._traces.get(run.figure or "")
        if run.figure and lines:
            text = self._unfolding(text, run.figure, lines)
        return f"<strong>{text}</strong>" if run.bold else text

    def _unfolding(self, text: str, key: str, lines: Sequence[str]) -> str:
        """A hidden check box holds what is open. ``details`` would do it, but may not stand in a ``p``."""
        self._folds += 1
        name = f"fold-{self._folds}"
        records = "".join(f"<span>{escape(line)}</span>" for line in lines)
        return (
            f'<input type="checkbox" class="fold" id="{name}" aria-label="{escape(key)}：展开依据的记录">'
            f'<label class="figure" for="{name}">{text}</label><span class="records">{records}</span>'
        )


def _signature(signature: Signature) -> str:
    if signature.place == STANDARD:
        unit, date = map(escape, signature.lines())
        return f'<div class="signed"><p class="unit">{unit}</p><p>{date}</p></div>'
    kind = {RIGHT: "signed edge", CENTER: "signed middle", ONE_LINE: "signed"}[signature.place]
    return f'<div class="{kind}">{"".join(f"<p>{escape(line)}</p>" for line in signature.lines())}</div>'


def _look(align: str) -> str:
    return "" if align == "center" else f' class="{align}"'


def _span(name: str, count: int) -> str:
    return f' {name}="{count}"' if count > 1 else ""
