"""class.yaml and school.yaml against the folder and the children."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from liushou_cli.domain import term
from liushou_cli.domain.checks.finding import Said
from liushou_cli.domain.checks.subject import ClassFile, SchoolFile
from liushou_cli.domain.choices import DefinitionName
from liushou_cli.domain.definition import DEFINITIONS, status_on
from liushou_cli.domain.grade import GRADUATED, class_code, grade
from liushou_cli.domain.presets import PRESETS
from liushou_cli.domain.settings import TermDates

_NEAR = timedelta(days=45)


def folder_name(asked: ClassFile) -> Iterator[Said]:
    if asked.folder and asked.folder != asked.own.code:
        message = f"班级写的是“{asked.own.code}”，文件夹叫“{asked.folder}”"
        yield Said(("班级",), message, "两处改成一样；文件夹名是 入学年份-班号，如 2012-2")


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


def unpractical_definition(asked: ClassFile) -> Iterator[Said]:
    """A definition is not used before the day from which it was in force."""
    rule = DEFINITIONS[asked.settings.definition]
    school = asked.settings.school
    written = asked.own.definition or (school and school.definition)
    if written and asked.today < rule.since:
        yield Said(
            ("口径",), f"口径写的是“{rule.name}”，它从 {rule.since} 起才有", "今天还不能用这个口径，换一个"
        )


def graduated(asked: ClassFile) -> Iterator[Said]:
    """Grades follow the term by themselves; that a class has left school somebody must write down."""
    own, now = asked.own, asked.settings.term_of(asked.today)
    if grade(own.stage, class_code(own.code)[0], now) != GRADUATED:
        return
    staying = sum(any(spell.until is None for spell in child.spells) for child in asked.children)
    if staying:
        message = f"{own.code} 班到 {now.short}已经毕业，还有 {staying} 名孩子没有记离班"
        yield Said(("班级",), message, "运行 liushou leave --all --reason 毕业 --on 最后一天")


def premature_preset(asked: ClassFile) -> Iterator[Said]:
    """A rhythm is not taken from a source that had not been written yet."""
    for layer in (asked.settings.school, asked.own):
        preset = layer.requirements.preset if layer and layer.requirements else None
        since = PRESETS[preset].since if preset else None
        if since and asked.today < since:
            path = ("要求", "参照") if layer is asked.own else ()
            yield Said(path, f"参照写的是“{preset}”，它到 {since} 才有", "换一个参照，或把要求自己写出来")


def term_dates(asked: SchoolFile) -> Iterator[Said]:
    """Each term lies about where its name says, and no two share a day."""
    dated = sorted(asked.value.terms.items(), key=lambda pair: pair[1].first)
    for key, dates in dated:
        usual = term.default_span(term.parse(key))
        if not _near(dates.first, usual.first, usual.last) or not _near(dates.last, usual.first, usual.last):
            message = f"学期 {key} 写的是 {dates.first} 到 {dates.last}，与这个学期不合"
            yield Said(
                ("学期", key), message, f"{term.parse(key).long}，一般在 {usual.first} 到 {usual.last} 之间"
            )
    for (before, first), (key, second) in pairwise(dated):
        if _overlap(first, second):
            yield Said(
                ("学期", key),
                f"学期 {key} 从 {second.first} 起，与 {before}（止 {first.last}）重叠",
                "改正其中一个日期",
            )


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


def _near(day: date, first: date, last: date) -> bool:
    return first - _NEAR <= day <= last + _NEAR


def _overlap(first: TermDates, second: TermDates) -> bool:
    return second.first <= first.last
