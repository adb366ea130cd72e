"""What a document's workbook holds: a sheet for each table, form and chart, and 说明 for its text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

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
    plain,
    title_of,
)

TEXT = "说明"
_LONGEST = 31  # characters of a sheet's name; Excel takes no more, and none of these:
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_ASIDE = re.compile(r"（[^（）]*）$")


@dataclass(frozen=True)
class Line:
    """A line of text; ``kind`` is title, heading, text, signature or middle (one in the middle of its line)."""

    kind: str
    text: str


@dataclass(frozen=True)
class Part:
    """One table, form, chart or line, under its headline (the document's title) and its caption."""

    body: Table | Form | Chart | Line
    title: str = ""
    caption: str = ""
    new_page: bool = False


@dataclass
class Sheet:
    """Parts one under another."""

    name: str
    parts: list[Part] = field(default_factory=list)


@dataclass
class Plan:
    """``text`` is what stands on the first sheet, 说明."""

    text: list[Line] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)


def plan(blocks: Iterable[Block]) -> Plan:
    """A document that begins with a form, or has several titles (the cards of a class), is one sheet,
    a page for each title. In any other the text is left out where there are only tables under their title.
    """
    every = tuple(blocks)
    titles = [block for block in every if isinstance(block, Title)]
    first = next((block for block in every if not isinstance(block, Title)), None)
    if len(titles) > 1 or isinstance(first, Form):
        return Plan(sheets=[Sheet(_name(title_of(every)), list(_pages(every)))])
    planner = _Planner()
    for block in every:
        planner.take(block)
    found = planner.plan
    if found.sheets and not any(isinstance(block, Paragraph) for block in every):
        found.sheets[-1].parts += [Part(line) for line in found.text if line.kind in ("signature", "middle")]
        found.text = []
    return found


def _pages(blocks: Iterable[Block]) -> Iterator[Part]:
    new_page = False
    for i, block in enumerate(blocks):
        new_page |= isinstance(block, Title | PageBreak) and i > 0
        if isinstance(block, Table | Form | Chart):
            yield Part(block, caption=_caption(block), new_page=new_page)
            new_page = False
        for line in _lines(block):
            yield Part(line, new_page=new_page)
            new_page = False


def _lines(block: Block) -> list[Line]:
    match block:
        case Title(lines):
            return [Line("title", "\n".join(lines))]
        case Heading(_, number, runs):
            return [Line("heading", number + plain(runs))]
        case Paragraph(runs):
            return [Line("text", plain(runs))]
        case Signature():
            kind = "middle" if block.place == CENTER else "signature"
            return [Line(kind, line) for line in block.lines()]
        case _:
            return []


class _Planner:
    """For a document of one title: each table, form and chart on a sheet, its place told in the text."""

    def __init__(self) -> None:
        self.plan = Plan()
        self._title = self._heading = ""
        self._fresh = False  # the title has not been followed by text yet
        self._places: dict[object, Sheet] = {}

    def take(self, block: Block) -> None:
        self.plan.text += _lines(block)
        match block:
            case Title(lines):
                self._title, self._fresh = "\n".join(lines), True
            case Heading(_, _, runs):
                self._heading = plain(runs)
            case Paragraph():
                self._fresh = False
            case Table() | Form() | Chart():
                self._part(block)

    def _part(self, body: Table | Form | Chart) -> None:
        caption = _caption(body) or self._heading
        part = Part(body, self._title if self._fresh or not caption else "", caption)
        self._fresh = False
        sheet = self._sheet(part)
        sheet.parts.append(part)
        self.plan.text.append(Line("text", f"（见工作表“{sheet.name}”）"))

    def _sheet(self, part: Part) -> Sheet:
        """The sheet where another of the same shape stands under the same caption, else a new one."""
        key = (_caption(part.body), _shape(part.body))
        if key not in self._places or isinstance(part.body, Chart):
            taken = [TEXT, *(sheet.name for sheet in self.plan.sheets)]
            sheet = Sheet(_name(part.caption or part.title.replace("\n", ""), taken))
            self.plan.sheets.append(sheet)
            self._places[key] = sheet
        return self._places[key]


def _name(wanted: str, taken: Iterable[str] = ()) -> str:
    """A name that Excel takes and no other sheet has."""
    name = _FORBIDDEN.sub("", _ASIDE.sub("", wanted)).strip("' ")[:_LONGEST] or "表"
    others = {"history", *(one.casefold() for one in taken)}
    number, free = 1, name
    while free.casefold() in others:
        number += 1
        free = f"{name[: _LONGEST - len(str(number))]}{number}"
    return free


def _caption(body: Table | Form | Chart | Line) -> str:
    match body:
        case Table():
            return body.caption
        case Chart():
            return body.title
        case _:
            return ""


def _shape(body: Table | Form | Chart | Line) -> object:
    match body:
        case Table():
            return tuple(plain(cell) for cell in body.rows[0])
        case Form():
            return body.widths
        case _:
            return body
