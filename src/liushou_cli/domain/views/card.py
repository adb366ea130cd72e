"""一人一档: a child on one sheet.

Every text is cut to its cell, and as many of the latest records follow as the
sheet has room for, so that a card never runs on to a second page.
"""

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any, NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import CallKind, CallResult
from liushou_cli.domain.followup import Call, Contact, Support, Talk
from liushou_cli.domain.masking import Veil
from liushou_cli.domain.people import Parent
from liushou_cli.domain.population import Member
from liushou_cli.domain.views import support_plan as plan
from liushou_cli.domain.views.children import caregiver, caregivers_on, each, whereabouts
from liushou_cli.domain.views.common import Scene
from liushou_cli.domain.views.printed import day, fit, width, with_note
from liushou_cli.domain.views.records import of_the_term

# How many Chinese characters a line of each kind of cell holds: templates/card.md.j2 sets the columns.
_NAME, _LEFT, _RIGHT, _FINDING, _RECORD, _ACROSS = 4, 14, 16, 26, 20, 35
# In points: what the sheet leaves to the table, a row of one line, each line of a higher row and its edges.
_ROOM, _ROW, _LINE, _EDGES = 560, 20, 14, 3
_RECORD_ROW = 2 * _LINE + _EDGES
_MOST = 8


class _Size(NamedTuple):
    """How many caregivers stand on the card, and how many lines each of its long texts has."""

    caregivers: int
    pairings: int
    plan: int
    note: int


_LONG, _SHORT = _Size(2, 2, 3, 2), _Size(1, 1, 2, 1)


class _Entry(NamedTuple):
    on: date
    kind: str
    text: str


def card(scene: Scene) -> dict[str, Any]:
    return each(scene, _card)


def _card(member: Member, veil: Veil, scene: Scene) -> dict[str, Any]:
    facts = _facts(member, veil, scene, _LONG)
    room = _room(facts, member, veil)
    if room < _RECORD_ROW:
        facts = _facts(member, veil, scene, _SHORT)
        room = _room(facts, member, veil)
    return {**facts, "记录": _latest(member, veil, scene)[: max(1, min(_MOST, room // _RECORD_ROW))]}


def _facts(member: Member, veil: Veil, scene: Scene, size: _Size) -> dict[str, Any]:
    child, as_of = member.child, scene.summary.people.as_of
    found = plan.survey(plan.last_survey(child, as_of), veil)
    return {
        **_school(member, veil),
        **_home(child, veil, as_of, size.caregivers),
        "结对": fit(plan.pairings(child, as_of), size.pairings * _ACROSS),
        "普查日期": found["日期"],
        "方面": [{**one, "情况": fit(_finding(one), _FINDING)} for one in found["方面"]],
        "计划": fit(_plans(plan.plans(member, veil, scene)), size.plan * _ACROSS),
        "备注": fit(veil.text(child.note), size.note * _ACROSS),
    }


def _room(facts: dict[str, Any], member: Member, veil: Veil) -> int:
    """What the sheet leaves to records."""
    return _ROOM - _height(facts, veil.child(), bool(member.child.withheld))


def _school(member: Member, veil: Veil) -> dict[str, str]:
    child = member.child
    return {
        "身份证号": veil.number(child.id_number),
        "学籍号": veil.number(child.register_number),
        "就读方式": fit(with_note(child.lodging or "", child.way_to_school, child.distance_to_school), 22),
        "户籍地": fit(veil.address(child.household_place), 2 * _LEFT),
        "现住址": fit(veil.address(child.address or child.hamlet), 2 * _RIGHT),
        "身体情况": fit(with_note(child.health or "", veil.text(child.health_note)), 2 * _LEFT),
        "类别": "、".join(child.categories),
    }


def _home(child: Child, veil: Veil, as_of: date, caregivers: int) -> dict[str, Any]:
    return {
        "父亲": _parent(child.father, veil, as_of),
        "母亲": _parent(child.mother, veil, as_of),
        "照护": [
            {
                "称呼": fit(caregiver(one, veil), 3 * _NAME),
                "电话": fit(veil.phone(one.phone), 10),
                "身体": fit(veil.text(one.condition), 2 * _RIGHT),
            }
            for one in caregivers_on(child, as_of)[:caregivers]
        ],
        "监护情况": fit(plan.care(child, veil, as_of), 2 * _LEFT),
        "关注等级": fit(plan.attention(child, veil, as_of), 2 * _RIGHT),
        "经济来源": fit("、".join(child.income), 2 * _LEFT),
        "救助帮扶": fit("、".join(child.relief), 2 * _RIGHT),
    }


def _parent(parent: Parent | None, veil: Veil, as_of: date) -> dict[str, str]:
    return {
        "姓名": fit(veil.person(parent.name), 3 * _NAME) if parent else "",
        "电话": fit(veil.phone(parent.phone), 10) if parent else "",
        "行踪": fit(whereabouts(parent, as_of, veil), 2 * _RIGHT),
    }


def _finding(aspect: dict[str, str]) -> str:
    needs = f"需要{aspect['需求']}" if aspect["需求"] else ""
    return "；".join(part for part in (aspect["情况"], needs) if part)


def _plans(made: list[dict[str, Any]]) -> str:
    said = (
        f"目标：{one['目标']}。措施：{'；'.join(one['措施'])}。"
        + (f"期限：{one['期限']}。" if one["期限"] else "")
        + (f"结果：{one['结果']}。" if one["结果"] else "")
        for one in made
    )
    return "".join(said)


def _height(facts: dict[str, Any], name: str, warned: bool) -> int:
    """Of all rows but the records', in points; a row is as high as its highest cell."""
    people = [(one["姓名"], one["行踪"]) for one in (facts["父亲"], facts["母亲"])]
    people += [(one["称呼"], one["身体"]) for one in facts["照护"]]
    rows: list[list[tuple[str, int]]] = [
        [(name, _NAME)],
        [],  # 身份证号
        [(facts["就读方式"], 12)],
        [(facts["户籍地"], _LEFT), (facts["现住址"], _RIGHT)],
        [(facts["身体情况"], _LEFT)],
        *([(who, _NAME), (what, _RIGHT)] for who, what in people),
        [(facts["监护情况"], _LEFT), (facts["关注等级"], _RIGHT)],
        [(facts["经济来源"], _LEFT), (facts["救助帮扶"], _RIGHT)],
        *([(facts[key], _ACROSS)] for key in ("结对", "计划", "备注")),
        *([] for _ in facts["方面"] or [None]),
        *([] for _ in range(warned)),
    ]
    return sum(map(_row_height, rows))


def _row_height(cells: Sequence[tuple[str, int]]) -> int:
    lines = max((ceil(width(text) / room) for text, room in cells), default=1)
    return max(_ROW, _LINE * lines + _EDGES)


def _latest(member: Member, veil: Veil, scene: Scene) -> list[dict[str, str]]:
    """The term's visits, calls, talks and support, the last first."""
    child = member.child
    kinds = {"家访": child.visits, "通话": child.calls, "谈心": child.talks, "帮扶": child.supports}
    found = [
        _entry(kind, one) for kind, records in kinds.items() for one in of_the_term(records, member, scene)
    ]
    return [
        {"日期": day(one.on), "类别": one.kind, "情况": fit(veil.text(one.text), 2 * _RECORD)}
        for one in sorted(found, key=lambda one: one.on, reverse=True)
    ]


def _entry(kind: str, one: Contact) -> _Entry:
    match one:
        case Call():
            missed = "没有打通" if one.result is CallResult.NOT_THROUGH else ""
            return _Entry(
                one.on, one.kind if one.kind is CallKind.FAMILY else kind, _joined(missed, one.note)
            )
        case Talk():
            return _Entry(one.on, kind, _joined(one.topic, one.note))
        case Support():
            return _Entry(one.on, one.kind or kind, _joined(one.what, one.note))
    return _Entry(one.on, kind, one.note)


def _joined(topic: str, note: str) -> str:
    return "：".join(part for part in (topic, note) if part)
