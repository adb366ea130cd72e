"""What may be typed into a column, told by its head: a list to choose from, or so many digits."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from liushou_cli.domain import choices, id_numbers, phones

_LONGEST_LIST = 255  # characters of a list that Excel takes
_MESSAGE = "从列表里选一个"
_LISTS: dict[str, type[choices.Choice]] = {
    "性别": choices.Gender,
    "就读方式": choices.Lodging,
    "户口性质": choices.Household,
    "就学情况": choices.Schooling,
    "身体情况": choices.Health,
    "监护情况": choices.CareQuality,
    "关注等级": choices.Attention,
    "等级": choices.Attention,
    "学籍登记": choices.Registered,
    "关系": choices.Relation,
}
_OWN_LISTS = {"留守": [word.removesuffix("留守") for word in choices.Registered]}


class Rule(NamedTuple):
    """``options`` as XlsxWriter's data_validation takes them; {cell} in a formula is the column's first cell."""

    options: dict[str, Any]
    holds: Callable[[str], bool]


def rule_of(head: str, texts: Sequence[str]) -> Rule | None:
    """The rule of the column under *head*, if what stands there keeps it: masked values do not."""
    found = _list(head) or _number(head)
    return found if found and all(found.holds(text) for text in texts if text) else None


def _list(head: str) -> Rule | None:
    words = _OWN_LISTS.get(head) or (_LISTS[head].words() if head in _LISTS else [])
    if not words or len(",".join(words)) > _LONGEST_LIST:
        return None
    said = {"error_title": head, "error_message": _MESSAGE}
    return Rule({"validate": "list", "source": words, **said}, lambda text: text in words)


def _number(head: str) -> Rule | None:
    if head == "身份证号":
        formula = "=OR(LEN({cell})=18,LEN({cell})=15)"
        return _custom(
            head, formula, "身份证号是 18 位（旧号 15 位）", lambda text: not id_numbers.fault(text)
        )
    if head in ("电话", "联系电话", "手机"):
        formula = '=OR(AND(LEFT({cell},1)="1",LEN({cell})=11),LEFT({cell},1)<>"1")'
        return _custom(head, formula, "手机号是 11 位", lambda text: not phones.fault(text))
    return None


def _custom(head: str, formula: str, message: str, holds: Callable[[str], bool]) -> Rule:
    said = {"error_title": head, "error_message": message, "ignore_blank": True}
    return Rule(
        {"validate": "custom", "value": formula, **said},
        lambda text: bool(re.match(r"\d", text)) and holds(text),
    )
