"""Where, when, by whom and under which definition; and every figure."""

from datetime import date
from fractions import Fraction
from importlib import import_module
from typing import Any, NamedTuple

from liushou_cli.domain.days import chinese
from liushou_cli.domain.figures import Figure
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.papers import Style
from liushou_cli.domain.population import Member
from liushou_cli.domain.shares import percent
from liushou_cli.domain.summary import Summary
from liushou_cli.domain.views.printed import plain

NONE = "—"
_PLAIN = Style()


class Scene(NamedTuple):
    """What a document is made from.

    ``told_on`` is its date; ``whole`` says it is a school's; ``chosen`` are the children it is
    about, for a document of single children; ``style`` is how the class or school writes.
    """

    summary: Summary
    told_on: date
    mask: Mask
    whole: bool
    chosen: tuple[Member, ...] = ()
    style: Style = _PLAIN

    @property
    def public(self) -> bool:
        """Meant to be published: nothing in it may tell of a single child."""
        return self.mask is Mask.FULL


def common(scene: Scene) -> dict[str, Any]:
    """``f`` are figures as printed, ``n`` the same as numbers."""
    people = scene.summary.people
    settings = people.rolls[0].settings
    hidden = _withheld(scene) if scene.public else {}
    last = max(roll.settings.span(people.term).last for roll in people.rolls)
    return {
        "学校": settings.school_name,
        "班级": "" if scene.whole else settings.class_name(people.term),
        "我们": scene.style.voice or ("我校" if scene.whole else "我班"),
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
        "公开": scene.public,
        "隐名": scene.mask is not Mask.NONE,
        "f": {**printed(scene), **hidden},
        "n": {name: number(figure) for name, figure in scene.summary.figures.items()},
    }


def _withheld(scene: Scene) -> dict[str, str]:
    """Seldom asked for, so loaded then."""
    found: dict[str, str] = import_module("liushou_cli.domain.figures.disclosure").withheld(
        scene.summary.figures
    )
    return found


def printed(scene: Scene) -> dict[str, str]:
    """Every figure, none withheld."""
    return {name: shown(figure, scene.style.decimals) for name, figure in scene.summary.figures.items()}


def shown(figure: Figure, decimals: int = 1) -> str:
    """A figure as it is printed: 54.4% with so many *decimals*, — for a share of nobody."""
    if figure.value is None:
        return NONE
    if isinstance(figure.value, Fraction):
        return percent(figure.value, decimals)
    return plain(figure.value)


def number(figure: Figure) -> float | int | None:
    return float(figure.value) if isinstance(figure.value, Fraction) else figure.value
