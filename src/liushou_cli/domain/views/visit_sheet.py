"""The sheet a teacher takes along on visits: village by village, whom to see, where, and what is due there."""

from typing import Any

from liushou_cli.domain.ahead import BIRTHDAY, RETURN, chances
from liushou_cli.domain.days import month_and_day
from liushou_cli.domain.owed import PLAN, PROMISE, Owed, in_order, owed
from liushou_cli.domain.policy import LABELS
from liushou_cli.domain.population import Member
from liushou_cli.domain.views.children import identity, veil_of
from liushou_cli.domain.views.common import Scene
from liushou_cli.domain.views.covered import said
from liushou_cli.domain.views.printed import day
from liushou_cli.domain.views.records import tasks

_WORTH_A_WALK = frozenset({LABELS["visits"], PROMISE, PLAN, RETURN})
_AHEAD = 14


def visit_sheet(scene: Scene) -> dict[str, Any]:
    """``村组们``: children who are to be visited or were asked for by name; 村组 not written comes last."""
    people = scene.summary.people
    due: dict[str, list[Owed]] = {}
    for one in in_order([*owed(people), *chances(people, _AHEAD)]):
        due.setdefault(one.member.file, []).append(one)
    named = scene.chosen != people.counted
    groups: dict[str, list[dict[str, Any]]] = {}
    for member in sorted(scene.chosen, key=lambda one: (not one.child.hamlet, one.child.hamlet)):
        own = due.get(member.file, [])
        if named or any(one.kind in _WORTH_A_WALK for one in own):
            groups.setdefault(member.child.hamlet, []).append(_child(member, own, scene))
    return {"村组们": [{"村组": hamlet, "孩子们": children} for hamlet, children in groups.items()]}


def _child(member: Member, own: list[Owed], scene: Scene) -> dict[str, Any]:
    child, veil, as_of = member.child, veil_of(member.child, scene), scene.summary.people.as_of
    visits = sorted((one for one in child.visits if one.on <= as_of), key=lambda one: one.on)
    last = visits[-1] if visits else None
    return {
        **identity(member, scene),
        "年龄": f"{child.age_on(as_of)}周岁",
        "住址": veil.address(child.address),
        "要做的": [_said(one, scene) for one in own],
        "上次家访": day(last.on) if last else "",
        "上次说好": tasks(last, veil, as_of) if last else "",
    }


def _said(one: Owed, scene: Scene) -> str:
    """通话（每月1次，10月31日到期，已过）"""
    as_of = scene.summary.people.as_of
    veil = veil_of(one.member.child, scene)
    what = said(one) if one.delicate else veil.text(one.what)
    if one.kind in (BIRTHDAY, RETURN):
        return f"{what}（{month_and_day(one.by) if one.by and one.kind == BIRTHDAY else veil.text(one.why)}）"
    why = [] if one.delicate else [veil.text(one.why)]
    by = [f"{month_and_day(one.by)}到期"] if one.by else []
    late = ["已过"] if one.overdue(as_of) else []
    return f"{what}（{'，'.join([*why, *by, *late])}）" if why or by else what
