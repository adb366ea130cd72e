"""What a form somebody else made may say: the same names as our templates, found by being used."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from liushou_cli.domain.views import drawn
from liushou_cli.domain.views.common import Scene, common

CHILD, CHILDREN = "孩子", "孩子们"
# Which part gives a name that not every document has.
PART_OF: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("需求", "月份", "活动", "未达标", "各班"), "总结"),
        "依据": "依据",
        **dict.fromkeys(("文书学期", "下学期全称", "下学期班级", "毕业", "安排", "未办", "各班任务"), "计划"),
        **dict.fromkeys(("领导小组", "制度", "经费"), "方案"),
        "结对名单": "代理家长",
        "之家": "之家",
        **dict.fromkeys(("群体", "另顾", "没有的群体", "各班群体"), "群体"),
        **dict.fromkeys(("档案项目", "目录"), "档案"),
        "名册": "花名册",
        "村组们": "走访单",
        **dict.fromkeys(("受访的", "方面们"), "普查纸"),
        **dict.fromkeys(
            ("不列", "公布", "少于", "略去", "年龄段", "年龄人数", "分类", "勾稽", "班级列", "班级行"),
            "统计表",
        ),
    }
)
# Of a name that several give, the first one's stands; each also stands whole under its own name.
OF_A_CHILD = ("档案卡", "登记表", "帮扶计划", "家访记录", "通话记录")
OF_ITS_OWN_PAPER = ("事件", "交接")  # what an incident or a hand-over says is offered to no form


def names() -> list[str]:
    """Every name there is besides those that all documents have."""
    return [*PART_OF, CHILD, CHILDREN]


def for_form(scene: Scene, used: Iterable[str]) -> dict[str, Any]:
    """The common part, and of the others what the *used* names need. ``孩子`` is left to the caller."""
    wanted = set(used)
    found = common(scene)
    for part in dict.fromkeys(PART_OF[name] for name in PART_OF if name in wanted):
        found = {**drawn(part, scene), **found}
    if wanted & {CHILD, CHILDREN}:
        found[CHILDREN] = _children(scene)
    return found


def _children(scene: Scene) -> list[dict[str, Any]]:
    """Each chosen child with all that any paper says of it: ``孩.父亲.电话``, ``孩.登记表.父亲.务工地点``."""
    drawings = {part: drawn(part, scene)[CHILDREN] for part in OF_A_CHILD}
    found = []
    for number, member in enumerate(scene.chosen):
        own: dict[str, Any] = {"编号": member.child.id}
        for part, children in drawings.items():
            own = _over(own, children[number])
            own[part] = children[number]
        found.append(own)
    return found


def _over(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """*first*, with what only *second* has, group by group."""
    found = dict(first)
    for name, value in second.items():
        mine = found.get(name)
        if isinstance(mine, Mapping) and isinstance(value, Mapping):
            found[name] = _over(mine, value)
        elif name not in found:
            found[name] = value
    return found
