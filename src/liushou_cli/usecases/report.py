"""From a class's (or a school's) records to what a document says: figures, their traces, and the facts around them."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.domain.activity import Activity
from liushou_cli.domain.days import chinese
from liushou_cli.domain.definition import DEFINITIONS
from liushou_cli.domain.due import Duty
from liushou_cli.domain.figures import Figure, figures
from liushou_cli.domain.figures.surveys import NEED
from liushou_cli.domain.masking import Mask, mask_name
from liushou_cli.domain.policy import LABELS, Policy
from liushou_cli.domain.population import (
    ActivityOnRoll,
    ChildOnRoll,
    ClassRoll,
    Member,
    Population,
    Ref,
    population,
)
from liushou_cli.domain.summary import Summary, summarise
from liushou_cli.domain.term import Term
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import ClassRecords, must_be_whole, read_class
from liushou_cli.store.layout import Records
from liushou_cli.store.opening import open_records
from liushou_cli.store.record import Loaded

_NONE = "—"


class Trace(NamedTuple):
    """One place a figure was counted from; ``line`` 0 = the file as a whole."""

    file: str
    line: int
    on: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place} {self.on}".rstrip()


class Report(NamedTuple):
    """``view`` is what a template may say; :meth:`traces` and :meth:`as_json` are worked out when asked for."""

    view: dict[str, Any]
    summary: Summary
    told_on: date
    files: dict[str, Loaded[Any]]

    def traces(self) -> dict[str, list[Trace]]:
        """Where each figure was counted from, by its name."""
        return {
            name: [_trace(ref, self.files) for ref in figure.refs]
            for name, figure in self.summary.figures.items()
        }

    def as_json(self) -> dict[str, Any]:
        """What ``--format json`` prints: shares as fractions 0–1, unknown as null."""
        return _json(self.summary, self.told_on, self.traces())


def report(start: Path, term: Term | None, as_of: date | None, today: date, mask: Mask) -> Report:
    """The term's summary as values. *term* defaults to today's, *as_of* to today or the term's end.

    Raises :class:`BadInput` for days that do not fit, :class:`liushou_cli.errors.Damaged` where a
    file cannot be understood: a figure that leaves a child out unseen would be worse than none.
    """
    records = open_records(start)
    classes = [read_class(folder) for folder in records.classes]
    must_be_whole([problem for one in classes for problem in one.problems()])
    people, told_on = _people(classes, term, as_of, today)
    summary = summarise(people)
    files: dict[str, Loaded[Any]] = {file.file: file for one in classes for file in one.files()}
    return Report(_view(summary, records, told_on, mask), summary, told_on, files)


def _people(
    classes: list[ClassRecords], term: Term | None, as_of: date | None, today: date
) -> tuple[Population, date]:
    """The population, and the day the document is dated."""
    if not classes:
        raise BadInput("这里一个班也没有", "用 liushou init 新建")
    settings = [one.settings for one in classes]
    term = term or settings[0].term_of(today)
    first = min(one.span(term).first for one in settings)
    last = max(one.span(term).last for one in settings)
    day = as_of or min(today, last)
    if day > today:
        raise BadInput(f"截止日期 {day} 还没有到（今天是 {today}）", "换一个日期")
    if day < first:
        raise BadInput(f"{term.short}从 {first} 开始，{day} 还没有开学", "换一个学期或日期")
    names = {one.definition for one in settings}
    if len(names) > 1:
        raise BadInput(f"各班的口径不同：{'、'.join(sorted(names))}", "在 school.yaml 里统一口径")
    try:
        rule = DEFINITIONS[names.pop()]
        return population([_roll(one) for one in classes], term, min(day, last), rule), day
    except ValueError as error:
        raise BadInput(str(error), "在 class.yaml 或 school.yaml 里换一种口径") from None


def _roll(one: ClassRecords) -> ClassRoll:
    children = tuple(ChildOnRoll(file.file, file.value) for file in one.children if file.value)
    held = [
        ActivityOnRoll(file.file, place, activity)
        for file in one.activities if file.value
        for place, activity in enumerate(file.value.activities)
    ]  # fmt: skip
    return ClassRoll(one.own.file, one.settings, children, tuple(held))


def _trace(ref: Ref, files: dict[str, Loaded[Any]]) -> Trace:
    return Trace(
        ref.file, files[ref.file].line(ref.path) if ref.path else 0, ref.on.isoformat() if ref.on else ""
    )


def _json(summary: Summary, told_on: date, traces: dict[str, list[Trace]]) -> dict[str, Any]:
    people = summary.people
    return {
        "term": str(people.term),
        "term_name": people.term.long,
        "as_of": told_on.isoformat(),
        "definition": people.rule.name.value,
        "definition_wording": people.rule.wording,
        "figures": {
            name: {
                "value": float(figure.value) if isinstance(figure.value, Fraction) else figure.value,
                "unit": figure.unit,
                **({"of": figure.of} if figure.of else {}),
                "trace": [
                    {"file": one.file, "line": one.line, "date": one.on or None} for one in traces[name]
                ],
            }
            for name, figure in summary.figures.items()
        },
    }


def _view(summary: Summary, records: Records, told_on: date, mask: Mask) -> dict[str, Any]:
    """Plain values under the Chinese names a template uses; ``f`` figures as printed, ``n`` as numbers."""
    people = summary.people
    settings = people.rolls[0].settings
    last = max(roll.settings.span(people.term).last for roll in people.rolls)
    whole = records.whole_school
    return {
        "学校": settings.school_name,
        "班级": "" if whole else settings.class_name(people.term),
        "我们": "我校" if whole else "我班",
        "全校": whole,
        "班主任": settings.own.teacher,
        "落款单位": settings.signer,
        "落款日期": chinese(told_on),
        "学期": people.term.short,
        "学期全称": people.term.long,
        "下学期": people.term.next.short,
        "截止日期": chinese(people.as_of),
        "学期未完": people.as_of < last,
        "口径": people.rule.name.value,
        "口径说明": people.rule.wording,
        "要求": _asked(settings.policy),
        "f": {name: shown(figure) for name, figure in summary.figures.items()},
        "n": {name: _number(figure) for name, figure in summary.figures.items()},
        "需求": [name.removeprefix(NEED) for name in summary.figures if name.startswith(NEED)],
        "月份": [month._asdict() for month in summary.months],
        "活动": {kind.value: [_activity(one) for one in held] for kind, held in summary.activities},
        "隐名": mask is not Mask.NONE,
        "未达标": [_unmet(member, duties, mask, whole) for member, duties in summary.unmet],
        "各班": [_class_line(roll, people) for roll in people.rolls] if whole else [],
    }


def _asked(policy: Policy) -> dict[str, str]:
    rhythms = {label: getattr(policy, name) for name, label in LABELS.items()}
    return {label: str(rhythm) for label, rhythm in rhythms.items() if rhythm.times}


def _class_line(roll: ClassRoll, people: Population) -> dict[str, str]:
    """One class's own figures, for the table of a school."""
    own = figures(population([roll], people.term, people.as_of, people.rule))
    names = (
        "在籍学生",
        "留守儿童",
        "普查人数",
        "家访次数",
        "家访覆盖率",
        "教师通话次数",
        "活动次数",
        "未达标人数",
    )
    return {"班级": roll.settings.class_name(people.term), **{name: shown(own[name]) for name in names}}


def shown(figure: Figure) -> str:
    """A figure as it is printed: 54.4% with one decimal, — for a share of nobody."""
    if figure.value is None:
        return _NONE
    if isinstance(figure.value, Fraction):
        percent = Decimal(figure.value.numerator * 100) / Decimal(figure.value.denominator)
        return f"{percent.quantize(Decimal('0.1'), ROUND_HALF_UP)}%"
    return f"{figure.value:g}"


def _number(figure: Figure) -> float | int | None:
    return float(figure.value) if isinstance(figure.value, Fraction) else figure.value


def _activity(one: Activity) -> dict[str, Any]:
    return {"日期": f"{one.on.month}月{one.on.day}日", "主题": one.title, "负责人": list(one.leaders)}


def _unmet(member: Member, duties: tuple[Duty, ...], mask: Mask, whole: bool) -> dict[str, str]:
    return {
        "班级": member.roll.settings.own.code if whole else "",
        "姓名": mask_name(member.child.name, mask),
        "缺项": "；".join(_lapse(duty) for duty in duties),
    }


def _lapse(duty: Duty) -> str:
    """家访（本学期0次）, 通话（9月、11月缺）"""
    if duty.rhythm.per == "月":
        return f"{duty.label}（{'、'.join(f'{gap.first.month}月' for gap in duty.lapses)}缺）"
    if duty.rhythm.per == "学期":
        return f"{duty.label}（本学期{duty.done}次）"
    gaps = "、".join(
        f"{gap.first.month}月{gap.first.day}日至{gap.last.month}月{gap.last.day}日" for gap in duty.lapses
    )
    return f"{duty.label}（{gaps}缺）"
