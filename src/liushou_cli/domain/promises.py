"""What was promised in the term's records (跟进), siblings' once."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.followup import Contact, Task
from liushou_cli.domain.form import CONTACTS
from liushou_cli.domain.population import Member, Population, Ref

OF_INCIDENT = "事件跟进"  # what is printed in the place of an incident's words


class Promise(NamedTuple):
    """``key`` is the same while the record is, wherever it stands in its file."""

    member: Member
    task: Task
    ref: Ref
    key: str = ""

    @property
    def of_incident(self) -> bool:
        """Whether it was made over an incident: then its words belong in no document."""
        return self.ref.path[0] == "事件"

    @property
    def said(self) -> str:
        """What may be printed of it."""
        return OF_INCIDENT if self.of_incident else self.task.what

    def kept(self, day: date) -> bool:
        return self.task.done_on is not None and self.task.done_on <= day

    def late(self, day: date) -> bool:
        return not self.kept(day) and self.task.by is not None and self.task.by < day


def promises(people: Population) -> list[Promise]:
    """In the order of the records they were made in."""
    found: dict[str, Promise] = {}
    for label, field in CONTACTS.items():
        for event in people.events(label, _records(field)):
            tasks = event.record.tasks if isinstance(event.record, Contact) else ()
            for place, task in enumerate(tasks):
                key = f"{label}-{event.key}-{place}"  # a record without 号 has a key only among its own kind
                ref = event.ref._replace(path=(*event.ref.path, "跟进", place))
                found.setdefault(key, Promise(event.member, task, ref, key))
    return list(found.values())


def inherited(people: Population) -> list[Promise]:
    """What another class of the school promised in the term to a child who has since come to this one."""
    found = []
    for member in people.counted:
        whole, span = member.roll.whole(member.file), people.span(member.roll)
        if whole is None:
            continue
        for label, field in CONTACTS.items():
            for index, record in enumerate(_records(field)(whole)):
                elsewhere = whole.enrolled_on(record.on) and not member.child.enrolled_on(record.on)
                if record.on in span and elsewhere:
                    found += [
                        Promise(member, task, Ref(member.file, (label, index, "跟进", place), record.on))
                        for place, task in enumerate(record.tasks)
                    ]
    return found


def _records(field: str) -> Callable[[Child], Iterable[Contact]]:
    def records(child: Child) -> Iterable[Contact]:
        found: Iterable[Contact] = getattr(child, field)
        return found

    return records
