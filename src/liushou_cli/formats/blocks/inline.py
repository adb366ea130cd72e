"""Tokens inside a line -> runs of text."""

from markdown_it.token import Token

from liushou_cli.formats.blocks.faults import fault, unknown
from liushou_cli.formats.document import Run, Runs

_SCHEME = "figure:"
_BREAK = "⏎"


def runs(token: Token, line: int, *, keep_lines: bool = False) -> Runs:
    """The runs of an ``inline`` token. A line end in it is kept, or joined as Chinese is: without a gap."""
    collector = _Runs(line, keep_lines)
    for child in token.children or ():
        collector.take(child)
    return tuple(collector.runs)


class _Runs:
    def __init__(self, line: int, keep_lines: bool) -> None:
        self.runs: list[Run] = []
        self._line, self._keep_lines = line, keep_lines
        self._bold = self._joint = False
        self._figure: str | None = None

    def take(self, child: Token) -> None:
        match child.type:
            case "text":
                self._text(child.content)
            case "text_special":
                self._add(child.content)
            case "softbreak" if not self._keep_lines:
                self._joint = True
            case "softbreak" | "hardbreak":
                self._add("\n")
            case "strong_open" | "strong_close":
                self._bold = child.type == "strong_open"
            case "link_open":
                self._figure = self._key(child)
            case "link_close":
                self._figure = None
            case _:
                raise unknown(self._line, child.type)

    def _text(self, text: str) -> None:
        if "](" + _SCHEME in text:
            raise fault(self._line, "数字的标记不完整", "写作 [22](figure:家访次数)，名称里不能有空格")
        self._add(text.replace(_BREAK, "\n"))

    def _key(self, link: Token) -> str:
        target = str(link.attrGet("href") or "")
        if not target.startswith(_SCHEME) or target == _SCHEME:
            raise fault(self._line, "不支持链接", "方括号加圆括号只用来标出数字：[22](figure:家访次数)")
        return target.removeprefix(_SCHEME)

    def _add(self, text: str) -> None:
        if not text:
            return
        last = self.runs[-1] if self.runs else None
        if self._joint and last and _latin(last.text[-1]) and _latin(text[0]):
            text = " " + text
        self._joint = False
        if last and (last.bold, last.figure) == (self._bold, self._figure):
            self.runs[-1] = Run(last.text + text, last.bold, last.figure)
        else:
            self.runs.append(Run(text, self._bold, self._figure))


def _latin(char: str) -> bool:
    return ord(char) < 0x2E80
