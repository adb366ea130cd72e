"""Names, telephones and ages of the people in a child's file that cannot be right."""

import unicodedata
from collections.abc import Iterator
from datetime import date

from liushou_cli.domain import phones
from liushou_cli.domain.checks.finding import Said, label
from liushou_cli.domain.checks.numbers import born_by_number
from liushou_cli.domain.checks.persons import people
from liushou_cli.domain.checks.subject import ChildFile
from liushou_cli.domain.days import add_years, age_on

_DOT = "·"
_DOTS = frozenset("•・‧∙⋅.．｡。﹒∘˙")
_LETTERS = frozenset(
    {"Lo", "Lu", "Ll", "Lm", "Lt", "Cf"}
)  # Cf, the invisible ones, have a check of their own
_ENTERS_AT = {"小学": 6, "初中": 12, "高中": 15}
_YOUNGER, _OLDER = 2, 5


def odd_name(asked: ChildFile) -> Iterator[Said]:
    name = asked.child.name
    odd = [ch for ch in name if ch != _DOT and unicodedata.category(ch) not in _LETTERS]
    if not odd:
        return
    if set(odd) <= _DOTS:
        hint = f"姓名中间的点写成“{_DOT}”（U+00B7），如 阿依古丽·买买提"
    else:
        hint = "只写姓名，不加空格、数字和括号；小名写进备注"
    yield Said(("姓名",), f"姓名写的是“{name}”，里面有“{''.join(dict.fromkeys(odd))}”", hint)


def phone(asked: ChildFile) -> Iterator[Said]:
    for person in people(asked.child):
        if person.phone and (fault := phones.fault(person.phone)):
            path = (*person.path, "电话")
            yield Said(path, f"{label(path)}{fault}", "核对后改正；另一个号码写进说明")


def kin_age(asked: ChildFile) -> Iterator[Said]:
    """No parent is less than 14 years older than the child, no grandparent less than 28."""
    for person in people(asked.child):
        born = person.born or born_by_number(person)
        if person.older and born and add_years(born, person.older) > asked.child.born:
            field = "出生日期" if person.born else "身份证号"
            gap = age_on(born, asked.child.born)
            said = f"孩子出生时只有 {gap} 岁" if gap >= 0 else "比孩子还小"
            yield Said(
                (*person.path, field), f"{label(person.path)}生于 {born}，{said}", "核对两个人的出生日期"
            )


def age_for_stage(asked: ChildFile) -> Iterator[Said]:
    """The age in September of the year of entry lies near what the stage expects."""
    if asked.settings is None:
        return
    own = asked.settings.own
    entered, expected = int(own.code[:4]), _ENTERS_AT[own.stage]
    age = age_on(asked.child.born, date(entered, 9, 1))
    if not expected - _YOUNGER <= age <= expected + _OLDER:
        said = f"是 {age} 周岁" if age >= 0 else "还没有出生"
        message = f"出生日期是 {asked.child.born}，{entered} 年 9 月{own.stage}入学时{said}"
        yield Said(("出生日期",), message, f"核对出生日期；{own.stage}入学一般是 {expected} 周岁上下")
