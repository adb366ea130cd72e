"""The files themselves: how many, whose, what they hold and what they lack.

What a file should hold follows 教基一〔2013〕1号 (父母外出务工情况和监护人变化逐一登记)
and the blocks of the 2016 form; numbers of identity cards are not asked for,
because no document here needs them.
"""

from collections.abc import Callable
from datetime import date
from operator import attrgetter

from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import LeavingReason
from liushou_cli.domain.figures.book import Book
from liushou_cli.domain.form import RECORDS
from liushou_cli.domain.population import Member, Population, Ref


def _whereabouts(member: Member, people: Population) -> bool:
    child = member.child
    return all(parent and parent.stay_on(people.as_of) for parent in (child.father, child.mother))


def _parents_phone(member: Member, people: Population) -> bool:  # noqa: ARG001
    return any(parent and parent.phone for parent in (member.child.father, member.child.mother))


def _caregiver(member: Member, people: Population) -> bool:
    return member.child.caregiver_on(people.as_of) is not None


def _caregivers_phone(member: Member, people: Population) -> bool:
    caregiver = member.child.caregiver_on(people.as_of)
    return caregiver is not None and bool(caregiver.phone)


def _address(member: Member, people: Population) -> bool:  # noqa: ARG001
    return bool(member.child.address or member.child.hamlet)


def _consent(member: Member, people: Population) -> bool:
    consent, day = member.child.consent, people.as_of
    if consent is None or consent.on > day or (consent.until and consent.until < day):
        return False
    return consent.withdrawn_on is None or consent.withdrawn_on > day


def _care(member: Member, people: Population) -> bool:
    return member.child.care_on(people.as_of) is not None


def _attention(member: Member, people: Population) -> bool:
    return member.child.attention_on(people.as_of) is not None


def _surveyed(member: Member, people: Population) -> bool:
    return bool(people.events("普查", attrgetter("surveys"), [member]))


ITEMS: dict[str, Callable[[Member, Population], bool]] = {
    "父母去向": _whereabouts,
    "父母电话": _parents_phone,
    "照护人": _caregiver,
    "照护人电话": _caregivers_phone,
    "住址": _address,
    "知情同意": _consent,
    "监护评定": _care,
    "关注等级": _attention,
    "本学期普查": _surveyed,
}


def lacking(member: Member, people: Population) -> list[str]:
    """The items this child's file should hold and does not."""
    return [item for item, held in ITEMS.items() if not held(member, people)]


def archive(book: Book, people: Population) -> None:
    _kept(book, people)
    missing = {one.file: lacking(one, people) for one in people.counted}
    for item in ITEMS:
        book.count(f"有{item}", (Ref(file) for file, lack in missing.items() if item not in lack))
        book.count(f"缺{item}", (Ref(file) for file, lack in missing.items() if item in lack))
    book.count("齐全档案", (Ref(file) for file, lack in missing.items() if not lack), "份")
    book.count("缺项档案", (Ref(file) for file, lack in missing.items() if lack), "份")
    book.share("齐全率", "齐全档案", "留守儿童")
    fresh = {one.file: _written_this_term(one, people) for one in people.counted}
    book.count("本学期有记录档案", (ref for ref in fresh.values() if ref), "份")
    book.count("本学期无记录档案", (Ref(file) for file, ref in fresh.items() if not ref), "份")


def _kept(book: Book, people: Population) -> None:
    """All files begun by the as-of day: of left-behind children, of others in class, of those who have left."""
    day = people.as_of
    enrolled = {one.file for one in people.enrolled}
    begun = [file for roll in people.rolls for file, child in roll.children if _here(child, day)]
    book.count("档案份数", map(Ref, begun), "份")
    others = (one.file for one in people.enrolled if not one.status.left_behind)
    book.count("非留守档案", map(Ref, others), "份")
    book.count("离班档案", (Ref(file) for file in begun if file not in enrolled), "份")


def _here(child: Child, day: date) -> bool:
    """Whether the file was begun by *day*, and had not gone to another class."""
    begun = [spell for spell in child.spells if spell.since <= day]
    last = max(begun, key=lambda spell: spell.since, default=None)
    return last is not None and not (
        last.reason is LeavingReason.OTHER_CLASS and last.until is not None and last.until < day
    )


def _written_this_term(member: Member, people: Population) -> Ref | None:
    """The first dated record of the term."""
    for label, field in RECORDS.items():
        if events := people.events(label, attrgetter(field), [member]):
            return events[0].ref
    return None
