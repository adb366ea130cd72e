"""The figures of 情况统计表 as rows: which split, which item, how many."""

from collections.abc import Iterator
from typing import NamedTuple

from liushou_cli.domain.choices import Gender
from liushou_cli.domain.figures.identities import ALL, SPLITS, broken, identities, withheld
from liushou_cli.domain.figures.statistics import BANDS, OF_A_CLASS, UNSAID, class_key
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.views import Scene
from liushou_cli.domain.views.statistics import item_of
from liushou_cli.errors import Refused

_AGES = "年龄与性别"
HEADINGS = ("分类", "项目", "人数")


class Count(NamedTuple):
    """``number`` is text where a published cell is withheld (<5, 不列); None where it is not known."""

    split: str
    item: str
    number: int | str | None


Picture = dict[str, int] | tuple[tuple[str, ...], dict[str, list[int]]]


def pictures(told: list[Count]) -> dict[str, Picture]:
    """What is worth drawing: by title the numbers of one series, or names and several series.

    Nothing where cells are withheld: a bar would give them away.
    """
    if any(isinstance(one.number, str) for one in told):
        return {}
    found: dict[str, dict[str, int]] = {}
    for one in told:
        found.setdefault(one.split, {})[one.item] = int(one.number or 0)
    ages = {gender: [found[_AGES][f"{band}{gender}"] for band in BANDS] for gender in Gender.words()}
    drawn: dict[str, Picture] = {_AGES: (tuple(BANDS), ages)}
    return drawn | {split: found[split] for split in ("父母外出", "照护人", "监护情况")}


def counts(scene: Scene) -> list[Count]:
    """Every split summing to all. Raises :class:`Refused` where a sum does not hold."""
    figures, rolls = scene.summary.figures, scene.summary.people.rolls
    rules = identities(rolls)
    if fault := broken(figures, rules):
        raise Refused(f"统计表对不上：{fault}", "用 liushou check 看看哪份档案或设置有问题")
    hidden = withheld(figures, rules) if scene.mask is Mask.FULL else {}

    def number(key: str) -> int | str | None:
        value = figures[key].value
        return hidden.get(key, None if value is None else int(value))

    # The number of pupils does not name a child, but the share would tell a total that is withheld.
    left_out = {"在籍学生"} if ALL in hidden else set()
    return [Count(split, item, number(key)) for split, item, key in _keys(scene) if key not in left_out]


def _keys(scene: Scene) -> Iterator[tuple[str, str, str]]:
    """(split, item, name of the figure)"""
    yield from (("合计", key, key) for key in ("在籍学生", ALL))
    yield from ((rule.title, item_of(rule, part), part) for rule in SPLITS for part in rule.parts)
    yield from ((_AGES, f"{band}{gender}", f"{band}{gender}") for band in BANDS for gender in Gender.words())
    rolls, term = scene.summary.people.rolls, scene.summary.people.term
    for roll in rolls if len(rolls) > 1 else ():
        name = roll.settings.class_name(term)
        yield from ((name, item, class_key(item, roll)) for item in OF_A_CLASS if item != UNSAID)
