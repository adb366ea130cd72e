"""Names and numbers of the people in a child's file that cannot be right."""

import unicodedata
from collections.abc import Iterator
from datetime import date

from liushou_cli.domain import id_numbers, phones
from liushou_cli.domain.checks.finding import Said, label
from liushou_cli.domain.checks.subject import ChildFile, Person, people
from liushou_cli.domain.choices import Gender
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


def id_number(asked: ChildFile) -> Iterator[Said]:
    for person in people(asked.child):
        if person.id_number and (fault := id_numbers.fault(person.id_number)):
            path = (*person.path, "身份证号")
            yield Said(path, f"{label(path)}{fault}", "对照户口簿改正；手头没有就先删掉这一项")


def shared_id_number(asked: ChildFile) -> Iterator[Said]:
    """The child's, the father's and the mother's are three numbers."""
    seen: dict[str, Person] = {}
    for person in people(asked.child):
        close = person.path in ((), ("父亲",), ("母亲",))
        if close and person.id_number and (first := seen.setdefault(person.id_number, person)) is not person:
            whose = label(first.path) or "孩子本人"
            yield Said(
                (*person.path, "身份证号"),
                f"{label(person.path)}的身份证号与{whose}的一样",
                "对照户口簿改正其中一个",
            )


def register_number(asked: ChildFile) -> Iterator[Said]:
    """全国学籍号 is G (or L, provisional) and the 身份证号; numbers of other shapes are a province's own."""
    number, own = asked.child.register_number, asked.child.id_number
    if len(number) != 19 or number[0].upper() not in "GL":
        return
    if fault := id_numbers.fault(number[1:]):
        yield Said(("学籍号",), f"学籍号里的身份证号{fault}", "对照学籍系统改正")
    elif own and not id_numbers.fault(own) and own.upper() != number[1:].upper():
        yield Said(("学籍号",), "学籍号里的身份证号与身份证号不一样", "对照户口簿和学籍系统，改正其中一个")


def id_born(asked: ChildFile) -> Iterator[Said]:
    for person in people(asked.child):
        says = _born_by_number(person)
        if says and person.born and says != person.born:
            path = (*person.path, "身份证号")
            message = f"{label(path)}里的出生日期是 {says}，{_born(person)}写的是 {person.born}"
            yield Said(path, message, "对照户口簿，改正其中一个")


def id_gender(asked: ChildFile) -> Iterator[Said]:
    for person in people(asked.child):
        if person.gender and person.id_number and not id_numbers.fault(person.id_number):
            says = Gender.MALE if id_numbers.is_male(person.id_number) else Gender.FEMALE
            if says is not person.gender:
                path = (*person.path, "身份证号")
                message = f"{label(path)}是{says}性的号码，与“{person.gender}”不合"
                yield Said(path, message, "对照户口簿，改正号码、性别或关系")


def kin_age(asked: ChildFile) -> Iterator[Said]:
    """No parent is less than 14 years older than the child, no grandparent less than 28."""
    for person in people(asked.child):
        born = person.born or _born_by_number(person)
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


def _born(person: Person) -> str:
    return label((*person.path, "出生日期"))


def _born_by_number(person: Person) -> date | None:
    valid = person.id_number and not id_numbers.fault(person.id_number)
    return id_numbers.born(person.id_number) if valid else None
