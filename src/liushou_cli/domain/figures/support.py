"""Pairings, support given, quarrels settled."""

from liushou_cli.domain.base import in_force
from liushou_cli.domain.choices import Pairer, Settlement, SupportKind
from liushou_cli.domain.figures.book import NOT_SAID, Book
from liushou_cli.domain.followup import Mediation, Support
from liushou_cli.domain.population import Population, Ref

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
    settled = [
        one for one in events if isinstance(one.record, Mediation) and one.record.result is Settlement.SETTLED
    ]
    book.events("矛盾已化解", settled)
