"""Which field goes where: the labels of a form to fields, corrected by what a person said before or says now."""

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from liushou_cli.domain.blanks.facts import BY_HAND, GUARDING, is_answered
from liushou_cli.domain.blanks.slot import Layout, Slot
from liushou_cli.domain.labels import NOT_KEPT, Match, field_of, fields, fields_of, printed, spellings
from liushou_cli.domain.labels.spelling import key
from liushou_cli.domain.mappings import NOT_IMPORTED

_GUARDING_WORDS = ("无人监护", "监护能力不足", "监护情况一般")


class Line(NamedTuple):
    """One slot and the field that goes there, "" where nothing does.

    ``sure`` is False for a guess nobody has confirmed; ``by_hand``: it was said to be left, or is for a
    signature; ``unkept``: known, but no record keeps it; ``near`` are fields it might be.
    """

    slot: Slot
    field: str
    sure: bool = True
    by_hand: bool = False
    unkept: bool = False
    near: tuple[str, ...] = ()


def mapped(layout: Layout, said: Mapping[str, str]) -> list[Line]:
    """A line for each slot of *layout*; *said* are corrections, from a label to a field or :data:`NOT_IMPORTED`."""
    lines: list[Line] = []
    if layout.table:
        lines += _lines(layout.table.columns, said)
    for grid in dict.fromkeys(slot.grid for slot in layout.slots):
        lines += _lines([slot for slot in layout.slots if slot.grid == grid], said)
    return lines


def answerable(field: str) -> bool:
    """Whether a person may name this field for a label."""
    return field in fields() or field == GUARDING


def labels_of(slot: Slot) -> tuple[str, ...]:
    """The ways in which a person may name a slot: 父亲/联系电话, 父亲联系电话, 联系电话."""
    return (slot.label, "".join(slot.path), slot.path[-1])


def _lines(slots: Sequence[Slot], said: Mapping[str, str]) -> list[Line]:
    matches = fields_of([_telling(slot.path) for slot in slots])
    labels = Counter(key(slot.path[-1]) for slot in slots)
    return [
        _line(slot, match or _again(slot, labels), said) for slot, match in zip(slots, matches, strict=True)
    ]


def _line(slot: Slot, match: Match | None, said: Mapping[str, str]) -> Line:
    plain = {key(label): field for label, field in said.items()}
    for label in labels_of(slot):
        if (field := said.get(label) or plain.get(key(label))) is not None:
            return Line(slot, "" if field == NOT_IMPORTED else field, by_hand=field == NOT_IMPORTED)
    if match is None:
        return Line(slot, "", near=close_to(slot.path[-1]))
    if match.near:
        return Line(slot, match.field, sure=False, near=(match.field,))
    field = GUARDING if match.field == "监护情况" and _asks_for_type(slot) else match.field
    if field in BY_HAND:
        return Line(slot, "", by_hand=True)
    if not match.kept and not is_answered(field):
        return Line(slot, "", unkept=True)
    return Line(slot, field)


def _telling(path: tuple[str, ...]) -> tuple[str, ...]:
    """Without groups that only seem to say whom a label is about: 监护情况 over 父母双方同时外出."""
    return path if field_of(path) else path[-1:]


def _again(slot: Slot, labels: Counter[str]) -> Match | None:
    """What may stand twice in one form: the school, the day; a field asked for in two wordings."""
    alone = field_of(_telling(slot.path))
    may = alone and (alone.field in NOT_KEPT or labels[key(slot.path[-1])] == 1)
    return alone if may else None


def _asks_for_type(slot: Slot) -> bool:
    words = " ".join((*slot.path, *slot.choices, *(tick.word for tick in slot.ticks)))
    return "监护类型" in words or any(word in words for word in _GUARDING_WORDS)


def close_to(label: str) -> tuple[str, ...]:
    """Fields whose labels look like this one."""
    whose = [field for field in fields() if not field.startswith("成员")]
    labels = {label: field for field in whose for label in (printed(field), *spellings(field))}
    close = get_close_matches(key(label), labels, n=3, cutoff=0.55)
    return tuple(dict.fromkeys(labels[label] for label in close))
