"""Visits, calls and talks."""

from liushou_cli.domain.choices import CallKind, VisitKind
from liushou_cli.domain.figures.book import NOT_SAID, Book, kind_of
from liushou_cli.domain.followup import Call
from liushou_cli.domain.population import Event, Population


def visits(book: Book, people: Population) -> None:
    events = people.events("家访", lambda child: child.visits)
    book.contacts("家访", events, people.counted)
    book.kinds(events, VisitKind.words(), "家访次数", f"家访{NOT_SAID}次数")


def calls(book: Book, people: Population) -> None:
    """Only calls that got through are contacts; the others are counted apart, letters not at all."""
    events = people.events("通话", lambda child: child.calls)
    through = [event for event in events if _spoken(event)]
    book.contacts("通话", through, people.counted)
    book.kinds(through, CallKind.words(), "次数", f"通话{NOT_SAID}次数")
    teachers = [event for event in through if kind_of(event) != CallKind.FAMILY]
    book.events("教师通话", teachers)
    book.reached("教师通话", teachers, people.counted)
    book.reached(
        "亲情通话", [event for event in through if kind_of(event) == CallKind.FAMILY], people.counted
    )
    book.events("未接通", [event for event in events if _missed(event)])


def talks(book: Book, people: Population) -> None:
    book.contacts("谈心", people.events("谈心", lambda child: child.talks), people.counted)


def _spoken(event: Event) -> bool:
    return isinstance(event.record, Call) and event.record.spoken


def _missed(event: Event) -> bool:
    return isinstance(event.record, Call) and not event.record.got_through
