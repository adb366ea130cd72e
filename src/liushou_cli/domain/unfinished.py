"""What a child's file holds that was promised or begun and is not done: where it stands, and how it is called."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import Settlement, Watch
from liushou_cli.domain.form import CONTACTS
from liushou_cli.domain.promises import OF_INCIDENT
from liushou_cli.domain.term import default_span, parse

PLAN = "帮扶计划"
Place = tuple[str | int, ...]  # the keys and numbers that lead to it in the file


class Unfinished(NamedTuple):
    """``kind`` is 跟进, or the list the record stands in; ``made_on`` the first day it can have been done."""

    kind: str
    what: str
    record_id: str
    made_on: date
    place: Place

    @property
    def said(self) -> str:
        """As it may be printed: the words of an incident stay in its own paper."""
        return f"{OF_INCIDENT}（{self.made_on} 的事件）" if self.place[0] == "事件" else self.what


def unfinished(child: Child) -> Iterator[Unfinished]:
    """Promises first, then plans, quarrels and concerns."""
    yield from _promises(child)
    yield from _others(child)


def _promises(child: Child) -> Iterator[Unfinished]:
    for label, field in CONTACTS.items():
        for place, record in enumerate(getattr(child, field)):
            for number, task in enumerate(record.tasks):
                if task.done_on is None:
                    yield Unfinished("跟进", task.what, record.id, record.on, (label, place, "跟进", number))


def _others(child: Child) -> Iterator[Unfinished]:
    for place, plan in enumerate(child.plans):
        if plan.done_on is None:
            first = default_span(parse(plan.term)).first
            yield Unfinished(PLAN, plan.aim or "没有写目标的计划", plan.id, first, (PLAN, place))
    for place, quarrel in enumerate(child.mediations):
        if quarrel.result is not Settlement.SETTLED:
            what = quarrel.note or f"{quarrel.on} 的矛盾"
            yield Unfinished("矛盾调解", what, quarrel.id, quarrel.on, ("矛盾调解", place))
    for place, concern in enumerate(child.concerns):
        if concern.result is not Watch.LIFTED:
            what = concern.note or f"{concern.on} 的关注事项"
            yield Unfinished("关注事项", what, concern.id, concern.on, ("关注事项", place))
