"""What the surveys found, and how the last of the term compares with the first."""

from collections import defaultdict
from itertools import groupby

from liushou_cli.domain.choices import Rating
from liushou_cli.domain.figures.book import Book
from liushou_cli.domain.population import Event, Population, Ref
from liushou_cli.domain.survey import ASPECTS, Aspect, Survey

NEED = "需求："
_STEPS = {rating: step for step, rating in enumerate(Rating)}


def surveys(book: Book, people: Population) -> None:
    events = people.events("普查", lambda child: child.surveys)
    book.count("普查人次", (event.ref for event in events), "人次")
    book.reached("普查", events, people.counted)
    last = [rounds[-1] for rounds in _rounds(people)]
    for label in ASPECTS:
        for rating in Rating:
            found = (_inside(event, label) for event in last if _rating(event, label) is rating)
            book.count(f"{label}{rating}", found)
    _needs(book, people)


def progress(book: Book, people: Population) -> None:
    """Children surveyed at least twice in the term: each aspect's last rating against its first."""
    twice = [rounds for rounds in _rounds(people) if len(rounds) > 1]
    book.count("复查人数", (rounds[-1].ref for rounds in twice))
    for label in ASPECTS:
        moved: dict[str, list[Ref]] = {"好转": [], "持平": [], "变差": []}
        for rounds in twice:
            rated = [event for event in rounds if _rating(event, label)]
            if len(rated) > 1:
                step = _step(rated[-1], label) - _step(rated[0], label)
                moved["好转" if step < 0 else "变差" if step > 0 else "持平"].append(
                    _inside(rated[-1], label)
                )
        for word, refs in moved.items():
            book.count(f"{label}{word}人数", refs)


def _rounds(people: Population) -> list[list[Event]]:
    """Each counted child's surveys of the term, in order of days."""
    counted = {member.file for member in people.counted}
    events = [
        event for event in people.events("普查", lambda child: child.surveys) if event.member.file in counted
    ]
    events.sort(key=lambda event: (event.member.file, event.record.on))
    return [list(group) for _, group in groupby(events, key=lambda event: event.member.file)]


def _needs(book: Book, people: Population) -> None:
    """Each need named in the term's surveys, with the children who have it; most first."""
    found: dict[str, dict[str, Ref]] = defaultdict(dict)
    for rounds in _rounds(people):
        for event in rounds:
            for label, aspect in _survey(event).aspects():
                for need in aspect.needs:
                    found[need].setdefault(event.member.file, _inside(event, label))
    for need, refs in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        book.count(f"{NEED}{need}", refs.values())


def _survey(event: Event) -> Survey:
    assert isinstance(event.record, Survey)  # noqa: S101  # events under 普查 are surveys
    return event.record


def _rating(event: Event, label: str) -> Rating | None:
    aspect: Aspect | None = getattr(_survey(event), ASPECTS[label])
    return aspect.rating if aspect else None


def _step(event: Event, label: str) -> int:
    rating = _rating(event, label)
    return _STEPS[rating] if rating else 0


def _inside(event: Event, label: str) -> Ref:
    return event.ref._replace(path=(*event.ref.path, label))
