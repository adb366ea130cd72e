"""情况统计表: figures by kind and class, the sums they must give, and what a published sheet withholds."""

from typing import Any

from liushou_cli.domain.choices import Gender
from liushou_cli.domain.figures.identities import (
    CROSSED,
    FEW,
    LEFT_OUT,
    SPLITS,
    Identity,
    broken,
    identities,
    withheld,
)
from liushou_cli.domain.figures.statistics import BANDS, OF_A_CLASS, UNSAID, class_key
from liushou_cli.domain.population import ClassRoll
from liushou_cli.domain.views.common import Scene, printed
from liushou_cli.errors import Refused

_IN_TWO = 2  # items side by side
_COLUMNS = tuple(name for name in OF_A_CLASS if name != UNSAID)
_PREFIXES = {"就学情况": "就学", "身体情况": "身体", "监护情况": "监护"}


def statistics(scene: Scene) -> dict[str, Any]:
    """Raises :class:`Refused` where a sum does not hold: such a sheet is worse than none."""
    figures, rolls = scene.summary.figures, scene.summary.people.rolls
    rules = identities(rolls)
    if fault := broken(figures, rules):
        raise Refused(f"统计表对不上：{fault}", "用 liushou check 看看哪份档案或设置有问题")
    published = scene.public
    return {
        "f": printed(scene),  # it withholds by the sums it prints, which are more than other documents'
        "不列": withheld(figures, rules) if published else {},
        "公布": published,
        "少于": FEW,
        "略去": LEFT_OUT,
        "年龄段": list(BANDS),
        "年龄人数": {
            gender: [int(figures[f"{band}{gender}"].value or 0) for band in BANDS] if not published else []
            for gender in Gender.words()
        },
        "分类": [_split(rule) for rule in SPLITS if rule.title not in ("性别", "年龄")],
        "勾稽": [
            {"名称": rule.title, "合计": rule.whole, "各项": list(rule.parts)} for rule in SPLITS + CROSSED
        ],
        "班级列": list(_COLUMNS),
        "班级行": [_row(roll, scene) for roll in rolls] if scene.whole and len(rolls) > 1 else [],
    }


def _split(rule: Identity) -> dict[str, Any]:
    """``行``: the items two by two, each as label and key."""
    items = [{"项": item_of(rule, part), "键": part} for part in rule.parts]
    pairs = [items[start : start + _IN_TWO] for start in range(0, len(items), _IN_TWO)]
    return {"名称": rule.title, "行": pairs}


def item_of(rule: Identity, part: str) -> str:
    """What *part* is called under the title of its split: 小学 for 就学小学."""
    return part.removeprefix(_PREFIXES.get(rule.title, rule.title))


def _row(roll: ClassRoll, scene: Scene) -> dict[str, Any]:
    return {
        "班级": roll.settings.class_name(scene.summary.people.term),
        "键": [class_key(name, roll) for name in _COLUMNS],
    }
