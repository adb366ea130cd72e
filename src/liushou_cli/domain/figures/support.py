"""Pairings, support given, quarrels settled."""

from liushou_cli.domain.base import in_force
from liushou_cli.domain.choices import Pairer, SupportKind
from liushou_cli.domain.figures.book import NOT_SAID, Book
from liushou_cli.domain.followup import Concern, Mediation, Support
from liushou_cli.domain.population import Event, Population, Ref

_ROLES = {
    Pairer.PROXY_PARENT: "代理家长结对人数",
    Pairer.SUPPORT_TEACHER: "帮扶教师结对人数",
    Pairer.OTHER: "其他结对人数",
}


def pairings(book: Book, people: Population) -> None:
    """Children with somebody paired on the as-of day; by role they may overlap."""
    active = {one.file: in_force(one.child.pairings, people.as_of) for one in people.counted}
    book.count("结对人数", (Ref(file, ("结对",)) for file, pairs in active.items() if pairs))
    book.count("未结对人数", (Ref(file) for file, pairs in active.items() if not pairs))
    book.share("结对覆盖率", "结对人数", "留守儿童")
    for role, name in _ROLES.items():
        having = (file for file, pairs in active.items() if any(pair.role is role for pair in pairs))
        book.count(name, (Ref(file, ("结对",)) for file in having))


def supports(book: Book, people: Population) -> None:
    events = people.events("帮扶", lambda child: child.supports)
    book.contacts("帮扶", events, people.counted)
    book.kinds(events, SupportKind.words(), "帮扶次数", f"帮扶{NOT_SAID}次数")
    given = {event.key: event for event in reversed(events)}  # to two siblings under one 号: one sum
    money = [
        (event.record.amount, event.ref)
        for event in given.values()
        if isinstance(event.record, Support) and event.record.amount
    ]
    book.number("帮扶金额", sum(amount for amount, _ in money), "元", (ref for _, ref in reversed(money)))


def mediations(book: Book, people: Population) -> None:
    events = people.events("矛盾调解", lambda child: child.mediations)
    book.events("矛盾调解", events)
    ends = {one.key: _end(one, people) for one in reversed(events)}
    for name in ("矛盾已化解", "矛盾未化解", f"矛盾结果{NOT_SAID}"):
        book.events(name, [one for one in events if ends[one.key] == name])


def _end(event: Event, people: Population) -> str:
    quarrel = event.record
    if not isinstance(quarrel, Mediation) or quarrel.result is None:
        return f"矛盾结果{NOT_SAID}"
    return "矛盾已化解" if quarrel.settled(people.as_of) else "矛盾未化解"


def concerns(book: Book, people: Population) -> None:
    """Things to keep an eye on, and those the eye may be taken off again."""
    events = people.events("关注事项", lambda child: child.concerns)
    first = {one.key: one for one in reversed(events)}.values()
    lifted = {one.key for one in first if isinstance(one.record, Concern) and one.record.lifted(people.as_of)}
    refs = [(one.key in lifted, one.ref) for one in reversed(first)]
    book.count("关注事项件数", (ref for _, ref in refs), "件")
    book.count("关注事项已解除", (ref for over, ref in refs if over), "件")
    book.count("关注事项跟踪中", (ref for over, ref in refs if not over), "件")
