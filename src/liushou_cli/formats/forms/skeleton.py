"""What Jinja reads of a form: one line for each paragraph or cell, so that a line tells the place."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from liushou_cli.errors import BadInput, LiushouError, TemplateFault
from liushou_cli.formats.characters import printable
from liushou_cli.formats.forms.marks import MARK, unfinished

FROM, TO, END = "\x02", "\x03", "\x04"  # around what a mark printed: FROM number TO text END


_PLACE = re.compile("\x10[^\x11]*\x11")  # which cell it is, before its text


class Line(NamedTuple):
    """``place`` is what a person calls it: 第 2 段, 第 1 个表第 3 行第 2 格, 登记表!B7."""

    text: str
    place: str


class Form(NamedTuple):
    """``parts`` of the package, ready to be filled; ``file`` is what it is called."""

    file: str
    suffix: str
    parts: dict[str, bytes]
    lines: tuple[Line, ...]

    def body(self) -> str:
        return "\n".join(line.text for line in self.lines)


class Wrong(NamedTuple):
    """One thing wrong with a form: where, what, what stands there."""

    place: str
    message: str
    hint: str
    text: str = ""

    def failure(self, file: str) -> LiushouError:
        place = f"{file}：{self.place}" if self.place else file
        return TemplateFault(f"{place}：{self.message}", self.said())

    def said(self) -> str:
        """The hint, and after it the text it is about."""
        here = f"这里写的是：{self.text}" if self.text else ""
        return "；".join(part for part in (self.hint, here) if part)


def numbered(lines: Sequence[Line]) -> tuple[str, list[tuple[str, str]]]:
    """The body with every printing mark between signs, and (place, mark) of each by its number."""
    marks: list[tuple[str, str]] = []
    body = []
    for line in lines:
        parts, end = [], 0
        for found in MARK.finditer(line.text):
            if found[0].startswith("{{"):
                parts += [line.text[end : found.start()], f"{FROM}{len(marks)}{TO}{found[0]}{END}"]
                marks.append((line.place, found[0]))
                end = found.end()
        body.append("".join([*parts, line.text[end:]]))
    return "\n".join(body), marks


def half_marks(lines: Sequence[Line]) -> list[Wrong]:
    """Marks that begin in one paragraph or cell and end in another, or nowhere."""
    return [
        Wrong(line.place, f"“{found}”没有写完", "一个标记要写在同一段、同一格里", shortened(line.text))
        for line in lines
        if (found := unfinished(printable(line.text)))
    ]


def shortened(text: str) -> str:
    text = " ".join(printable(_PLACE.sub("", text)).split())
    return text if len(text) <= 40 else text[:40] + "…"


def must_have_marks(form: Form) -> None:
    """Raises :class:`BadInput` for a form without any: it would come out as it went in."""
    if not any(MARK.search(line.text) for line in form.lines):
        raise BadInput(
            f"{form.file} 里没有一个标记",
            "在要填的地方写 {{ 名字 }}，如 {{ f.留守儿童 }}；名字见 liushou template vars",
        )
