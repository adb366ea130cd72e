"""The part of the summary by groups: which groups there are, and the classes beside one another."""

from typing import Any

from liushou_cli.domain.figures import figures
from liushou_cli.domain.figures.groups import GROUPS
from liushou_cli.domain.population import ClassRoll, Population, population
from liushou_cli.domain.views.common import Scene, shown

_OF_A_CLASS = ("在籍学生", "留守儿童", "留守占比", "单亲家庭", "流动儿童", "孤儿", "困境儿童", "关爱对象")


def groups(scene: Scene) -> dict[str, Any]:
    told = scene.summary
    return {
        "群体": [group.value for group in GROUPS if told.figures[group].value],
        "另顾": [group.value for group in GROUPS if told.figures[f"{group}非留守"].value],
        "没有的群体": [group.value for group in GROUPS if not told.figures[group].value],
        "各班群体": [_class_line(roll, told.people) for roll in told.people.rolls] if scene.whole else [],
    }


def _class_line(roll: ClassRoll, people: Population) -> dict[str, str]:
    own = figures(population([roll], people.term, people.as_of, people.rule))
    return {"班级": roll.settings.class_name(people.term), **{name: shown(own[name]) for name in _OF_A_CLASS}}
