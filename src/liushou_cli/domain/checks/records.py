"""The dated records of one file: their numbers, their terms, and whether they say anything."""

import re
from collections.abc import Iterator
from datetime import date

from liushou_cli.domain import term
from liushou_cli.domain.activity import Activities
from liushou_cli.domain.base import Record
from liushou_cli.domain.checks.finding import Path, Said, label
from liushou_cli.domain.checks.subject import ActivitiesFile, ChildFile, contacts
from liushou_cli.domain.child import Child
from liushou_cli.domain.ids import is_id

_PEOPLE = frozenset({"visitors", "met", "with_whom", "callers", "talkers", "leaders", "present", "absent"})
_BETWEEN = re.compile(r"[，、；,;/]\s*")
_LOOKALIKES = str.maketrans("OoIiLl", "001111")
_HINT = "六个字符，取自 0123456789abcdefghjkmnpqrstvwxyz（没有 i l o u）"


def numbered(value: Record) -> Iterator[tuple[Path, str]]:
    """Every record of a file that must have a 号, with the one it has ("" where it lacks)."""
    if isinstance(value, Child):
        yield from ((path, record.id) for path, record in contacts(value))
        yield from ((("帮扶计划", index), plan.id) for index, plan in enumerate(value.plans))
    elif isinstance(value, Activities):
        yield from ((("活动", index), one.id) for index, one in enumerate(value.activities))


def missing_id(asked: ChildFile | ActivitiesFile) -> Iterator[Said]:
    for path, number in numbered(asked.value):
        if not number:
            hint = "运行 liushou check --fix 补上；兄妹同一次的，两份文件里写同一个号"
            yield Said(path, f"{label(path)}没有号", hint)


def odd_id(asked: ChildFile | ActivitiesFile) -> Iterator[Said]:
    if isinstance(asked, ChildFile):
        yield from _odd(("编号",), asked.child.id)
    for path, number in numbered(asked.value):
        if number:
            yield from _odd((*path, "号"), number)


def twice(asked: ChildFile | ActivitiesFile) -> Iterator[Said]:
    seen: dict[str, Path] = {}
    for path, number in numbered(asked.value):
        if number and (first := seen.setdefault(number, path)) != path:
            message = f"{label(path)}的号 {number} 与{label(first)}相同"
            hint = "重复的删掉一条；不是同一件事的，删掉这个号，再运行 liushou check --fix"
            yield Said((*path, "号"), message, hint)


def same_again(asked: ChildFile) -> Iterator[Said]:
    """Two records of one list that differ in nothing but their number: entered twice, or merged badly."""
    seen: dict[tuple[object, object], Path] = {}
    for path, record in contacts(asked.child):
        first = seen.setdefault((path[0], record.model_copy(update={"id": ""})), path)
        if first != path and record.id != _record_id(asked.child, first):
            message = f"{label(path)}与第 {int(first[1]) + 1} 条除了号以外完全一样"
            yield Said(path, message, "同一件事记了两遍的，删掉一条；确是两次的，写清不同之处")


def several_in_one(asked: ChildFile | ActivitiesFile) -> Iterator[Said]:
    """``张敏、李伟`` in one: the list would hold one person with a long name."""
    value = asked.value
    named = contacts(value) if isinstance(value, Child) else enumerate(value.activities)
    for where, record in named:
        path = where if isinstance(where, tuple) else ("活动", where)
        for field in type(record).model_fields.keys() & _PEOPLE:
            for name in getattr(record, field):
                if _BETWEEN.search(name):
                    place = (*path, str(type(record).model_fields[field].alias))
                    parts = "、".join(part for part in _BETWEEN.split(name) if part)
                    hint = f"写成列表：[{parts.replace('、', ', ')}]，中间是半角逗号"
                    yield Said(place, f"{label(place)}里的“{name[:20]}”会算成一个人", hint)


def empty_survey(asked: ChildFile) -> Iterator[Said]:
    for index, survey in enumerate(asked.child.surveys):
        if not list(survey.aspects()) and not survey.note:
            path = ("普查", index)
            yield Said(
                path,
                f"{label(path)}五方面一样也没有写",
                "补上 学习、生活、心理、安全、健康 的评定；没有普查就删掉这一条",
            )


def plan_dates(asked: ChildFile) -> Iterator[Said]:
    """A plan is neither due nor done before its term begins."""
    for index, plan in enumerate(asked.child.plans):
        found = term.parse(plan.term)
        begins = min(
            term.default_span(found).first, asked.settings.span(found).first if asked.settings else date.max
        )
        for name, day in (("期限", plan.by), ("完成", plan.done_on)):
            if day and day < begins:
                path = ("帮扶计划", index, name)
                yield Said(
                    path, f"{label(path)}是 {day}，早于 {plan.term} 学期的第一天 {begins}", "改正日期或学期"
                )


def _record_id(child: Child, path: Path) -> str:
    return next(record.id for where, record in contacts(child) if where == path)


def _odd(path: Path, number: str) -> Iterator[Said]:
    if not is_id(number):
        likely = number.translate(_LOOKALIKES).lower()
        hint = f"多半是 {likely}；{_HINT}" if is_id(likely) else _HINT
        yield Said(path, f"{label(path)}写的是“{number[:20]}”，不是六个字符的号", hint)
