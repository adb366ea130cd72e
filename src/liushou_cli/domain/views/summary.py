"""The part of the term summary: months, activities, needs, who was not reached, class by class."""

from typing import Any

from liushou_cli.domain.activity import Activity
from liushou_cli.domain.days import month_and_day
from liushou_cli.domain.due import Duty
from liushou_cli.domain.figures.surveys import NEED
from liushou_cli.domain.masking import mask_name
from liushou_cli.domain.population import Member
from liushou_cli.domain.views.by_class import by_class
from liushou_cli.domain.views.common import Scene

_OF_A_CLASS = (
    "在籍学生", "留守儿童", "普查人数", "家访次数", "家访覆盖率", "教师通话次数", "活动次数", "未达标人数",
)  # fmt: skip


def summary(scene: Scene) -> dict[str, Any]:
    told = scene.summary
    return {
        "需求": [name.removeprefix(NEED) for name in told.figures if name.startswith(NEED)],
        "月份": [month._asdict() for month in told.months],
        "活动": {kind.value: [_activity(one) for one in held] for kind, held in told.activities},
        "未达标": [] if scene.public else [_unmet(member, duties, scene) for member, duties in told.unmet],
        "各班": by_class(scene, _OF_A_CLASS),
    }


def _activity(one: Activity) -> dict[str, Any]:
    return {"日期": month_and_day(one.on), "主题": one.title, "负责人": list(one.leaders)}


def _unmet(member: Member, duties: tuple[Duty, ...], scene: Scene) -> dict[str, str]:
    return {
        "班级": member.roll.settings.own.code if scene.whole else "",
        "姓名": mask_name(member.child.name, scene.mask),
        "缺项": "；".join(lapse(duty) for duty in duties),
    }


def lapse(duty: Duty) -> str:
    """家访（本学期0次）, 通话（9月、11月缺）"""
    if duty.rhythm.per == "月":
        return f"{duty.label}（{'、'.join(f'{gap.first.month}月' for gap in duty.lapses)}缺）"
    if duty.rhythm.per == "学期":
        return f"{duty.label}（本学期{duty.done}次）"
    gaps = "、".join(f"{month_and_day(gap.first)}至{month_and_day(gap.last)}" for gap in duty.lapses)
    return f"{duty.label}（{gaps}缺）"
