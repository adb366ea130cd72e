"""The kinds of sheets and their columns: each column is one place in a record."""

from types import MappingProxyType
from typing import Any, NamedTuple

from liushou_cli.domain.base import Record
from liushou_cli.domain.choices import CallKind, CallResult, Channel, Rating, VisitKind
from liushou_cli.domain.followup import Call, HomeVisit
from liushou_cli.domain.survey import ASPECTS, Survey

Path = tuple[str | int, ...]
DAY, LIST, TEXT = "day", "list", "text"
TASK = "跟进"
CHILD, NAME, NUMBER = "编号", "姓名", "号"


class Column(NamedTuple):
    """``path`` in a record. ``shape``: a day, a list of texts, or text; ``words``: the only ones it takes."""

    head: str
    path: Path
    shape: str = TEXT
    words: tuple[str, ...] = ()
    width: int = 12


class Kind(NamedTuple):
    """``label`` is the records' key in a file, ``field`` that of the child, ``by`` the column of who did it.

    ``same`` are the columns by which two records of one day are taken for the same one.
    """

    label: str
    field: str
    model: type[Record]
    title: str
    by: str
    columns: tuple[Column, ...]
    same: tuple[str, ...] = ("日期",)

    def column(self, head: str) -> Column:
        return next(one for one in self.columns if one.head == head)


def _aspect(label: str) -> tuple[Column, ...]:
    return (
        Column(f"{label}评定", (label, "评定"), words=tuple(Rating.words()), width=9),
        Column(f"{label}情况", (label, "情况"), width=20),
        Column(f"{label}需求", (label, "需求"), LIST, width=14),
    )


_DAY = Column("日期", ("日期",), DAY, width=12)
_TASKS = (Column("跟进事项", (TASK, 0, "事项"), width=16), Column("期限", (TASK, 0, "期限"), DAY, width=12))
_NOTE = Column("情况", ("情况",), width=36)

KINDS = MappingProxyType(
    {
        "survey": Kind(
            "普查", "surveys", Survey, "普查表", "登记人",
            (_DAY, Column("登记人", ("登记人",)), *(one for label in ASPECTS for one in _aspect(label)),
             Column("说明", ("说明",), width=20)),
        ),
        "visits": Kind(
            "家访", "visits", HomeVisit, "家访表", "家访人",
            (_DAY, Column("性质", ("性质",), words=tuple(VisitKind.words()), width=8),
             Column("家访人", ("家访人",), LIST), Column("对象", ("对象",), LIST), _NOTE,
             Column("家教指导", ("家教指导",), width=24), *_TASKS),
        ),
        "calls": Kind(
            "通话", "calls", Call, "通话表", "通话人",
            (_DAY, Column("类型", ("类型",), words=tuple(CallKind.words()), width=16),
             Column("对象", ("对象",), LIST), Column("方式", ("方式",), words=tuple(Channel.words()), width=8),
             Column("结果", ("结果",), words=tuple(CallResult.words()), width=9), _NOTE, *_TASKS),
            ("日期", "类型", "对象"),
        ),
    }
)  # fmt: skip


def tree_of(record: Record) -> dict[str, Any]:
    """The record under its keys on disk, as text, without what is empty."""
    found: dict[str, Any] = _full(record.model_dump(mode="json", by_alias=True))
    return found


def _full(value: Any) -> Any:
    if isinstance(value, dict):
        parts = {key: _full(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in (None, "", [], {})}
    return [_full(part) for part in value] if isinstance(value, list) else value
