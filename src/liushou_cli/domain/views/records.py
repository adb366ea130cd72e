"""The visits and the calls of a term, child by child."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from liushou_cli.domain.choices import CallResult
from liushou_cli.domain.days import month_and_day
from liushou_cli.domain.followup import Call, Contact, HomeVisit
from liushou_cli.domain.masking import Veil
from liushou_cli.domain.population import Member
from liushou_cli.domain.views.children import each
from liushou_cli.domain.views.common import Scene
from liushou_cli.domain.views.printed import day, with_note

_Record = TypeVar("_Record", bound=Contact)


def visits(scene: Scene) -> dict[str, Any]:
    return each(scene, _visits)


def calls(scene: Scene) -> dict[str, Any]:
    return each(scene, _calls)


def of_the_term(records: Iterable[_Record], member: Member, scene: Scene) -> list[_Record]:
    """Those made while the child was in class, up to the as-of day, in order of days."""
    span = scene.summary.people.span(member.roll)
    found = (one for one in records if one.on in span and member.child.enrolled_on(one.on))
    return sorted(found, key=lambda one: one.on)


def tasks(record: Contact, veil: Veil, as_of: date) -> str:
    """配眼镜（期限2013年11月1日，2013年10月28日办好）；…"""
    return "；".join(
        f"{veil.text(task.what)}（{_limit(task.by)}{_end(task.done_on, as_of)}）" for task in record.tasks
    )


def _limit(by: date | None) -> str:
    return f"期限{day(by)}，" if by else ""


def _end(done_on: date | None, as_of: date) -> str:
    return f"{day(done_on)}办好" if done_on and done_on <= as_of else "还没有办好"


def _visits(member: Member, veil: Veil, scene: Scene) -> dict[str, Any]:
    found = of_the_term(member.child.visits, member, scene)
    return {"家访": [_visit(one, veil, scene.summary.people.as_of) for one in found]}


def _visit(one: HomeVisit, veil: Veil, as_of: date) -> dict[str, str]:
    return {
        "日期": day(one.on),
        "性质": one.kind or "",
        "家访人": "、".join(one.visitors),
        "对象": "、".join(veil.person(name) for name in one.met),
        "目的": veil.text(one.purpose),
        "情况": veil.text(one.note),
        "家教指导": veil.text(one.guidance),
        "跟进": tasks(one, veil, as_of),
    }


def _calls(member: Member, veil: Veil, scene: Scene) -> dict[str, Any]:
    found = of_the_term(member.child.calls, member, scene)
    return {"通话": [_call(one, veil, scene.summary.people.as_of) for one in found]}


def _call(one: Call, veil: Veil, as_of: date) -> dict[str, str]:
    said = (veil.text(one.note), f"跟进：{tasks(one, veil, as_of)}" if one.tasks else "")
    return {
        "日期": month_and_day(one.on),
        "类型": one.kind or "",
        "方式": with_note(one.channel or "", one.result if one.result is CallResult.NOT_THROUGH else ""),
        "通话人": "孩子本人" if one.callers == ("自己",) else "、".join(one.callers),
        "对象": "、".join(veil.person(name) for name in one.with_whom),
        "情况": "　".join(part for part in said if part),
    }
