"""What the records know about one child, asked by field: the same names as headings have in domain.labels."""

from collections.abc import Callable

from liushou_cli.domain.blanks.case import Case, Value
from liushou_cli.domain.blanks.family import (
    of_caregiver,
    of_elder,
    of_member,
    of_parent,
    parent_called,
    since,
)
from liushou_cli.domain.blanks.walking import walked
from liushou_cli.domain.choices import Health
from liushou_cli.domain.figures import official
from liushou_cli.domain.grade import class_code, grade


def value_of(field: str, case: Case) -> Value:
    """The answer to *field*; None where the records do not tell, "" where there is nothing to tell.

    A word (of a closed list or free), a number, a day, a month, yes or no, or several words.
    """
    if field in _ANSWERS:
        return _ANSWERS[field](case)
    first, _, rest = field.partition(".")
    if first == "其他类别":
        return _in_category(case, rest)
    if first in ("父亲", "母亲"):
        return of_parent(parent_called(case, first), rest, case)
    if first == "祖辈":
        return of_elder(case, *rest.split("."))
    if first in ("成员1", "成员2"):
        return of_member(case, int(first[-1]), rest)
    return walked(case.member.child, field.split("."), case.on)


def asked(field: str, labels: str, case: Case) -> Value:
    """As :func:`value_of`; a box for the 委托监护人 stays empty where a parent cares for the child."""
    entrusted = "委托" not in labels or official.entrusted(case.member, case.on) is not False
    return value_of(field, case) if entrusted or not field.startswith("照护人.") else ""


def is_answered(field: str) -> bool:
    """Whether a field that is no part of a record has an answer all the same."""
    return field in _ANSWERS or field.startswith(("成员1.是否", "成员2.是否"))


def _in_category(case: Case, word: str) -> bool:
    child = case.member.child
    return word in child.categories or (word == "残疾" and child.health is Health.DISABLED)


def _boarding(case: Case) -> Value:
    lodging = case.member.child.lodging
    return None if lodging is None else lodging.value


def _care(case: Case) -> Value:
    judged = case.member.child.care_on(case.on)
    return judged.quality.value if judged else None


def _attention(case: Case) -> Value:
    level = case.member.child.attention_on(case.on)
    return level.level.value if level else None


def _grade(case: Case) -> str:
    own = case.member.roll.settings.own
    return grade(own.stage, class_code(own.code)[0], case.term)


def _township(case: Case) -> Value:
    settings = case.member.roll.settings
    return settings.own.township or (settings.school.township if settings.school else "") or None


def _guarding(case: Case) -> Value:
    found = official.guarding(case.member, case.on)
    return found.value if found else None


def _schooling(case: Case) -> Value:
    found = official.schooling(case.member, case.on)
    return found.value if found else None


def _unable(case: Case) -> Value:
    alone = official.one_away_other_unable(case.member, case.on)
    return tuple(official.unable(case.member, case.on)) if alone else ""


def _withdrawn(case: Case) -> Value:
    return "" if case.member.child.health is Health.HEALTHY else case.member.child.health_note or None


def _address(case: Case) -> Value:
    return case.member.child.address or case.member.child.hamlet or None


_CARER = (
    "姓名",
    "关系",
    "电话",
    "身份证号",
    "出生日期",
    "住址",
    "自",
    "委托书",
    "委托至",
    "身体状况",
    "说明",
)
GUARDING = "监护类型"
_ANSWERS: dict[str, Callable[[Case], Value]] = {
    "序号": lambda case: case.number,
    "年龄": lambda case: max(case.member.child.age_on(case.aged_on), 0),
    "班级": lambda case: case.member.roll.settings.class_name(case.term),
    "年级": _grade,
    "学校": lambda case: case.member.roll.settings.school_name or None,
    "学段": lambda case: case.member.roll.settings.own.stage.value,
    "班主任": lambda case: case.member.roll.settings.own.teacher or None,
    "填表人": lambda case: case.member.roll.settings.own.teacher or None,
    "填报单位": lambda case: case.member.roll.settings.school_name or None,
    "填报日期": lambda case: case.told_on,
    "乡镇": _township,
    "学籍登记": lambda case: case.member.status.kind.value,
    "就读方式": _boarding,
    "就学情况": _schooling,
    "现住址": _address,
    "身体说明": _withdrawn,
    "监护情况": _care,
    GUARDING: _guarding,
    "关注等级": _attention,
    "父母双方同时外出": lambda case: official.both_away(case.member, case.on),
    "一方外出另一方无监护能力": lambda case: official.one_away_other_unable(case.member, case.on),
    "无监护能力": _unable,
    "委托其他监护人": lambda case: official.entrusted(case.member, case.on),
    "父亲.行踪.自": since("父亲"),
    "母亲.行踪.自": since("母亲"),
    **{f"照护人.{part}": of_caregiver(part) for part in _CARER},
}
# About the class, the same for every child: written once at the head or foot of a form.
OF_CLASS = frozenset({"学校", "班级", "年级", "学段", "班主任", "填表人", "填报单位", "填报日期", "乡镇"})
# Known, but for others to fill in by hand: signatures, and what no record keeps.
BY_HAND = frozenset({"单位负责人", "复核人"})
