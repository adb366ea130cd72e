"""勾稽: which figures of a return must sum to which, whether they do, and which cells would name a child."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from liushou_cli.domain.choices import CareQuality, Gender, Health, Lodging, Schooling
from liushou_cli.domain.figures.book import NOT_SAID, Figure
from liushou_cli.domain.figures.official import Guarding
from liushou_cli.domain.figures.statistics import BANDS, OF_A_CLASS, OTHER_PARENT, UNSAID, class_key
from liushou_cli.domain.population import ClassRoll

ALL = "留守儿童"
SMALLEST = 5  # a published cell counts at least so many children, or none
FEW, LEFT_OUT = f"<{SMALLEST}", "不列"
Figures = Mapping[str, Figure]


class Identity(NamedTuple):
    """``whole`` is the sum of ``parts``, all of them names of figures."""

    title: str
    whole: str
    parts: tuple[str, ...]


def _of(title: str, prefix: str, words: Iterable[str], rest: str = "") -> Identity:
    return Identity(title, ALL, (*(f"{prefix}{word}" for word in words), *([rest] if rest else [])))


SPLITS = (
    _of("性别", "", Gender),
    _of("年龄", "", BANDS),
    _of("父母外出", "", ("双亲留守", "单亲留守")),
    Identity("一方外出的另一方", "单亲留守", OTHER_PARENT),
    _of("就学情况", "就学", Schooling, f"就学{NOT_SAID}"),
    _of("就读方式", "", Lodging, f"就读方式{NOT_SAID}"),
    _of("身体情况", "身体", Health, f"身体{NOT_SAID}"),
    _of("照护人", "", ("隔代照护", "父母照护", "其他照护"), f"照护人{NOT_SAID}"),
    _of("监护情况", "监护", CareQuality, f"监护{NOT_SAID}"),
    _of("监护类型", "", Guarding, f"监护类型{NOT_SAID}"),
)
CROSSED = (
    *(Identity(f"{band}的性别", band, tuple(f"{band}{gender}" for gender in Gender)) for band in BANDS),
    *(Identity(f"{gender}生的年龄", gender, tuple(f"{band}{gender}" for band in BANDS)) for gender in Gender),
)


_INSIDE = {"性别": ("男", "女"), "父母外出": ("双亲留守", "单亲留守"), "就读方式": ("寄宿", "走读", UNSAID)}


def identities(rolls: tuple[ClassRoll, ...]) -> tuple[Identity, ...]:
    """All that hold; of several classes, that each column sums over them too."""
    if len(rolls) < 2:
        return SPLITS + CROSSED
    sums = (
        Identity(f"各班{name}", name, tuple(class_key(name, roll) for roll in rolls)) for name in OF_A_CLASS
    )
    inside = (
        Identity(
            f"{roll.settings.own.code}班{title}",
            class_key(ALL, roll),
            tuple(class_key(part, roll) for part in parts),
        )
        for roll in rolls
        for title, parts in _INSIDE.items()
    )
    return (*SPLITS, *CROSSED, *sums, *inside)


def broken(figures: Figures, rules: Iterable[Identity]) -> str:
    """The first identity that does not hold, in words; "" where all do."""
    for rule in rules:
        if _value(figures, rule.whole) != sum(_value(figures, part) for part in rule.parts):
            parts = " + ".join(f"{part}{_value(figures, part)}" for part in rule.parts)
            return f"{rule.title}：{parts}，加起来不是{rule.whole}{_value(figures, rule.whole)}"
    pupils = figures["在籍学生"].value
    if pupils is not None and pupils < _value(figures, ALL):
        return f"{ALL}{_value(figures, ALL)}多于在籍学生{pupils}"
    return ""


def withheld(figures: Figures, rules: tuple[Identity, ...]) -> dict[str, str]:
    """What stands in place of the cells a published sheet may not show.

    Cells of one to four children are withheld; and, where a sum would give away the only one
    withheld in it, the smallest other.
    """
    names = {name for rule in rules for name in (rule.whole, *rule.parts)}
    hidden = {name: FEW for name in names if 0 < _value(figures, name) < SMALLEST}
    while found := next((name for rule in rules if (name := _gives_away(figures, rule, hidden))), ""):
        hidden[found] = LEFT_OUT
    return hidden


def _gives_away(figures: Figures, rule: Identity, hidden: Mapping[str, str]) -> str:
    """The cell to withhold too, lest the only one withheld be the difference of the others."""
    cells = (rule.whole, *rule.parts)
    if sum(name in hidden for name in cells) != 1:
        return ""
    others = [name for name in rule.parts if name not in hidden and _value(figures, name)]
    if not others:
        return rule.whole if rule.whole not in hidden else ""
    return min(others, key=lambda name: _value(figures, name))


def _value(figures: Figures, name: str) -> int:
    return int(figures[name].value or 0)
