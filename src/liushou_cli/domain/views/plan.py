"""The part of the coming term's plan: when, for whom, and what this term leaves undone."""

from typing import Any

from liushou_cli.domain.days import month_and_day
from liushou_cli.domain.figures.coming import graduates
from liushou_cli.domain.population import Population
from liushou_cli.domain.promises import Promise, promises
from liushou_cli.domain.term import Span
from liushou_cli.domain.views.by_class import by_class
from liushou_cli.domain.views.children import veil_of
from liushou_cli.domain.views.common import Scene

_OF_A_CLASS = ("下学期对象", "未家访人数", "未普查人数", "未教师通话人数", "未结对人数", "跟进未办")


def plan(scene: Scene) -> dict[str, Any]:
    people = scene.summary.people
    term = people.term.next
    own = people.rolls[0].settings
    staying = [roll for roll in people.rolls if not graduates(roll, term)]
    return {
        "文书学期": term.short,
        "下学期全称": term.long,
        "下学期班级": "" if scene.whole else own.class_name(term),
        "下学期": term.short,
        "毕业": not staying,
        "安排": _months(own.span(term)),
        "未办": [] if scene.whole or scene.public else [_open(one, scene) for one in _undone(people)],
        "各班任务": by_class(scene, _OF_A_CLASS, staying, term),
    }


def _months(span: Span) -> dict[str, str]:
    """The months of a term as a plan divides them: its beginning, the months between, their middle, its end.

    August is no month of a plan: it ends the spring term's days, and nobody is at school.
    """
    first = span.first.year * 12 + span.first.month - 1
    last = span.last.year * 12 + span.last.month - 1
    months = [index % 12 + 1 for index in range(first, last + 1)]
    months = months[:-1] if months[-1] == 8 and len(months) > 1 else months
    between = months[1:-1] or months
    through = f"{between[0]}月至{between[-1]}月" if len(between) > 1 else f"{between[0]}月"
    return {
        "开学": f"{months[0]}月",
        "平时": through,
        "期中": f"{between[(len(between) - 1) // 2]}月",
        "期末": f"{months[-1]}月",
    }


def _undone(people: Population) -> list[Promise]:
    return [one for one in promises(people) if not one.kept(people.as_of)]


def _open(one: Promise, scene: Scene) -> dict[str, Any]:
    veil = veil_of(one.member.child, scene)
    return {
        "姓名": veil.child(),
        "事项": "事件跟进" if one.of_incident else veil.text(one.task.what),
        "期限": month_and_day(one.task.by) if one.task.by else "",
        "逾期": one.late(scene.summary.people.as_of),
    }
