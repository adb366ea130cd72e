"""The part of the summary by groups: which groups there are, and the classes beside one another."""

from typing import Any

from liushou_cli.domain.figures.groups import GROUPS
from liushou_cli.domain.views.by_class import by_class
from liushou_cli.domain.views.common import Scene

_OF_A_CLASS = ("在籍学生", "留守儿童", "留守占比", "单亲家庭", "流动儿童", "孤儿", "困境儿童", "关爱对象")


def groups(scene: Scene) -> dict[str, Any]:
    told = scene.summary
    return {
        "群体": [group.value for group in GROUPS if told.figures[group].value],
        "另顾": [group.value for group in GROUPS if told.figures[f"{group}非留守"].value],
        "没有的群体": [group.value for group in GROUPS if not told.figures[group].value],
        "各班群体": by_class(scene, _OF_A_CLASS),
    }
