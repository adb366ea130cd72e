"""What who takes over must know at once: whom to watch, what is promised, who cares for whom.

What a file says must be kept from somebody, and what happened in an incident, stands in the file alone.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import Attention, Settlement, Watch
from liushou_cli.domain.followup import Concern, Mediation
from liushou_cli.domain.masking import Veil
from liushou_cli.domain.owed import Owed, owed
from liushou_cli.domain.people import Parent
from liushou_cli.domain.population import Member
from liushou_cli.domain.views.children import caregiver, caregivers_on, veil_of, whereabouts
from liushou_cli.domain.views.common import Scene
from liushou_cli.domain.views.printed import day, month_or_day, with_note
from liushou_cli.domain.views.summary import lapse

SOON = timedelta(days=30)
_IN_THE_FILE = "见档案"
_OVER = (Settlement.SETTLED, Watch.LIFTED)


def handover(scene: Scene) -> dict[str, Any]:
    members = [(member, veil_of(member.child, scene)) for member in scene.chosen]
    as_of = scene.summary.people.as_of
    tasks = _tasks(scene)
    return {
        "交接孩子": [_who(member, veil, scene) for member, veil in members],
        **_levels(members, scene),
        "不得透露": [veil.child() for member, veil in members if member.child.withheld],
        "有事件": [
            {"姓名": veil.child(), "日期": "、".join(day(one.on) for one in member.child.incidents if one.on <= as_of)}
            for member, veil in members
            if any(one.on <= as_of for one in member.child.incidents)
        ],
        "跟踪": [line for member, veil in members for line in _watched(member.child, veil, as_of)],
        "待办": [line for _, line in tasks],
        "近期": [line for by, line in tasks if by is None or by <= as_of + SOON],
        "进行计划": [line for member, veil in members for line in _plans(member, veil, scene)],
        "结对": [line for member, veil in members for line in _pairs(member, veil, as_of)],
        "同意": [line for member, veil in members for line in _consent(member.child, veil, as_of)],
        "缺项": _unmet(scene),
    }  # fmt: skip


def _said(text: str, veil: Veil) -> str:
    return _IN_THE_FILE if veil.shut and text else veil.text(text)


def _who(member: Member, veil: Veil, scene: Scene) -> dict[str, Any]:
    child, as_of = member.child, scene.summary.people.as_of
    return {
        "班级": member.roll.settings.own.code if scene.whole else "",
        "姓名": veil.child(),
        "留守情况": member.status.kind.value,
        "照护人": [
            {"称呼": caregiver(one, veil), "电话": _phone(one.phone, veil)} for one in caregivers_on(child, as_of)
        ],
        "父亲": _parent(child.father, veil, as_of),
        "母亲": _parent(child.mother, veil, as_of),
    }  # fmt: skip


def _parent(parent: Parent | None, veil: Veil, as_of: date) -> dict[str, str]:
    if parent is None:
        return {"姓名": "", "行踪": "", "电话": ""}
    return {
        "姓名": veil.person(parent.name),
        "行踪": _IN_THE_FILE if veil.shut else whereabouts(parent, as_of, veil),
        "电话": _phone(parent.phone, veil),
    }


def _phone(number: str, veil: Veil) -> str:
    return _IN_THE_FILE if veil.shut and number else veil.phone(number)


def _levels(members: list[tuple[Member, Veil]], scene: Scene) -> dict[str, Any]:
    """The urgent first, each with its reason; the others by their names."""
    as_of = scene.summary.people.as_of
    told = [(veil, member.child.attention_on(as_of)) for member, veil in members]
    order = [Attention.URGENT, Attention.CLOSE]
    return {
        "留意": [
            {
                "姓名": veil.child(),
                "等级": level.level.value,
                "原因": _said(level.reason, veil),
                "复评": day(level.review_on),
            }
            for wanted in order
            for veil, level in told
            if level and level.level is wanted
        ],
        "普通等级": [veil.child() for veil, level in told if level and level.level not in order],
        "未评等级": [veil.child() for veil, level in told if level is None],
    }


def _watched(child: Child, veil: Veil, as_of: date) -> Iterator[dict[str, str]]:
    """Concerns and quarrels that were not at an end on the day."""
    open_ended: dict[str, tuple[Concern, ...] | tuple[Mediation, ...]] = {
        "关注事项": child.concerns,
        "矛盾调解": child.mediations,
    }
    for label, records in open_ended.items():
        for one in records:
            ended = one.done_on if one.done_on else one.on if one.result in _OVER else None
            if one.on <= as_of and (ended is None or ended > as_of):
                yield {
                    "姓名": veil.child(),
                    "类别": label,
                    "日期": day(one.on),
                    "情况": _said(one.note, veil),
                }


def _tasks(scene: Scene) -> list[tuple[date | None, dict[str, str]]]:
    files = {member.file: veil_of(member.child, scene) for member in scene.chosen}
    people = scene.summary.people
    return [
        (one.by, _task(one, files[one.member.file], people.as_of))
        for one in owed(people)
        if one.member.file in files
    ]


def _task(one: Owed, veil: Veil, as_of: date) -> dict[str, str]:
    return {
        "姓名": veil.child(),
        "事项": _said(one.what, veil) if one.ref.path[2:] else one.what,
        "期限": day(one.by),
        "逾期": "已经逾期" if one.overdue(as_of) else "",
        "缘由": one.why,
    }


def _plans(member: Member, veil: Veil, scene: Scene) -> Iterator[dict[str, str]]:
    people = scene.summary.people
    for one in member.child.plans:
        done = one.done_on is not None and one.done_on <= people.as_of
        if one.term == str(people.term) and not done:
            yield {
                "姓名": veil.child(),
                "目标": _said(one.aim, veil),
                "期限": day(one.by),
                "负责人": one.owner,
            }


def _pairs(member: Member, veil: Veil, as_of: date) -> Iterator[dict[str, str]]:
    for one in in_force(member.child.pairings, as_of):
        yield {
            "姓名": veil.child(),
            "结对人": with_note(one.name, one.workplace),
            "身份": one.role.value,
            "自": month_or_day(one.since),
            "电话": veil.phone(one.phone),
        }


def _consent(child: Child, veil: Veil, as_of: date) -> Iterator[dict[str, str]]:
    """Consent that is not there, not any more, or not for long."""
    given = child.consent
    if given is None or given.on > as_of:
        said = "没有登记"
    elif given.withdrawn_on and given.withdrawn_on <= as_of:
        said = f"{day(given.withdrawn_on)}撤回"
    elif given.until and given.until <= as_of + SOON:
        said = f"到{day(given.until)}为止"
    else:
        return
    yield {"姓名": veil.child(), "说明": said}


def _unmet(scene: Scene) -> list[dict[str, str]]:
    wanted = {member.file: veil_of(member.child, scene) for member in scene.chosen}
    return [
        {"姓名": wanted[member.file].child(), "缺项": "；".join(lapse(duty) for duty in duties)}
        for member, duties in scene.summary.unmet
        if member.file in wanted
    ]
