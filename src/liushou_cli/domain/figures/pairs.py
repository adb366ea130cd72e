"""Proxy parents (代理家长): how many, of how many children, and what they are on record with."""

from collections import defaultdict
from operator import attrgetter
from typing import NamedTuple

from liushou_cli.domain.base import in_force
from liushou_cli.domain.choices import Attention, Channel, Pairer, Registered
from liushou_cli.domain.figures.book import Book
from liushou_cli.domain.followup import Call
from liushou_cli.domain.pairs import DOERS, names
from liushou_cli.domain.people import Pairing
from liushou_cli.domain.population import Event, Member, Population, Ref
from liushou_cli.domain.term import Span


class Pair(NamedTuple):
    """One child's proxy parent on the as-of day; ``done`` are that person's records with the child this term."""

    member: Member
    pairing: Pairing
    ref: Ref
    done: tuple[Event, ...]


def proxy_pairs(people: Population) -> list[Pair]:
    """Every pairing of a counted child with a proxy parent in force on the as-of day, class by class."""
    return [
        Pair(member, pairing, Ref(member.file, ("结对", place)), _done(people, member, pairing))
        for member in people.counted
        for place, pairing in enumerate(member.child.pairings)
        if pairing.role is Pairer.PROXY_PARENT and in_force([pairing], people.as_of)
    ]


def proxies(book: Book, people: Population) -> None:
    pairs = proxy_pairs(people)
    wards: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        wards[pair.pairing.name, pair.pairing.workplace].append(pair)
    book.count("代理家长", (own[0].ref for own in wards.values()))
    book.count("结对一名的代理家长", (own[0].ref for own in wards.values() if len(own) == 1))
    book.count("结对多名的代理家长", (own[0].ref for own in wards.values() if len(own) > 1))
    _without(book, people, {pair.member.file for pair in pairs})
    _begun_and_ended(book, people)
    _contacts(book, pairs)


def _without(book: Book, people: Population, having: set[str]) -> None:
    lacking = [one for one in people.counted if one.file not in having]
    book.count("未结代理家长人数", (Ref(one.file) for one in lacking))
    book.count(
        "双亲留守未结代理家长", (Ref(one.file) for one in lacking if one.status.kind is Registered.BOTH)
    )
    book.count("重点紧急未结代理家长", (Ref(one.file) for one in lacking if _watched(one, people)))


def _watched(member: Member, people: Population) -> bool:
    level = member.child.attention_on(people.as_of)
    return level is not None and level.level is not Attention.ORDINARY


def _begun_and_ended(book: Book, people: Population) -> None:
    """Within the term. A month alone counts from its first day, so the month school begins in is all of the term's."""
    begun, ended = [], []
    for member in people.served:
        span = people.span(member.roll)
        span = Span(span.first.replace(day=1), span.last)
        for place, pairing in enumerate(member.child.pairings):
            if pairing.role is Pairer.PROXY_PARENT:
                begun += [Ref(member.file, ("结对", place))] if pairing.since in span else []
                ended += [Ref(member.file, ("结对", place))] if _over(pairing, span) else []
    book.count("新结代理家长", begun, "对")
    book.count("终止代理家长", ended, "对")


def _over(pairing: Pairing, span: Span) -> bool:
    return pairing.until is not None and span.first <= pairing.until < span.last


def _contacts(book: Book, pairs: list[Pair]) -> None:
    for label in DOERS:
        first: dict[str, Ref] = {}
        of_kind = (one for pair in pairs for one in pair.done if one.ref.path[0] == label)
        for event in (one for one in of_kind if not _letter(one)):
            first.setdefault(event.key, event.ref)
        book.count(f"代理家长{label}次数", first.values(), "次")
    met = {pair.member.file: pair.done[0].ref for pair in reversed(pairs) if pair.done}
    everyone = {pair.member.file: pair.ref for pair in pairs}
    book.count("代理家长有联系人数", met.values())
    book.count("代理家长无联系人数", (ref for file, ref in everyone.items() if file not in met))


def _done(people: Population, member: Member, pairing: Pairing) -> tuple[Event, ...]:
    """Records of the term in which the proxy parent is named as the one who came, rang, talked or gave."""
    return tuple(
        event
        for label, (records, doers) in DOERS.items()
        for event in people.events(label, attrgetter(records), [member])
        if in_force([pairing], event.record.on) and names(event.record, doers, pairing.name)
    )


def _letter(event: Event) -> bool:
    """A letter is a contact, but no call."""
    return isinstance(event.record, Call) and event.record.channel is Channel.LETTER
