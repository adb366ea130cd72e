"""The tokens of a text, taken one by one into blocks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markdown_it.token import Token

from liushou_cli.formats.blocks import charts, dialect, tables
from liushou_cli.formats.blocks.faults import fault, unknown
from liushou_cli.formats.blocks.inline import runs
from liushou_cli.formats.blocks.numbers import Numbering
from liushou_cli.formats.document import (
    Block,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    Title,
    plain,
)

_CONTAINERS = ("落款", "附件", "表格")


def parse(text: str) -> tuple[Block, ...]:
    """Raises TemplateFault, with the line of ``text``, at anything outside the dialect."""
    return _Reader(text).read()


@dataclass
class _Container:
    name: str
    argument: str
    line: int
    lines: list[str] = field(default_factory=list)  # of a 落款
    tables: int = 0  # in a 表格


class _Reader:
    def __init__(self, text: str) -> None:
        self._tokens = dialect.tokens(text)
        self._lines = text.split("\n")
        self._at = 0
        self._blocks: list[Block] = []
        self._numbering = Numbering()
        self._open: list[_Container] = []

    def read(self) -> tuple[Block, ...]:
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            take = _TAKERS.get(token.type)
            if take is None:
                raise unknown(_line(token), token.type)
            take(self, token)
            self._at += 1
        if self._open:
            last = self._open[-1]
            raise fault(last.line, f"::: {last.name} 没有结束", "另起一行写 :::")
        return tuple(self._blocks)

    def skip(self, token: Token) -> None:
        """A list is only its paragraphs, and the end of a block says nothing new."""

    def heading(self, token: Token) -> None:
        level, content = int(token.tag[1]), runs(self._inline(), _line(token))
        self._refuse_in_small(token)
        if level == 1:
            self._title(plain(content))
        elif level <= 5:
            number = "" if self._within("附件") else self._numbering.next(level - 1)
            self._blocks.append(Heading(level - 1, number, content))
        else:
            raise fault(_line(token), "标题最多到四级（#####）")

    def paragraph(self, token: Token) -> None:
        signing = self._within("落款")
        content = runs(self._inline(), _line(token), keep_lines=signing is not None)
        text = plain(content)
        if signing:
            signing.lines += text.split("\n")
        elif token.info == dialect.CAPTION:
            self._caption(text.removeprefix(dialect.CAPTION).strip(), _line(token))
        else:
            self._refuse_in_small(token)
            self._blocks.append(Paragraph(content))

    def table(self, token: Token) -> None:
        start = self._at
        while self._tokens[self._at].type != "table_close":
            self._at += 1
        part = self._tokens[start : self._at]
        around = self._within("表格")
        if around:
            around.tables += 1
            widths = _widths(around)
            self._blocks.append(tables.form(part, self._lines, widths))
        else:
            self._refuse_in_small(token)
            self._blocks.append(tables.table(part, self._lines))

    def fence(self, token: Token) -> None:
        if token.info.strip() != "chart":
            raise unknown(_line(token), token.type)
        self._refuse_in_small(token)
        self._blocks.append(charts.chart(token.content, _line(token)))

    def container(self, token: Token) -> None:
        name, _, argument = token.info.partition(" ")
        if name:
            self._begin(_Container(name, argument.strip(), _line(token)))
        elif self._open:
            self._end(self._open.pop())
        else:
            raise fault(_line(token), "多了一个 :::")

    def _begin(self, new: _Container) -> None:
        if new.name not in _CONTAINERS:
            raise fault(new.line, f"不认得 ::: 后面的名称，只有：{'、'.join(_CONTAINERS)}")
        if self._open and (new.name == "附件" or self._open[-1].name != "附件"):
            raise fault(new.line, f"::: {new.name} 不能写在这里", f"先用 ::: 结束 ::: {self._open[-1].name}")
        if new.name == "附件":
            self._new_page()
        self._open.append(new)

    def _end(self, done: _Container) -> None:
        if done.name == "落款":
            if len(done.lines) != 2:
                raise fault(done.line, "::: 落款 要写两行：单位和日期")
            self._blocks.append(Signature(done.lines[0], done.lines[1]))
        elif done.name == "表格" and done.tables != 1:
            raise fault(done.line, "::: 表格 里要有一张表，也只能有一张")

    def _title(self, text: str) -> None:
        if any(isinstance(block, Title) for block in self._blocks):
            self._new_page()
            self._numbering = Numbering()
        self._blocks.append(Title(tuple(text.split("\n"))))

    def _new_page(self) -> None:
        if self._blocks and not isinstance(self._blocks[-1], PageBreak):
            self._blocks.append(PageBreak())

    def _caption(self, text: str, line: int) -> None:
        last = self._blocks[-1] if self._blocks else None
        if not isinstance(last, Table) or last.caption:
            raise fault(line, f"{dialect.CAPTION} 要紧跟在一张表的后面")
        self._blocks[-1] = Table(last.rows, last.align, text)

    def _inline(self) -> Token:
        """The content of the heading or paragraph that begins here."""
        return self._tokens[self._at + 1]

    def _within(self, name: str) -> _Container | None:
        return next((one for one in self._open if one.name == name), None)

    def _refuse_in_small(self, token: Token) -> None:
        if self._open and self._open[-1].name != "附件":
            raise fault(_line(token), f"::: {self._open[-1].name} 里不能写这个")


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _widths(container: _Container) -> tuple[float, ...]:
    try:
        widths = tuple(float(part) for part in container.argument.split(","))
    except ValueError:
        widths = ()
    if not widths or min(widths) <= 0:
        raise fault(container.line, "::: 表格 后面要写各列的宽度，如 ::: 表格 16,22,16,22")
    return widths


_TAKERS: Mapping[str, Callable[[_Reader, Token], None]] = {
    "heading_open": _Reader.heading,
    "paragraph_open": _Reader.paragraph,
    "table_open": _Reader.table,
    "fence": _Reader.fence,
    "container": _Reader.container,
} | dict.fromkeys(
    (
        "inline",
        "heading_close",
        "paragraph_close",
        "bullet_list_open",
        "bullet_list_close",
        "list_item_open",
        "list_item_close",
    ),
    _Reader.skip,
)
