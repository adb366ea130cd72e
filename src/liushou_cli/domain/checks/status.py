"""Whether what a file says of parents, caregivers and status holds together."""

from collections.abc import Iterator
from datetime import date

from liushou_cli.domain.base import in_force
from liushou_cli.domain.checks.finding import Said, label
from liushou_cli.domain.checks.persons import parents
from liushou_cli.domain.checks.subject import ChildFile, contacts
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import (
    Category,
    DefinitionName,
    Health,
    Marriage,
    Relation,
    Schooling,
    Stage,
    Whereabouts,
    YesNo,
)
from liushou_cli.domain.definition import DEFINITIONS, Basis, status_on
from liushou_cli.domain.followup import Call, HomeVisit
from liushou_cli.domain.people import Parent, Stay

_NOT_AT_HOME = frozenset(Whereabouts) - {Whereabouts.HOME, Whereabouts.OTHER}
_NO_PARENT = frozenset({Whereabouts.DEAD, Whereabouts.MISSING})
_OUT_OF_SCHOOL = frozenset({Schooling.DROPPED_OUT, Schooling.NOT_ENROLLED})
_STAGE_IS = {
    Stage.PRIMARY: {Schooling.PRIMARY},
    Stage.JUNIOR: {Schooling.JUNIOR},
    Stage.SENIOR: {Schooling.SENIOR, Schooling.VOCATIONAL},
}
_OF_GRANDPARENTS = {"祖父": "爷爷", "祖母": "奶奶", "外祖父": "外公", "外祖母": "外婆"}


def unknown(asked: ChildFile) -> Iterator[Said]:
    """Nothing tells whether the child is left-behind, or only half of it."""
    child = asked.child
    if not child.enrolled_on(asked.today):
        return
    silent = [name for name in ("父亲", "母亲") if _stay(child, name, asked.today) is None]
    hint = "写上行踪，如 {自: 2010-03, 状况: 外出务工}；在家、去世、失联也照写"
    if len(silent) == 2 and not child.register_word:
        yield Said((), "父母的行踪和学籍登记都没有写，不知道是不是留守儿童", hint)
    elif len(silent) == 1:
        yield Said((silent[0],), f"{silent[0]}的行踪没有写，分不出单亲留守还是双亲留守", hint)


def against_register(asked: ChildFile) -> Iterator[Said]:
    child, rule = asked.child, DEFINITIONS[DefinitionName.REGISTER]
    word = child.register_word
    if word is None or asked.today < rule.since or not child.enrolled_on(asked.today):
        return
    status = status_on(child, rule, asked.today)
    if status.basis is Basis.FACTS and status.kind is not word:
        message = f"学籍登记写的是“{word}”，照父母的行踪是“{status.kind}”"
        yield Said(("学籍登记",), message, "核对父母的行踪；行踪没错，就去学籍系统里改，再改这里")


def no_caregiver(asked: ChildFile) -> Iterator[Said]:
    child, today = asked.child, asked.today
    rule = DEFINITIONS[asked.settings.definition if asked.settings else DefinitionName.REGISTER]
    if today < rule.since or not child.enrolled_on(today) or child.caregiver_on(today):
        return
    status = status_on(child, rule, today)
    if status.left_behind:
        said = "写的照护人都还没有开始或已经结束" if child.caregivers else "没有写照护人"
        hint = "写上平时谁在照看，如 照护人: [{姓名: 王桂兰, 关系: 奶奶, 自: 2010-03}]"
        yield Said(("照护人",), f"孩子是{status.kind}，{said}", hint)


def caregiver_gone(asked: ChildFile) -> Iterator[Said]:
    """A parent who is away, or somebody who is dead, does not look after the child."""
    child, today = asked.child, asked.today
    for index, caregiver in enumerate(child.caregivers):
        if caregiver not in in_force(child.caregivers, today):
            continue
        path = ("照护人", index)
        stay = _stay(child, caregiver.relation, today)
        if stay and stay.state in _NOT_AT_HOME:
            message = f"{label(path)}是{caregiver.relation}，可{caregiver.relation}的行踪是“{stay.state}”"
            yield Said(path, message, "写上现在真正照看孩子的人；换了人的，给这一条写上至")
        elif caregiver.relation in _dead_grandparents(child):
            yield Said(path, f"{label(path)}是{caregiver.relation}，可祖辈里写着不在世", "核对后改正其中一处")


def met_the_dead(asked: ChildFile) -> Iterator[Said]:
    for path, record in contacts(asked.child):
        whom = (
            record.met
            if isinstance(record, HomeVisit)
            else record.with_whom
            if isinstance(record, Call)
            else ()
        )
        for name in whom:
            stay = _stay(asked.child, name, record.on)
            if stay and stay.state is Whereabouts.DEAD:
                message = f"{label(path)}的对象有{name}，可{name}的行踪从 {stay.since} 起是去世"
                yield Said((*path, "对象"), message, "核对日期和对象")


def categories(asked: ChildFile) -> Iterator[Said]:
    """单亲家庭 is a one-parent family, not 单亲留守; an 孤儿 has neither parent."""
    child = asked.child
    stays = [stay for name, _ in parents(child) if (stay := _stay(child, name, asked.today))]
    present = [stay for stay in stays if stay.state not in _NO_PARENT]
    if Category.ORPHAN in child.categories and present:
        message = f"其他类别写着“孤儿”，可行踪写着有一方“{present[0].state}”"
        yield Said(("其他类别",), message, "孤儿是父母双亡或查找不到；核对后改正其中一处")
    married = child.marriage is Marriage.MARRIED and len(present) == len(stays)
    if Category.SINGLE_PARENT in child.categories and married:
        message = "其他类别写着“单亲家庭”，可父母婚姻写的是“在婚”"
        yield Said(("其他类别",), message, "单亲家庭不是单亲留守：父母只有一方外出的，删掉“单亲家庭”")
    if Category.DISABLED in child.categories and child.health is Health.HEALTHY:
        yield Said(("其他类别",), "其他类别写着“残疾”，可身体情况写的是“健康”", "核对后改正其中一处")


def schooling(asked: ChildFile) -> Iterator[Said]:
    child, said = asked.child, asked.child.schooling
    if said is None or asked.settings is None or not child.enrolled_on(asked.today):
        return
    stage = asked.settings.own.stage
    if said in _OUT_OF_SCHOOL:
        yield Said(
            ("就学情况",),
            f"就学情况写的是“{said}”，可孩子还在班",
            "离开了就在“在班”写上至和原因；没有离开就改就学情况",
        )
    elif said not in _STAGE_IS[stage]:
        yield Said(("就学情况",), f"就学情况写的是“{said}”，可这是{stage}的班", "核对后改正")


def _stay(child: Child, name: str, day: date) -> Stay | None:
    parent: Parent | None = dict(parents(child)).get(name)
    return parent.stay_on(day) if parent else None


def _dead_grandparents(child: Child) -> set[Relation]:
    known = child.grandparents
    fields = type(known).model_fields if known else {}
    dead = [
        str(model.alias)
        for field, model in fields.items()
        if (one := getattr(known, field)) and one.living is YesNo.NO
    ]
    return {Relation(_OF_GRANDPARENTS[name]) for name in dead}
