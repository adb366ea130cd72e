"""A value of the records in the form a slot wants: a word of its list, a code, a mark, yes or no, a day."""

import re
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.blanks.case import Month, Value, parts
from liushou_cli.domain.blanks.dates import DayForm, form_of
from liushou_cli.domain.blanks.slot import Slot, Tick
from liushou_cli.domain.blanks.vocabulary import chosen, coded, truth_of
from liushou_cli.domain.masking import Veil

PROTECTED = ("身份证号", "学籍号", "电话", "住址")
_PLACES = ("住址", "现住址", "户籍地", "村组", "地点")
_DIGITS = ("身份证号", "学籍号", "学号", "电话", "编号")
_SENTENCES = ("说明", "备注", "身体说明", "身体状况", "无监护能力原因")
_ASKS_YES_NO = re.compile(r"^(?:是否|是不是|有无|有没有|父母是否)|是否|有无")
_TICK = "√"
_EMPTY_BOXES = "□☐○◯▢"


class Answer(NamedTuple):
    """``value`` goes into the slot; ``ticks`` are the answers to mark; ``unfit`` says why neither can."""

    value: str | int | date | None = None
    ticks: tuple[Tick, ...] = ()
    unfit: str = ""


class How(NamedTuple):
    """How a slot wants its values: read once, used for every child."""

    slot: Slot
    codes: dict[str, str]
    days: DayForm
    marked: bool

    @classmethod
    def of(cls, slot: Slot) -> "How":
        own = slot.path[-1]
        days = form_of("".join(slot.path), slot.sample, slot.shows, dated=slot.dated)
        return cls(slot, coded(own), days, marked="√" in own and not slot.ticks)

    def answer(self, value: Value) -> Answer:
        """*value* as it is written; an empty one for what the records do not tell."""
        if value is None or value in ("", ()):
            return Answer()
        if isinstance(value, date | Month):
            return Answer(self.days.written(value))
        if self.slot.ticks:
            return self._ticked(value)
        if self.slot.choices:
            return self._one_of(value, self.slot.choices, self.slot.choices)
        if self.codes:
            return self._one_of(value, tuple(self.codes.values()), tuple(self.codes))
        return Answer(self._plain(value))

    def told(self, field: str) -> str:
        """For the teacher: 写成 20010512."""
        if self.slot.ticks:
            return f"打√：{' '.join(tick.word for tick in self.slot.ticks)}"
        if self.slot.choices:
            return f"选一个：{'、'.join(self.slot.choices[:4])}{'……' if len(self.slot.choices) > 4 else ''}"
        if self.codes:
            return f"写代码：{' '.join(f'{code}{word}' for code, word in self.codes.items())}"
        last = field.rsplit(".", 1)[-1]
        if last in ("出生日期", "自", "委托至", "填报日期"):
            shown = self.days.written(date(2001, 5, 12))
            return "日期，表里的样式" if isinstance(shown, date) else f"日期，如 {shown}"
        if last in _DIGITS:
            return "文本"
        return "打√" if self.marked else "是/否" if self._asks_yes_no() else ""

    def _asks_yes_no(self) -> bool:
        return bool(_ASKS_YES_NO.search(self.slot.path[-1]))

    def _plain(self, value: Value) -> str | int | None:
        if isinstance(value, bool):
            if self.marked:
                return _TICK if value else None
            has = "有无" in self.slot.path[-1]
            return ("有" if value else "无") if has else ("是" if value else "否")
        if isinstance(value, int):
            return value
        truth = truth_of(value) if isinstance(value, str) else None
        if truth is not None and self.marked:
            return _TICK if truth else None
        if (
            truth is not None
            and self._asks_yes_no()
            and not (value in ("有", "无") and "有无" in self.slot.path[-1])
        ):
            return "是" if truth else "否"
        return "、".join(parts(value))

    def _one_of(self, value: Value, words: tuple[str, ...], written: tuple[str, ...]) -> Answer:
        said = [_yes_no_word(value)] if isinstance(value, bool) else list(parts(value))
        places = [chosen(word, words) for word in said]
        if None in places:
            return Answer(unfit=f"表里只能选 {'、'.join(words[:6])}，档案里是“{'、'.join(said)}”")
        return Answer("、".join(written[place] for place in places if place is not None))

    def _ticked(self, value: Value) -> Answer:
        words = [tick.word for tick in self.slot.ticks]
        said = [_yes_no_word(value)] if isinstance(value, bool) else list(parts(value))
        if len(words) == 1 and (truth := truth_of(said[0])) is not None and chosen(said[0], words) is None:
            return Answer(ticks=self.slot.ticks if truth else ())
        places = [chosen(word, words) for word in said]
        if None in places:
            return Answer(unfit=f"表里只有 {'、'.join(words[:8])}，档案里是“{'、'.join(said)}”")
        return Answer(ticks=tuple(self.slot.ticks[place] for place in places if place is not None))


def mark(text: str, span: tuple[int, int] | None) -> str:
    """What is put in a box's place to say that this is the answer."""
    return "☑" if span and text[span[0] : span[1]] in _EMPTY_BOXES and span[1] > span[0] else _TICK


def kept_as_text(field: str, value: object) -> bool:
    """Whether a sheet would spoil the value by taking it for a number."""
    return field.rsplit(".", 1)[-1] in _DIGITS or (
        isinstance(value, str) and value.isdecimal() and len(value) > 10
    )


def protected(field: str) -> str:
    """The protected kind a field belongs to: 住址 for 户籍地, "" for none."""
    last = field.rsplit(".", 1)[-1]
    if last in ("现住址", "户籍地", "村组"):
        return "住址"
    return last if last in PROTECTED else ""


def veiled(field: str, value: Value, veil: Veil) -> Value:
    """The value as far as it may be shown."""
    if veil.open or not isinstance(value, str | date):
        return value
    last = field.rsplit(".", 1)[-1]
    if isinstance(value, date):
        return Month(value.replace(day=1)) if last == "出生日期" else value
    if last == "姓名":
        return veil.child() if field == "姓名" else veil.person(value)
    if last == "电话":
        return veil.phone(value)
    if last in ("身份证号", "学籍号"):
        return veil.number(value)
    if last in _PLACES:
        return veil.address(value)
    return veil.text(value) if last in _SENTENCES else value


def _yes_no_word(value: bool) -> str:
    return "是" if value else "否"
