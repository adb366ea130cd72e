"""class.yaml against its folder, the calendar and the children; what it and school.yaml both may say."""

from collections.abc import Iterator

from liushou_cli.domain.checks.finding import Said
from liushou_cli.domain.checks.subject import ClassFile, SchoolFile
from liushou_cli.domain.definition import DEFINITIONS
from liushou_cli.domain.grade import GRADUATED, class_code, grade
from liushou_cli.domain.presets import PRESETS


def folder_name(asked: ClassFile) -> Iterator[Said]:
    if asked.folder and asked.folder != asked.own.code:
        message = f"班级写的是“{asked.own.code}”，文件夹叫“{asked.folder}”"
        yield Said(("班级",), message, "两处改成一样；文件夹名是 入学年份-班号，如 2012-2")


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


def premature_preset(asked: SchoolFile) -> Iterator[Said]:
    """A rhythm is not taken from a source that had not been written yet."""
    wanted = asked.value.requirements
    preset = wanted.preset if wanted else None
    since = PRESETS[preset].since if preset else None
    if since and asked.today < since:
        message = f"参照写的是“{preset}”，它到 {since} 才有"
        yield Said(("要求", "参照"), message, "换一个参照，或把要求自己写出来")
