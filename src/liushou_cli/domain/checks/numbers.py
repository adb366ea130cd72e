"""Identity and register numbers in a child's file that cannot be right, or belong to somebody else."""

from collections.abc import Iterator
from datetime import date

from liushou_cli.domain import id_numbers
from liushou_cli.domain.checks.finding import Said, label
from liushou_cli.domain.checks.persons import Person, people
from liushou_cli.domain.checks.subject import ChildFile
from liushou_cli.domain.choices import Gender


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
        says = born_by_number(person)
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


def _born(person: Person) -> str:
    return label((*person.path, "出生日期"))


def born_by_number(person: Person) -> date | None:
    valid = person.id_number and not id_numbers.fault(person.id_number)
    return id_numbers.born(person.id_number) if valid else None
