"""Names, numbers and places as they may leave the class.

Fails closed: an unknown way of masking hides everything, and so does a value of
a shape not foreseen.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.choices import Choice, Relation
from liushou_cli.domain.days import chinese

_COMPOUND = [
    "欧阳",
    "太史",
    "端木",
    "上官",
    "司马",
    "东方",
    "独孤",
    "南宫",
    "万俟",
    "闻人",
    "夏侯",
    "诸葛",
    "尉迟",
    "公羊",
    "赫连",
    "澹台",
    "皇甫",
    "宗政",
    "濮阳",
    "公冶",
    "太叔",
    "申屠",
    "公孙",
    "慕容",
    "仲孙",
    "钟离",
    "长孙",
    "宇文",
    "司徒",
    "鲜于",
    "司空",
    "闾丘",
    "子车",
    "亓官",
    "司寇",
    "令狐",
    "呼延",
    "轩辕",
]


class Mask(Choice):
    FULL = "full"
    INITIAL = "initial"
    NONE = "none"


def mask_name(name: str, mask: Mask) -> str:
    """李小花 -> 某同学, 李某某 or as it is. 阿依古丽·买买提 keeps its first character only."""
    if mask is Mask.NONE or name == NOT_TOLD:
        return name
    if mask is not Mask.INITIAL or not name:
        return "某同学"
    surname = name[:2] if name[:2] in _COMPOUND and len(name) > 2 else name[:1]
    given = 2 if "·" in name else len(name) - len(surname)
    return surname + "某" * max(1, min(given, 2))


HIDDEN = "已隐去"


class Untold(Choice):
    """What stands for a fact that must be kept from somebody, be it a text or a word of a closed list."""

    NOT_TOLD = "（不透露）"


NOT_TOLD = Untold.NOT_TOLD
_MOBILE = re.compile(r"1\d{10}", re.ASCII)
_NUMBER = re.compile(r"(?:0\d{2,3}[- ])?\d{7,}[Xx]?")
_COUNTY = re.compile(r"^.*?(?:县|旗|市(?!场)|(?<![社小山校治])区)")
_TOWN = re.compile(_COUNTY.pattern + r"[^村组路]*?(?:镇|乡|街道)")
_PROVINCE = re.compile(r"^.{2,6}?(?:省|自治区)")


class Veil(NamedTuple):
    """What one child's papers show. ``names`` are those of the file, the child's first.

    ``shut``: the file holds what must be kept from somebody, so that its sentences stay inside.
    """

    mask: Mask
    names: tuple[str, ...] = ()
    shut: bool = False

    @property
    def open(self) -> bool:
        return self.mask is Mask.NONE

    def child(self) -> str:
        return mask_name(self.names[0] if self.names else "", self.mask)

    def person(self, name: str) -> str:
        """A grown-up of the family: 王某某, 某某; 奶奶 written for a name says no more than the relation."""
        if self.open or not name or name == NOT_TOLD or name in Relation.words():
            return name
        return mask_name(name, self.mask) if self.mask is Mask.INITIAL else "某某"

    def phone(self, text: str) -> str:
        """138****1234"""
        if self.open or not text or text == NOT_TOLD:
            return text
        return f"{text[:3]}****{text[-4:]}" if _MOBILE.fullmatch(text) else _starred(text)

    def number(self, text: str) -> str:
        """Of an identity or register number the first three characters."""
        return text if self.open or text in ("", NOT_TOLD) else _starred(text)

    def born(self, day: date) -> str:
        return chinese(day) if self.open else f"{day.year}年{day.month}月"

    def address(self, text: str) -> str:
        """To the township, fully masked to the county."""
        if self.open or not text or text == NOT_TOLD:
            return text
        shapes = (_TOWN, _COUNTY, _PROVINCE)[self.mask is not Mask.INITIAL :]
        found = next((match for shape in shapes if (match := shape.match(text))), None)
        return found[0] if found else HIDDEN

    def text(self, sentence: str) -> str:
        """What was written about the child: the file's own names and every long number are hidden."""
        if self.open or not sentence:
            return sentence
        if self.shut:
            return HIDDEN
        for known, shown in self._said():
            sentence = sentence.replace(known, shown)
        return _NUMBER.sub(lambda found: "*" * len(found[0]), sentence)

    def _said(self) -> Iterable[tuple[str, str]]:
        """Whole names before given names, long ones before short: 李小花, then 小花."""
        shown = [
            (name, self.person(name) if place else self.child()) for place, name in enumerate(self.names)
        ]
        given = [(given_name(name), "某某") for name in self.names if name != NOT_TOLD]
        whole = sorted(shown, key=lambda pair: -len(pair[0]))
        return [pair for pair in (*whole, *given) if len(pair[0]) > 1 and pair[0] not in Relation.words()]


def given_name(name: str) -> str:
    """小花 of 李小花, 阿依古丽 of 阿依古丽·买买提."""
    return name[2:] if name[:2] in _COMPOUND else name.split("·")[0] if "·" in name else name[1:]


def _starred(text: str) -> str:
    kept = 3 if len(text) > 7 else 0
    return text[:kept] + "*" * (len(text) - kept)
