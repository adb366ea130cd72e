"""Who is counted: the rolls of one or more classes, seen on one day of one term.

*Counted* children are enrolled and left-behind on the as-of day: every split
sums to them, and shares and coverage are of them. *Served* children were so on
some day of the term up to then: what was done for a child who has since left
was done, so events (次) and child-events (人次) are of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.activity import Activity
from liushou_cli.domain.child import Child
from liushou_cli.domain.definition import Definition, Status, left_behind_within, must_exist, status_on
from liushou_cli.domain.followup import Contact
from liushou_cli.domain.homes import Homes
from liushou_cli.domain.moved import Moved
from liushou_cli.domain.settings import Settings
from liushou_cli.domain.survey import Survey
from liushou_cli.domain.term import Span, Term


class Ref(NamedTuple):
    """Where a figure was counted from: a file (by its name in messages), a path in it, a day."""

    file: str
    path: tuple[str | int, ...] = ()
    on: date | None = None


class ChildOnRoll(NamedTuple):
    """``child`` as the class knows her: without the spells in other classes."""

    file: str
    child: Child


class ActivityOnRoll(NamedTuple):
    file: str
    place: int
    activity: Activity

    @property
    def key(self) -> str:
        """The same for one activity held by several classes."""
        return self.activity.id or f"{self.file}#{self.place}"

    @property
    def ref(self) -> Ref:
        return Ref(self.file, ("活动", self.place), self.activity.on)


class MovedOnRoll(NamedTuple):
    """A file that went to another place, and cannot be read from here: ``file`` is its stub."""

    file: str
    moved: Moved


class HomesOnRoll(NamedTuple):
    """The school's activity rooms as read; none where it has no homes.yaml."""

    file: str
    homes: Homes


class ClassRoll(NamedTuple):
    """One class as read: ``file`` is its class.yaml, ``school_file`` its school's, if there is one.

    ``children`` are all who were ever in it and whose files can be read, also those whose files now lie
    in another class; ``gone`` are the others. ``wholes`` are (file, child) with the spells in all classes,
    of those who have been in several.
    """

    file: str
    settings: Settings
    children: tuple[ChildOnRoll, ...]
    activities: tuple[ActivityOnRoll, ...]
    school_file: str = ""
    gone: tuple[MovedOnRoll, ...] = ()
    wholes: tuple[tuple[str, Child], ...] = ()

    def whole(self, file: str) -> Child | None:
        """The child of *file* with the spells in other classes; None where she has none."""
        return dict(self.wholes).get(file)


class Member(NamedTuple):
    """A child of a class, with the answer on the as-of day."""

    file: str
    child: Child
    status: Status
    roll: ClassRoll

    @property
    def place(self) -> tuple[str, str]:
        """Where she stands in an order of classes, then children, wherever her file lies by now."""
        return self.roll.file, self.file.rpartition("/")[2]


class Event(NamedTuple):
    """One child's part in a dated record; siblings' parts share ``key``."""

    key: str
    member: Member
    ref: Ref
    record: Contact | Survey


class Population(NamedTuple):
    """``enrolled`` are all children with a file who are in class on the as-of day.

    ``homes`` is None where a class, and not its school, is told of.
    """

    rolls: tuple[ClassRoll, ...]
    term: Term
    as_of: date
    rule: Definition
    counted: tuple[Member, ...]
    served: tuple[Member, ...]
    enrolled: tuple[Member, ...] = ()
    homes: HomesOnRoll | None = None

    def span(self, roll: ClassRoll) -> Span:
        return roll.settings.span(self.term).until(self.as_of)

    def events(
        self,
        label: str,
        records: Callable[[Child], Iterable[Contact | Survey]],
        members: Iterable[Member] | None = None,
    ) -> list[Event]:
        """Records under the key *label* within the term, in order of days: of all children served, or of *members*."""
        found = [
            event
            for member in (self.served if members is None else members)
            if (held := tuple(records(member.child)))
            for event in self._events_of(member, label, held)
        ]
        return sorted(found, key=lambda event: (event.record.on, event.key, *event.member.place))

    def activities(self) -> list[tuple[ActivityOnRoll, ClassRoll]]:
        """Class activities within the term, in order of days."""
        found = [
            (one, roll)
            for roll in self.rolls
            for one in roll.activities
            if one.activity.on in self.span(roll)
        ]
        return sorted(found, key=lambda pair: (pair[0].activity.on, pair[0].file, pair[0].place))

    def _events_of(self, member: Member, label: str, records: Sequence[Contact | Survey]) -> Iterator[Event]:
        span = self.span(member.roll)
        for index, record in enumerate(records):
            if record.on in span and member.child.enrolled_on(record.on):
                key = record.id or f"{member.file}#{index}"
                yield Event(key, member, Ref(member.file, (label, index), record.on), record)


def population(
    rolls: Iterable[ClassRoll], term: Term, as_of: date, rule: Definition, homes: HomesOnRoll | None = None
) -> Population:
    """Raises ``ValueError``, in Chinese, when the definition did not exist yet on *as_of*."""
    must_exist(rule, as_of)
    rolls = tuple(rolls)
    counted: list[Member] = []
    served: list[Member] = []
    enrolled: list[Member] = []
    for roll in rolls:
        span = roll.settings.span(term).until(as_of)
        for file, child in roll.children:
            status = status_on(child, rule, as_of)
            member = Member(file, child, status, roll)
            if child.enrolled_on(as_of):
                enrolled.append(member)
                if status.left_behind:
                    counted.append(member)
            if left_behind_within(child, rule, span.first, span.last):
                served.append(member)
    return Population(rolls, term, as_of, rule, tuple(counted), tuple(served), tuple(enrolled), homes)
