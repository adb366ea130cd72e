"""Values for tests, built as a file would give them: text in, Chinese keys, the model checks them.

``child(家访=[{"日期": "2013-10-12"}])`` is the plain child with that changed;
``None`` leaves a key out.
"""

from datetime import date
from itertools import count
from typing import Any

from liushou_cli.domain.activity import Activity
from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import DefinitionName
from liushou_cli.domain.definition import DEFINITIONS
from liushou_cli.domain.due import Duty, duties
from liushou_cli.domain.figures import Figure, figures
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.population import ActivityOnRoll, ChildOnRoll, ClassRoll, Population, population
from liushou_cli.domain.settings import ClassSettings, SchoolSettings, Settings
from liushou_cli.domain.summary import summarise
from liushou_cli.domain.term import parse
from liushou_cli.domain.views import Scene

Tree = dict[str, Any]

AUTUMN = "2013-2"
FIRST, LAST = date(2013, 9, 1), date(2014, 1, 31)
REGISTER = DEFINITIONS[DefinitionName.REGISTER]
STATE_2016 = DEFINITIONS[DefinitionName.STATE_COUNCIL_2016]
CENSUS = DEFINITIONS[DefinitionName.CENSUS]

AWAY: Tree = {"姓名": "李强", "行踪": [{"自": "2010-03", "状况": "外出务工", "地点": "广东省东莞市"}]}
HOME: Tree = {"姓名": "王芳", "行踪": [{"自": "2010-03", "状况": "在家"}]}
_CHILD: Tree = {
    "格式": "1",
    "编号": "4kx7qm",
    "姓名": "李小花",
    "性别": "女",
    "出生日期": "2001-05-12",
    "在班": [{"自": "2012-09-01"}],
    "父亲": AWAY,
    "母亲": HOME,
}
_CLASS: Tree = {"格式": "1", "班级": "2012-2", "学段": "初中", "班主任": "张敏", "学生数": {"2013-2": "46"}}
_LONG = "奶奶说孩子放学以后先喂鸡再写作业，周末跟着爷爷下地，晚上九点前一定上床，" * 6
_IDS = ("4kx7qm", "k7m2qx", "9w2d4t", "000001", "zzzzzz", "abcdef", "ghjkmn", "pqrstv")


def day(text: str) -> date:
    return date.fromisoformat(text)


def child_tree(**changes: Any) -> Tree:
    return {key: value for key, value in {**_CHILD, **changes}.items() if value is not None}


def child(**changes: Any) -> Child:
    return Child.model_validate(child_tree(**changes))


def settings(school: Tree | None = None, **changes: Any) -> Settings:
    own = {key: value for key, value in {**_CLASS, **changes}.items() if value is not None}
    return Settings(
        own=ClassSettings.model_validate(own),
        school=SchoolSettings.model_validate({"格式": "1", **school}) if school is not None else None,
    )


def roll(
    *children: Child,
    activities: list[Tree] | None = None,
    name: str = "2012-2",
    school: Tree | None = None,
    **own: Any,
) -> ClassRoll:
    """One class of these children; each gets a file of its own, whatever its 编号."""
    numbers = count()
    return ClassRoll(
        f"{name}/class.yaml",
        settings(school, **own),
        tuple(ChildOnRoll(f"{name}/children/{_name(next(numbers))}.yaml", one) for one in children),
        tuple(
            ActivityOnRoll(f"{name}/activities/2013-2.yaml", index, Activity.model_validate(tree))
            for index, tree in enumerate(activities or [])
        ),
    )


def counted(*rolls: ClassRoll, on: str = "2014-01-31", term: str = AUTUMN) -> Population:
    return population(rolls, parse(term), day(on), REGISTER)


def figures_of(*rolls: ClassRoll, on: str = "2014-01-31", term: str = AUTUMN) -> dict[str, Figure]:
    return figures(counted(*rolls, on=on, term=term))


def values(*rolls: ClassRoll, on: str = "2014-01-31", term: str = AUTUMN) -> dict[str, Any]:
    """Figure names to bare values."""
    return {name: figure.value for name, figure in figures_of(*rolls, on=on, term=term).items()}


def full(count: int) -> Tree:
    """A file with everything in it at length, and so many visits."""
    parent = {
        "姓名": "阿不都热合曼·买买提",
        "电话": "13800001234",
        "行踪": [{"自": "2010-03", "状况": "外出务工", "地点": _LONG}],
    }
    carer = {"姓名": "热娜·吐尔逊", "关系": "奶奶", "自": "2010-03", "身体状况": _LONG}
    aspects = {name: {"评定": "需关注", "情况": _LONG} for name in ("学习", "生活", "心理", "安全", "健康")}
    return {
        "姓名": "阿依古丽·买买提", "户籍地": _LONG, "现住址": _LONG, "身体情况": "患病", "身体说明": _LONG,
        "父亲": parent, "母亲": parent, "照护人": [carer, carer, carer], "备注": _LONG,
        "监护情况": [{"日期": "2013-10-12", "评定": "一般", "说明": _LONG}],
        "关注等级": [{"自": "2013-03-20", "等级": "重点", "原因": _LONG}],
        "结对": [{"姓名": "李伟", "身份": "代理家长", "自": "2013-09-16", "单位": _LONG}],
        "普查": [{"日期": "2013-09-10", **aspects}],
        "帮扶计划": [{"学期": "2013-2", "目标": _LONG, "措施": [_LONG]}],
        "家访": [{"日期": "2013-10-12", "情况": _LONG}] * count,
        "不得透露": [{"内容": _LONG}],
    }  # fmt: skip


def scene(*rolls: ClassRoll, on: str = "2013-12-30", mask: Mask = Mask.NONE) -> Scene:
    """What a document of *rolls* is made from; it is about every child counted."""
    people = counted(*rolls, on=on)
    return Scene(summarise(people), people.as_of, mask, len(rolls) > 1, people.counted)


def owed(one: Child, on: str = "2014-01-31", term: str = AUTUMN, **own: Any) -> dict[str, Duty]:
    """What *one* child of a class is owed, by label."""
    people = counted(roll(one, **own), on=on, term=term)
    return {duty.label: duty for duty in duties(people, people.counted[0])}


def _name(number: int) -> str:
    return _IDS[number] if number < len(_IDS) else f"{number:06d}"
