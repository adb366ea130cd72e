"""What `liushou stats` shows in the terminal."""

from collections.abc import Iterable, Sequence
from typing import Any

from liushou_cli.cli import bars
from liushou_cli.cli.columns import aligned

# Figures of the documents, by how they are shown together; a bar is a part of the first named.
_PARTS = {
    "留守": ("留守儿童", ("双亲留守", "单亲留守")),
    "性别": ("留守儿童", ("男", "女")),
    "就读": ("留守儿童", ("寄宿", "走读")),
    "照护": ("留守儿童", ("隔代照护",)),
}
_SHARES = {
    "家访": "家访覆盖率",
    "通话（老师打的）": "教师通话覆盖率",
    "亲情通话": "亲情通话覆盖率",
    "谈心": "谈心覆盖率",
    "普查": "普查覆盖率",
}
_TIMES = ("家访次数", "教师通话次数", "谈心次数", "活动次数")
_BAR = 20


def overview(found: Any) -> str:
    told = found.figures
    whole = told["留守儿童"]
    rows: list[tuple[str, str, str]] = [("留守儿童", bars.shown(whole), "")]
    rows += [
        (f"  {name}", bars.shown(told[name]), bars.bar(told[name], whole, _BAR))
        for _, names in _PARTS.values()
        for name in names
    ]
    reached = [
        (name, bars.shown(told[key]), bars.bar(told[key], 1, _BAR))
        for name, key in _SHARES.items()
        if key in told
    ]
    most = max((told[name] or 0 for name in _TIMES), default=0)
    times = [(name, bars.shown(told[name]), bars.bar(told[name], most, _BAR)) for name in _TIMES]
    parts = [_table(rows), "本学期至少一次的孩子占留守儿童：\n" + _table(reached), "次数：\n" + _table(times)]
    if len(found.terms) > 1:
        parts.append(_trends(found.terms))
    return "\n\n".join(parts)


def _table(rows: Iterable[Sequence[str]]) -> str:
    return aligned(rows, right=frozenset({1}))


def _trends(terms: Sequence[Any]) -> str:
    """A line of little bars for each figure, and the number of every term under the term's name."""
    names = list(terms[0].figures)
    head = ["", *(one.name for one in terms), ""]
    rows = [
        [
            name,
            *(bars.shown(one.figures[name]) for one in terms),
            bars.sparkline([one.figures[name] for one in terms]),
        ]
        for name in names
    ]
    return "各学期：\n" + aligned([head, *rows], right=frozenset(range(1, len(terms) + 1)))


def groups(groups: Sequence[Any], by: str) -> str:
    if not groups:
        return "没有留守儿童。"
    names = list(groups[0].figures)
    most = max((one.figures[names[0]] or 0 for one in groups), default=0)
    rows = [
        [
            one.name,
            *(bars.shown(one.figures[name]) for name in names),
            bars.bar(one.figures[names[0]], most, _BAR),
        ]
        for one in groups
    ]
    return aligned([[by, *names, ""], *rows], right=frozenset(range(1, len(names) + 1)))
