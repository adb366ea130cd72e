"""The fields of a list that leaves: each a word of the record format, told of one child on the as-of day.

What the roster document tells comes from its own view; a field here only adds to it. The children of a
scene are covered already.
"""

from collections.abc import Callable, Iterable, Sequence

from liushou_cli.domain.child import Child
from liushou_cli.domain.masking import HIDDEN, NOT_TOLD, Mask, Veil
from liushou_cli.domain.population import Member
from liushou_cli.domain.views import Scene
from liushou_cli.domain.views.children import veil_of
from liushou_cli.domain.views.roster import line
from liushou_cli.errors import BadInput

PROTECTED = ("身份证号", "学籍号", "电话", "户籍地", "现住址", "村组")
USUAL = ("班级", "姓名", "性别", "出生日期", "留守", "父亲", "母亲", "照护人", "关系")
_Tell = Callable[[Child, Veil, Scene], str]


def _level(child: Child, _: Veil, scene: Scene) -> str:
    found = child.attention_on(scene.summary.people.as_of)
    return found.level.value if found else ""


def _care(child: Child, _: Veil, scene: Scene) -> str:
    found = child.care_on(scene.summary.people.as_of)
    return found.quality.value if found else ""


_OF_A_CHILD: dict[str, _Tell] = {
    "编号": lambda child, _, __: child.id,
    "民族": lambda child, _, __: child.ethnicity,
    "身份证号": lambda child, veil, _: veil.number(child.id_number),
    "学籍号": lambda child, veil, _: veil.number(child.register_number),
    "学号": lambda child, veil, _: veil.number(child.pupil_number),
    "户口性质": lambda child, _, __: child.household or "",
    "户籍地": lambda child, veil, _: veil.address(child.household_place),
    "现住址": lambda child, veil, _: veil.address(child.address),
    "村组": lambda child, veil, _: child.hamlet if veil.open or child.hamlet in ("", NOT_TOLD) else HIDDEN,
    "就读方式": lambda child, _, __: child.lodging or "",
    "就学情况": lambda child, _, __: child.schooling or "",
    "身体情况": lambda child, _, __: child.health or "",
    "监护情况": _care,
    "关注等级": _level,
    "其他类别": lambda child, _, __: "、".join(child.categories),
    "家庭经济来源": lambda child, _, __: "、".join(child.income),
    "救助帮扶": lambda child, _, __: "、".join(child.relief),
}
_OF_THE_ROSTER = {"姓名", "性别", "留守", "父亲", "母亲", "照护人", "关系", "电话"}
WORDS = tuple(dict.fromkeys((*USUAL, "电话", *_OF_A_CHILD)))


def chosen(asked: Sequence[str], mask: Mask) -> tuple[str, ...]:
    """The fields of a list: those *asked* for, else the usual ones; telephones too where nothing is hidden.

    Raises :class:`BadInput` for a word that is no field.
    """
    if strangers := [word for word in asked if word not in WORDS]:
        raise BadInput(f"没有“{'、'.join(strangers)}”这种字段", f"可以写：{'、'.join(WORDS)}")
    usual = (*USUAL, "电话") if mask is Mask.NONE else USUAL
    return tuple(dict.fromkeys(asked)) or usual


def protected(fields: Iterable[str]) -> list[str]:
    return [word for word in fields if word in PROTECTED]


def rows(scene: Scene, fields: Sequence[str]) -> list[dict[str, str]]:
    """One a child counted, class by class."""
    people = scene.summary.people
    return [_row(one, scene, fields) for roll in people.rolls for one in people.counted if one.roll is roll]


def _row(member: Member, scene: Scene, fields: Sequence[str]) -> dict[str, str]:
    child, veil, told = member.child, veil_of(member.child, scene), line(member, scene)
    told |= {
        "班级": member.roll.settings.class_name(scene.summary.people.term),
        "出生日期": child.born.isoformat() if veil.open else f"{child.born:%Y-%m}",
    }
    return {
        word: str(told[word] if word in told else _OF_A_CHILD[word](child, veil, scene)) for word in fields
    }
