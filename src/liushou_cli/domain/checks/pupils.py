"""The number of pupils of a class, the denominator of every share."""

from collections.abc import Iterator

from liushou_cli.domain.checks.finding import Said
from liushou_cli.domain.checks.subject import ClassFile
from liushou_cli.domain.choices import DefinitionName
from liushou_cli.domain.definition import DEFINITIONS, status_on
from liushou_cli.domain.grade import grade


def no_pupils(asked: ClassFile) -> Iterator[Said]:
    """The number of pupils of the running term is the denominator of every share."""
    now = asked.settings.term_of(asked.today)
    running = grade(asked.own.stage, int(asked.own.code[:4]), now).endswith("年级")
    if running and str(now) not in asked.own.pupils:
        yield Said(
            ("学生数",),
            f"学生数里没有 {now}（{now.short}）",
            f"补上这学期的全班人数，如 学生数: {{{now}: 46}}",
        )


def odd_pupils(asked: ClassFile) -> Iterator[Said]:
    now = asked.settings.term_of(asked.today)
    for key, count in asked.own.pupils.items():
        if count <= 0:
            yield Said(("学生数", key), f"{key} 的学生数是 {count}", "写这学期的全班人数")
        elif key == str(now):
            yield from _too_few(asked, key, count)


def _too_few(asked: ClassFile, key: str, count: int) -> Iterator[Said]:
    enrolled = [child for child in asked.children if child.enrolled_on(asked.today)]
    rule = DEFINITIONS[asked.settings.definition or DefinitionName.REGISTER]
    in_force = asked.today >= rule.since
    left = [child for child in enrolled if in_force and status_on(child, rule, asked.today).left_behind]
    for what, number in (("留守儿童", len(left)), ("在班建档的孩子", len(enrolled))):
        if count < number:
            message = f"{key} 的学生数是 {count}，比{what}（{number} 人）还少"
            yield Said(("学生数", key), message, "学生数是全班人数，不只是留守儿童；核对后改正")
            return
