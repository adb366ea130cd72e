"""Random trees of a record, written down by random hands: the same content in many styles.

A hand writes only what docs/record-format.md allows, but as people do: flow
and block, four kinds of indentation, comments anywhere, blank lines, quotes,
literal blocks, aligned values, trailing blanks, CRLF, no last newline.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

Tree = dict[str, Any]

KEYS = ("格式", "姓名", "父亲", "照护人", "家访", "通话", "备注", "号", "日期", "情况", "跟进", "a b")
ORDER = KEYS[:7]
PLAIN = ("1", "2013-10-12", "李小花", "奶奶身体尚可，孩子放学后喂鸡。", "05641234567", "http://a.b/c?d=e", "x: y", "a # b", "- 甲", "",  # noqa: E501
         "[甲]", "{乙: 丙}", "~", "是", "no", "王's", '说"好"', "a, b", "甲\n乙", "甲\n\n  乙", "甲\n乙\n", " 两边 ", "*甲", "#甲", "%", "'")  # fmt: skip  # noqa: E501

texts = st.sampled_from(PLAIN) | st.text("甲乙ab1 :#,-[]{}'\"\n|>&*!%@`~=?\\", max_size=12)


def trees(depth: int = 2) -> st.SearchStrategy[Tree]:
    return st.dictionaries(st.sampled_from(KEYS), nodes(depth), min_size=1, max_size=6)


def nodes(depth: int) -> st.SearchStrategy[Any]:
    if not depth:
        return texts
    inner = nodes(depth - 1)
    return texts | st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)


@dataclass
class Hand:
    """One way of writing; every choice is drawn, so that a failing file shrinks to a plain one."""

    draw: st.DrawFn
    lines: list[str] = field(default_factory=list)

    def odds(self, often: int = 4) -> bool:
        """True in one case of *often*, and never in the plainest hand."""
        return self.draw(st.integers(0, often - 1)) == often - 1

    def write(self, tree: Tree) -> str:
        if self.odds():
            self.lines.append("# 这份档案由张敏保管")
        if self.odds(6):
            self.lines.append("---")
        self.mapping(tree, 0)
        if self.odds(8):
            self.lines.append("# 完")
        newline = "\r\n" if self.odds() else "\n"
        text = newline.join(self.lines)
        if self.odds(3):
            return text
        return text + newline * self.draw(st.sampled_from((1, 1, 3)))

    def mapping(self, tree: Tree, column: int, first: str = "") -> None:
        """The entries of *tree* at *column*; *first* is what stands before the first key (``- ``)."""
        wide = max(len(key) for key in tree) if self.odds(6) else 0
        for key, value in tree.items():
            pad = first or " " * column
            if not first:
                self.noise(column)
            first = ""
            self.entry(pad, self.key(key), value, column, wide)

    def entry(self, pad: str, key: str, value: Any, column: int, wide: int) -> None:
        head = f"{pad}{key}:{' ' * max(0, wide - len(key))}"
        if isinstance(value, str):
            self.text(head, value, column)
        elif not value or self.odds(3):
            self.flow(head, value, column)
        elif isinstance(value, dict):
            self.lines.append(head + self.tail())
            self.mapping(value, column + self.draw(st.sampled_from((2, 4, 1))))
        else:
            self.lines.append(head + self.tail())
            self.items(value, column + self.draw(st.sampled_from((0, 2, 4))))

    def items(self, values: list[Any], column: int) -> None:
        gap = self.draw(st.sampled_from((" ", " ", "   ")))
        for value in values:
            self.noise(column)
            dash = " " * column + "-" + gap
            if isinstance(value, dict) and value and not self.odds(3):
                self.mapping(value, column + 1 + len(gap), dash)
            elif isinstance(value, str):
                self.text(dash[:-1], value, column)
            else:
                self.flow(dash[:-1], value, column)

    def text(self, head: str, value: str, column: int) -> None:
        lines = value.split("\n")
        blocky = (
            len(lines) > 1
            and value.strip()
            and not value.startswith((" ", "\n"))
            and not value.endswith("\n\n")
        )
        if blocky and not lines[-1].strip() and lines[-1]:
            blocky = False
        if blocky and self.odds(2):
            chomp = "" if value.endswith("\n") else "-"
            pad = " " * (column + self.draw(st.sampled_from((2, 3))))
            self.lines.append(f"{head} |{chomp}")
            body = lines[:-1] if value.endswith("\n") else lines
            self.lines += [pad + line if line else "" for line in body]
            return
        self.lines.append(f"{head} {self.scalar(value)}{self.tail()}" if value or self.odds(1) else head)

    def flow(self, head: str, value: Any, column: int) -> None:
        if value and self.odds(5):
            opening, closing = "[]" if isinstance(value, list) else "{}"
            parts = [self.part(key, part) for key, part in _pairs(value)]
            inner = " " * (column + 4)
            self.lines.append(f"{head} {opening}")
            comma = "," if self.odds(2) else ""
            for number, part in enumerate(parts):
                last = number == len(parts) - 1
                self.lines.append(inner + part + (comma if last else ",") + self.tail())
            self.lines.append(" " * (column + 2) + closing)
        else:
            self.lines.append(f"{head} {self.inline(value)}{self.tail()}")

    def inline(self, value: Any) -> str:
        if isinstance(value, str):
            return self.scalar(value)
        opening, closing = "[]" if isinstance(value, list) else "{}"
        blank = " " if self.odds(5) else ""
        comma = "," if value and self.odds(6) else ""
        body = ", ".join(self.part(key, part) for key, part in _pairs(value))
        return f"{opening}{blank}{body}{comma}{blank}{closing}"

    def part(self, key: str | None, value: Any) -> str:
        return self.inline(value) if key is None else f"{self.key(key)}: {self.inline(value)}"

    def scalar(self, value: str) -> str:
        plain = value and all(ch.isalnum() or ch in "，。-./?=+" for ch in value) and value[0].isalnum()
        if plain and not self.odds():
            return value
        if "\n" not in value and self.odds(2):
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=False)

    def key(self, key: str) -> str:
        return f'"{key}"' if self.odds(8) else key

    def tail(self) -> str:
        if self.odds(6):
            return self.draw(st.sampled_from(("  # 注", " #", "   ")))
        return ""

    def noise(self, column: int) -> None:
        """A comment or a blank line of its own, at any column."""
        if self.odds(6):
            at = self.draw(st.sampled_from((column, 0, column + 2, column + 5)))
            self.lines.append(" " * at + self.draw(st.sampled_from(("# —— 以下 ——", "#", "# k: v"))))
        if self.odds(10):
            self.lines.append("")


def _pairs(value: Any) -> list[tuple[str | None, Any]]:
    return list(value.items()) if isinstance(value, dict) else [(None, part) for part in value]


@st.composite
def files(draw: st.DrawFn) -> str:
    """The text of one file, in one hand."""
    return Hand(draw).write(draw(trees()))
