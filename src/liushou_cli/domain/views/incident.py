"""事件报告单: the one paper in which an incident's words stand."""

from typing import Any

from liushou_cli.domain.followup import Incident
from liushou_cli.domain.masking import Veil
from liushou_cli.domain.population import Member
from liushou_cli.domain.reporting import outstanding, reported_by, rules
from liushou_cli.domain.views.children import each
from liushou_cli.domain.views.common import Scene
from liushou_cli.domain.views.printed import day
from liushou_cli.domain.views.records import of_the_term, tasks


def incident(scene: Scene) -> dict[str, Any]:
    return each(scene, _incidents)


def _incidents(member: Member, veil: Veil, scene: Scene) -> dict[str, Any]:
    found = of_the_term(member.child.incidents, member, scene)
    return {"事件": [_incident(one, veil, scene) for one in found]}


def _incident(one: Incident, veil: Veil, scene: Scene) -> dict[str, Any]:
    """As it stood on the as-of day; the rules are those of the day it happened."""
    as_of = scene.summary.people.as_of
    one = reported_by(one, as_of)
    return {
        "日期": day(one.on),
        "类别": veil.text(one.kind),
        "发现方式": veil.text(one.found_by),
        "情况": veil.text(one.note),
        "报告": [{"对象": veil.text(report.to), "时间": report.when} for report in one.reports],
        "未报告": "、".join(outstanding(one)),
        "处理": veil.text(one.handling),
        "跟进": tasks(one, veil, as_of),
        "依据": rules(one.on),
    }
