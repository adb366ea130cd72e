"""Whether the stays in the class (在班) hold together."""

from collections.abc import Iterator
from itertools import pairwise

from liushou_cli.domain.checks.finding import Said, label
from liushou_cli.domain.checks.subject import ChildFile

_YEARS = {"小学": 6, "初中": 3, "高中": 3}


def overlapping(asked: ChildFile) -> Iterator[Said]:
    spells = sorted(enumerate(asked.child.spells), key=lambda pair: pair[1].since)
    for (before, first), (index, second) in pairwise(spells):
        path = ("在班", index, "自")
        if first.until is None:
            message = f"{label(path)}是 {second.since}，可第 {before + 1} 条还没有写至"
            yield Said(path, message, f"给第 {before + 1} 条写上至和原因，或删掉多写的一条")
        elif first.until >= second.since:
            message = f"{label(path)}是 {second.since}，与第 {before + 1} 条（至 {first.until}）重叠"
            yield Said(path, message, "改正其中一个日期；至是在班的最后一天")


def without_reason(asked: ChildFile) -> Iterator[Said]:
    for index, spell in enumerate(asked.child.spells):
        if spell.until and not spell.reason:
            path = ("在班", index, "至")
            hint = "补上原因：转学、转班、毕业、父母返乡、随迁、辍学 或 其他"
            yield Said(path, f"{label(path)}是 {spell.until}，没有写离开的原因", hint)


def before_the_class(asked: ChildFile) -> Iterator[Said]:
    """Nobody is in a class before its year of entry, or begins in it after its last."""
    if asked.settings is None:
        return
    own = asked.settings.own
    entered = int(own.code[:4])
    left = entered + _YEARS[own.stage]
    for index, spell in enumerate(asked.child.spells):
        if not spell.of(own.code, here=True):
            continue
        if not entered <= spell.since.year <= left:
            path = ("在班", index, "自")
            message = f"{label(path)}是 {spell.since}，可 {own.code} 班是 {entered} 年入学、{left} 年毕业"
            yield Said(path, message, "改正年份；以前在别的班的日子不写在这里")


def open_elsewhere(asked: ChildFile) -> Iterator[Said]:
    """The stay that still lasts is in the class whose folder holds the file."""
    for index, spell in enumerate(asked.child.spells):
        if asked.settings and spell.until is None and not spell.of(asked.settings.own.code, here=True):
            path = ("在班", index, "班级")
            message = f"{label(path)}是 {spell.class_code}，可档案在 {asked.settings.own.code} 班，也没有写至"
            yield Said(path, message, "已经转走的补上至和原因，再写一条在本班的；一直在本班的删掉班级")
