"""The whole sheet, with the words at its head that say how it is filled."""

from liushou_cli.domain.views import Scene
from liushou_cli.domain.worksheet.base import Base, written
from liushou_cli.domain.worksheet.out import SPARE, Layout, base_of, heads, rows_of

MARK = "填好存成 xlsx，用 liushou import 导入"
_SAID = {
    "survey": "一行一个孩子，只填问到的；“上次”是以前学期的评定，不用改。",
    "visits": "已有的家访在前面，改错了的可以直接改；空行是新的一次。",
    "calls": "已有的通话在前面，改错了的可以直接改；空行是新的一次。",
}


def layout(scene: Scene, kind: str, token: str) -> Layout:
    """The sheet of *kind*; *token* is drawn at random, once for each sheet."""
    people = scene.summary.people
    base = base_of(scene, kind, token)
    shown = heads(base.of)
    rows = [*rows_of(scene, base, shown), *[("",) * len(shown)] * SPARE]
    names = "、".join(roll.settings.class_name(people.term) for roll in people.rolls)
    title = f"{names}{people.term.short}{base.of.title}"
    return Layout(
        title, _notice(base), shown, tuple(rows), people.rolls[0].settings.span(people.term),
        tuple(map(tuple, written(base))),
    )  # fmt: skip


def _notice(base: Base) -> str:
    return (
        f"{base.on} 出表。{MARK}；没有动过的格子不会盖掉档案里更新的内容。{_SAID[base.kind]}"
        "同一个孩子另有一次，写在最后的空行里（编号和姓名写一样就行）。几样用顿号隔开。"
    )
