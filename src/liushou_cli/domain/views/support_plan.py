"""一生一策: what the last survey found, and what was planned for this term."""

from datetime import date
from typing import Any

from liushou_cli.domain.base import in_force
from liushou_cli.domain.child import Child, SupportPlan
from liushou_cli.domain.masking import Veil
from liushou_cli.domain.needs import needs_of
from liushou_cli.domain.population import Member
from liushou_cli.domain.survey import Survey
from liushou_cli.domain.views.children import each
from liushou_cli.domain.views.common import Scene
from liushou_cli.domain.views.printed import day, month_or_day, with_note


def support_plan(scene: Scene) -> dict[str, Any]:
    return each(scene, _plan_of)


def last_survey(child: Child, as_of: date) -> Survey | None:
    return max((one for one in child.surveys if one.on <= as_of), key=lambda one: one.on, default=None)


def survey(found: Survey | None, veil: Veil) -> dict[str, Any]:
    """``日期``, and for each aspect asked its rating, finding and needs."""
    aspects = found.aspects() if found else ()
    return {
        "日期": day(found.on) if found else "",
        "方面": [
            {
                "名称": label,
                "评定": one.rating.value,
                "情况": veil.text(one.finding),
                "需求": "、".join(one.needs),
            }
            for label, one in aspects
        ],
    }


def attention(child: Child, veil: Veil, as_of: date) -> str:
    level = child.attention_on(as_of)
    return with_note(level.level, veil.text(level.reason)) if level else ""


def care(child: Child, veil: Veil, as_of: date) -> str:
    judged = child.care_on(as_of)
    return with_note(judged.quality, veil.text(judged.note), f"{day(judged.since)}评定") if judged else ""


def pairings(child: Child, as_of: date) -> str:
    """李伟（帮扶教师，新溪中学，2013年9月16日起）"""
    return "；".join(
        with_note(one.name, one.role, one.workplace, f"{month_or_day(one.since)}起")
        for one in in_force(child.pairings, as_of)
    )


def plans(member: Member, veil: Veil, scene: Scene) -> list[dict[str, Any]]:
    """This term's; a result that came after the as-of day is not yet known."""
    people = scene.summary.people
    mine = (one for one in member.child.plans if one.term == str(people.term))
    return [_plan(one, veil, people.as_of) for one in mine]


def _plan(one: SupportPlan, veil: Veil, as_of: date) -> dict[str, Any]:
    later = one.done_on is not None and one.done_on > as_of
    return {
        "目标": veil.text(one.aim),
        "针对": "、".join(one.needs),
        "措施": [veil.text(measure) for measure in one.measures],
        "负责人": one.owner,
        "期限": day(one.by),
        "完成": "" if later else day(one.done_on),
        "结果": "" if later else veil.text(one.result),
    }


def _unanswered(member: Member, scene: Scene) -> str:
    return "、".join(need.word for need in needs_of(scene.summary.people, member) if not need.answered)


def _plan_of(member: Member, veil: Veil, scene: Scene) -> dict[str, Any]:
    as_of = scene.summary.people.as_of
    return {
        "关注等级": attention(member.child, veil, as_of),
        "监护情况": care(member.child, veil, as_of),
        "结对": pairings(member.child, as_of),
        "普查": survey(last_survey(member.child, as_of), veil),
        "未回应需求": _unanswered(member, scene),
        "计划": plans(member, veil, scene),
    }
