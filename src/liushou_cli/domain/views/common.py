"""Where, when, by whom and under which definition; and every figure."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from liushou_cli.domain.days import chinese
from liushou_cli.domain.figures import Figure
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.population import Member
from liushou_cli.domain.summary import Summary
from liushou_cli.domain.views.printed import plain

NONE = "—"


class Scene(NamedTuple):
    """What a document is made from.

    ``told_on`` is its date; ``whole`` says it is a school's; ``chosen`` are the children it is
    about, for a document of single children.
    """

    summary: Summary
    told_on: date
    mask: Mask
    whole: bool
    chosen: tuple[Member, ...] = ()


def common(scene: Scene) -> dict[str, Any]:
    """``f`` are figures as printed, ``n`` the same as numbers."""
    people = scene.summary.people
    settings = people.rolls[0].settings
    last = max(roll.settings.span(people.term).last for roll in people.rolls)
    return {
        "学校": settings.school_name,
        "班级": "" if scene.whole else settings.class_name(people.term),
        "我们": "我校" if scene.whole else "我班",
        "全校": scene.whole,
        "班主任": settings.own.teacher,
        "落款单位": settings.signer,
        "落款日期": chinese(scene.told_on),
        "学期": people.term.short,
        "学期全称": people.term.long,
        "下学期": people.term.next.short,
        "截止日期": chinese(people.as_of),
        "学期未完": people.as_of < last,
        "口径": people.rule.name.value,
        "口径说明": people.rule.wording,
        "要求": settings.asked,
        "隐名": scene.mask is not Mask.NONE,
        "f": {name: shown(figure) for name, figure in scene.summary.figures.items()},
        "n": {name: number(figure) for name, figure in scene.summary.figures.items()},
    }


def shown(figure: Figure) -> str:
    """A figure as it is printed: 54.4% with one decimal, — for a share of nobody."""
    if figure.value is None:
        return NONE
    if isinstance(figure.value, Fraction):
        percent = Decimal(figure.value.numerator * 100) / Decimal(figure.value.denominator)
        return f"{percent.quantize(Decimal('0.1'), ROUND_HALF_UP)}%"
    return plain(figure.value)


def number(figure: Figure) -> float | int | None:
    return float(figure.value) if isinstance(figure.value, Fraction) else figure.value
