"""What `liushou due` shows in the terminal."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from liushou_cli.cli.columns import aligned, width

SHOWN = 5  # of the most silent children; --gaps shows all
UNKNOWN = "没有写村组"
_WIDEST, _HALF_A_YEAR = 22, 183


def tasks(lines: Sequence[Any], today: date, *, whole: bool) -> str:
    """What is due, a line each; *whole*: of several classes, which are named."""
    rows = [
        (
            one.by or "没有期限", "逾期" if one.overdue else "", one.class_name, one.name, _cut(one.what),
            _why_of(one), _day(one.since, today), _day(one.last, today),
        )
        for one in lines
    ]  # fmt: skip
    return _table(
        ("期限", "", "班级", "孩子", "要做的事", "为什么", "起", "上次"), rows, None if whole else 2
    )


def _why_of(one: Any) -> str:
    """The day a promise was made on has a column of its own."""
    return str(one.why.removeprefix(one.since)) if one.kind == "跟进" else str(one.why)


def _day(text: str, today: date) -> str:
    """10-12 where the year is clear: a day within half a year of today."""
    near = text and abs((date.fromisoformat(text) - today).days) < _HALF_A_YEAR
    return text[5:] if near else text


def _cut(text: str) -> str:
    """An aim may be a long sentence: what fits the line; --json has it whole."""
    kept = text
    while width(kept) > _WIDEST:
        kept = kept[:-1]
    return text if kept == text else f"{kept}…"


def silences(gaps: Sequence[Any], *, whole: bool) -> str:
    """The most silent first, with what lapses next."""
    rows = [
        (
            "从来没有" if one.days is None else f"{one.days}天", one.class_name, one.name,
            f"{one.last} {one.what}".strip(), f"{one.next} {one.by}".strip() or "都做到了",
            "逾期" if one.overdue else "",
        )
        for one in gaps
    ]  # fmt: skip
    return _table(("没有联系", "班级", "孩子", "最后一次", "接下来到期", ""), rows, None if whole else 1)


def seasons(found: Sequence[Any]) -> str:
    """春节 2014-01-31：17 名孩子的父母可能回来，趁机见面"""
    reason = {"开学": "家长送孩子来，{}名孩子的家里人可以见面"}
    usual = "{}名孩子的父母可能回来，趁机见面"
    return (
        "\n".join(
            f"{one.name} {one.day}：{reason.get(one.name, usual).format(f' {one.children} ')}"
            for one in found
        )
        .replace("， ", "，")
        .replace("： ", "：")
    )


def by_village(lines: Sequence[Any]) -> str:
    """Grouped by 村组, those of one village together; children whose 村组 is not written last."""
    groups: dict[str, dict[str, list[Any]]] = {}
    for one in lines:
        groups.setdefault(one.hamlet, {}).setdefault(one.id, []).append(one)
    said = []
    for hamlet, children in sorted(groups.items(), key=lambda pair: (not pair[0], pair[0])):
        rows = [
            (
                own[0].name,
                "；".join(f"{one.what} {one.by}{' 逾期' if one.overdue else ''}".strip() for one in own),
            )
            for own in children.values()
        ]
        said.append(f"{hamlet or UNKNOWN}（{len(children)} 名）\n{aligned(rows, indent=2)}")
    return "\n".join(said)


def _table(headings: Sequence[str], rows: list[Any], without: int | None) -> str:
    """The rows under their headings, but for the column *without* and columns without heading or content."""
    columns = [
        column
        for column, heading in enumerate(headings)
        if column != without and (heading or any(row[column] for row in rows))
    ]
    return aligned([[row[column] for column in columns] for row in [headings, *rows]])
