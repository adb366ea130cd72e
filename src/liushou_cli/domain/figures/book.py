"""A figure, and the book in which figures are entered as they are counted."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from liushou_cli.domain.population import Event, Member, Ref

NOT_SAID = "未注明"


class Figure(NamedTuple):
    """``value`` is a count, a sum, or a Fraction of ``of`` (another figure's name).

    It is None for a share of nobody, and for what the records do not tell.
    """

    name: str
    value: int | Fraction | float | None
    unit: str
    refs: tuple[Ref, ...]
    of: str = ""


class Book:
    """The figures so far, by name, in the order they were counted."""

    def __init__(self) -> None:
        self.figures: dict[str, Figure] = {}

    def count(self, name: str, refs: Iterable[Ref], unit: str = "名") -> None:
        """As many as there are *refs*."""
        refs = tuple(refs)
        self.figures[name] = Figure(name, len(refs), unit, refs)

    def number(self, name: str, value: float | None, unit: str, refs: Iterable[Ref]) -> None:
        """A number that is written in the records, or their sum."""
        self.figures[name] = Figure(name, value, unit, tuple(refs))

    def share(self, name: str, part: str, whole: str) -> None:
        """*part* of *whole*, both entered before."""
        top, bottom = self.figures[part], self.figures[whole]
        value = Fraction(int(top.value or 0), int(bottom.value)) if bottom.value else None
        self.figures[name] = Figure(name, value, "", top.refs, whole)

    def split(
        self,
        members: Sequence[Member],
        word: Callable[[Member], str | None],
        words: Sequence[str],
        rest: str,
        prefix: str = "",
    ) -> None:
        """One figure for each of *words*, and *rest* for who has none of them: they sum to *members*."""
        for one in words:
            self.count(f"{prefix}{one}", (Ref(member.file) for member in members if word(member) == one))
        self.count(rest, (Ref(member.file) for member in members if word(member) not in words))

    def events(self, name: str, events: Sequence[Event]) -> None:
        """``<name>次数``: one reference for each event, the first child's."""
        self.count(f"{name}次数", first_of_each(events).values(), "次")

    def kinds(self, events: Sequence[Event], words: Sequence[str], suffix: str, rest: str) -> None:
        """Events by the kind of their first record; with *rest* they sum to 次数."""
        first = first_of_each(events)
        kind = {event.key: kind_of(event) for event in reversed(events)}
        for word in words:
            self.count(f"{word}{suffix}", (ref for key, ref in first.items() if kind[key] == word), "次")
        self.count(rest, (ref for key, ref in first.items() if kind[key] not in words), "次")

    def contacts(self, name: str, events: Sequence[Event], counted: Sequence[Member]) -> None:
        """次数, 人次, 人数 and 覆盖率 of one kind of contact."""
        self.events(name, events)
        pairs = {(event.key, event.member.file): event.ref for event in events}
        self.count(f"{name}人次", pairs.values(), "人次")
        self.reached(name, events, counted)

    def reached(self, name: str, events: Sequence[Event], counted: Sequence[Member]) -> None:
        """人数 and 覆盖率: counted children with at least one of *events*; 未…人数 the others."""
        first = {event.member.file: event.ref for event in reversed(events)}
        self.count(f"{name}人数", (first[member.file] for member in counted if member.file in first))
        self.count(f"未{name}人数", (Ref(member.file) for member in counted if member.file not in first))
        self.share(f"{name}覆盖率", f"{name}人数", "留守儿童")


def kind_of(event: Event) -> str | None:
    return getattr(event.record, "kind", None)


def first_of_each(events: Sequence[Event]) -> dict[str, Ref]:
    """The first reference of each event by its key."""
    first: dict[str, Ref] = {}
    for event in events:
        first.setdefault(event.key, event.ref)
    return first
