"""The part of the archive: its catalogue, file by file, and the school's own rules."""

from datetime import date
from typing import Any

from liushou_cli.domain.child import Child
from liushou_cli.domain.figures.archive import ITEMS, lacking
from liushou_cli.domain.masking import mask_name
from liushou_cli.domain.population import Member
from liushou_cli.domain.views.common import Scene
from liushou_cli.domain.views.scheme import scheme


def archive(scene: Scene) -> dict[str, Any]:
    people = scene.summary.people
    return {
        "制度": scheme(scene)["制度"],
        "档案项目": list(ITEMS),
        "目录": [] if scene.public else [_line(member, scene) for member in people.counted],
    }


def _line(member: Member, scene: Scene) -> dict[str, str]:
    people, child = scene.summary.people, member.child
    return {
        "班级": member.roll.settings.own.code,
        "编号": child.id,
        "姓名": mask_name(child.name, scene.mask),
        "记录": "、".join(_records(child, people.as_of)),
        "缺": "、".join(lacking(member, people)),
    }


def _records(child: Child, day: date) -> list[str]:
    """The kinds of records the file holds up to *day*, of whatever term; 事件 are not for a list many see."""
    days = {
        "普查": [one.on for one in child.surveys],
        "家访": [one.on for one in child.visits],
        "通话": [one.on for one in child.calls],
        "谈心": [one.on for one in child.talks],
        "帮扶": [one.on for one in child.supports],
        "结对": [one.since for one in child.pairings],
    }
    return [label for label, found in days.items() if any(on <= day for on in found)]
