"""One file's tree to its twin's, field by field as its model says what each is."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from liushou_cli.domain.base import Record
from liushou_cli.domain.choices import Choice
from liushou_cli.domain.days import parse_day, parse_month_or_day
from liushou_cli.domain.grade import is_class_code
from liushou_cli.domain.ids import is_id
from liushou_cli.domain.policy import Rhythm, parse_rhythm
from liushou_cli.domain.term import parse as parse_term
from liushou_cli.domain.twin.corpus import CHOICES, COMMON, Draw, Filler, pairs
from liushou_cli.domain.twin.days import Days
from liushou_cli.domain.twin.names import Names
from liushou_cli.domain.twin.numbers import Numbers

_MONTH = re.compile(r"\d{4}-\d\d?", re.ASCII)
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:( \d\d?):\d\d)?", re.ASCII)
_NAME = re.compile(r"[一-鿿]{2,4}|[一-鿿]+(?:·[一-鿿]+)+")
_PEOPLE = frozenset(
    "姓名 班主任 登记人 家访人 谈心人 通话人 负责人 经手 同意人 管理人 对象 提供者 对谁".split()  # noqa: SIM905
)
_PLACES = {
    "户籍地": "某县某镇某村{}组",
    "现住址": "某县某镇某村{}组",
    "住址": "某县某镇某村{}组",
    "村组": "某村{}组",
}
_PLACES |= {"学校": "虚拟甲校", "落款单位": "虚拟甲校", "去向学校": "虚拟乙校", "单位": "虚拟丙处"}
_PLACES |= {"乡镇": "某镇", "县": "某县", "地点": "某省某市"}
_DIGITS = "一二三四五六七八九十"
_AS_THEY_ARE = frozenset({"格式", "学期", "文书", "口径"})


class Inventor(NamedTuple):
    """Whatever stands for something real, for the whole folder."""

    days: Days
    names: Names
    numbers: Numbers
    filler: Filler
    draw: Draw

    def twin(self, tree: Any, model: type[Record]) -> dict[str, Any]:
        """The mapping *tree* of a *model*; keys it does not know get a name that says so."""
        if not isinstance(tree, dict):
            return {}
        fields = {info.alias or name: info for name, info in model.model_fields.items()}
        made: dict[str, Any] = {}
        for place, (key, value) in enumerate(tree.items()):
            if key in fields:
                made[key] = self._value(key, value, fields[key].annotation)
            else:
                made[f"不认识的项{place}"] = self._strange(value)
        return made

    def _strange(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {f"不认识的项{place}": self._strange(one) for place, one in enumerate(value.values())}
        if isinstance(value, list):
            return [self._strange(one) for one in value]
        return self.filler.text(value) if value else value

    def _value(self, key: str, value: Any, kind: Any) -> Any:
        if isinstance(value, list):
            return [self._value(key, one, kind) for one in value]
        parts = list(_parts(kind))
        if isinstance(value, dict):
            return self._mapping(key, value, kind, parts)
        if not isinstance(value, str) or not value:
            return value
        return self._text(key, value, parts)

    def _mapping(self, key: str, value: dict[str, Any], kind: Any, parts: list[Any]) -> Any:
        model = next((one for one in parts if isinstance(one, type) and issubclass(one, Record)), None)
        if get_origin(kind) is dict:  # by terms: 学生数, 学期
            return {
                term: self._mapping(key, one, None, list(_parts(get_args(kind)[1])))
                if isinstance(one, dict) and key != "学期"
                else one
                if key == "学期"
                else self._value(key, one, int)
                for term, one in value.items()
                if _is(parse_term, term)
            }
        return self.twin(value, model) if model else self._strange(value)

    def _text(self, key: str, value: str, parts: list[Any]) -> str | int:
        """By the type the model gives it, else by its key."""
        for part in parts:
            if part is date:
                return self._day(value)
            if part in (int, float):
                return self._number(key, value)
            if part is Rhythm:
                return value if _is(parse_rhythm, value) else "不是节奏"
            if isinstance(part, type) and issubclass(part, Choice):
                return value if value in part.words() else self.filler.text(value)
        return self._words(key, value)

    def _day(self, value: str) -> str:
        if _MONTH.fullmatch(value) and _is(parse_month_or_day, value):
            return f"{self.days.month(parse_month_or_day(value)):%Y-%m}"
        return self.days.moved(parse_day(value)).isoformat() if _is(parse_day, value) else "不是日期"

    def _number(self, key: str, value: str) -> str | int:
        if key in _AS_THEY_ARE and value.isdecimal():
            return int(value)
        if re.fullmatch(r"\d{1,9}(\.\d+)?", value, re.ASCII):
            return int(float(value)) + self.draw(3)
        return "不是数"

    def _words(self, key: str, value: str) -> str:
        if key in _AS_THEY_ARE or value in COMMON or value in CHOICES or is_class_code(value):
            return value
        if key == "民族":
            return "汉族"
        if found := _MOMENT.fullmatch(value):
            return f"{self._day(found[1])}{f'{found[2]}:00' if found[2] else ''}"
        for keys, make in self._makers():
            if key in keys:
                return make(value)
        if is_id(value):
            return self.numbers.id(value)
        if key in _PEOPLE and _NAME.fullmatch(value):
            return self.names.person(value)
        told = _PLACES.get(key, "").format(1 + self.draw(9))
        return told if told and not pairs(told) & self.filler.real else self.filler.text(value)

    def _lunar(self, _: str) -> str:
        return f"{_DIGITS[1 + self.draw(9)]}月初{_DIGITS[self.draw(10)]}"

    def _makers(self) -> tuple[tuple[tuple[str, ...], Callable[[str], str]], ...]:
        return (
            (("电话",), self.numbers.phone),
            (("身份证号",), self.numbers.identity),
            (("学籍号",), self.numbers.register),
            (("学号", "核对码"), self.numbers.like),
            (("农历生日",), self._lunar),
            (("号", "编号"), lambda value: self.numbers.id(value) if is_id(value) else "不是号"),
        )


def _parts(kind: Any) -> Iterator[Any]:
    """The plain types in an annotation: date for ``Day | None``, Spell for ``Many[Spell]``."""
    inner = get_args(kind)
    if get_origin(kind) in (Union, UnionType, tuple) or (inner and hasattr(kind, "__metadata__")):
        for one in inner if not hasattr(kind, "__metadata__") else inner[:1]:
            yield from _parts(one)
    elif kind not in (NoneType, Ellipsis):
        yield kind


def _is(parse: Callable[[str], Any], value: str) -> bool:
    try:
        parse(value)
    except ValueError:
        return False
    return True
