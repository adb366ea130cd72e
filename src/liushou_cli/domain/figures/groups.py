"""Groups of children counted apart: left-behind, of one parent, migrant, orphaned ...; and how they overlap.

A child may belong to several, so the groups do not sum: each is split into
those who are left-behind and those who are not, and 关爱对象 (children of any
group) by how many groups they belong to.
"""

from collections.abc import Sequence
from operator import attrgetter

from liushou_cli.domain.base import in_force
from liushou_cli.domain.choices import Category, Marriage, Whereabouts
from liushou_cli.domain.figures.book import Book
from liushou_cli.domain.followup import Call
from liushou_cli.domain.population import Event, Member, Population, Ref

GROUPS = tuple(category for category in Category if category is not Category.OTHER)
_APART = frozenset({Marriage.DIVORCED, Marriage.WIDOWED, Marriage.UNMARRIED})
_KNOWN = frozenset({Category.SINGLE_PARENT, Category.ORPHAN})
_CONTACTS = {
    "家访到": ("家访", attrgetter("visits")),
    "通话到": ("通话", attrgetter("calls")),
    "谈心到": ("谈心", attrgetter("talks")),
    "受帮扶": ("帮扶", attrgetter("supports")),
}


def groups(book: Book, people: Population) -> None:
    book.count("班级", (Ref(roll.file, ("班级",)) for roll in people.rolls), "个")
    for group in GROUPS:
        members = [one for one in people.enrolled if group in one.child.categories]
        book.count(group, map(_category, members))
        book.count(f"{group}且留守", (_category(one) for one in members if one.status.left_behind))
        book.count(f"{group}非留守", (_category(one) for one in members if not one.status.left_behind))
        book.share(f"{group}占比", group, "在籍学生")
        _reached(book, people, group, members)
    _together(book, people)
    doubtful = (Ref(one.file, ("父母婚姻",)) for one in people.enrolled if _perhaps_one_parent(one, people))
    book.count("单亲待核实", doubtful)


def _reached(book: Book, people: Population, group: str, members: Sequence[Member]) -> None:
    """Of one group, those who were visited, rung at home, talked with, helped, and those who are paired."""
    for suffix, (label, records) in _CONTACTS.items():
        events = [event for event in people.events(label, records, members) if _counts(event)]
        first = {event.member.file: event.ref for event in reversed(events)}
        book.count(f"{group}{suffix}", first.values())
    paired = [one for one in members if in_force(one.child.pairings, people.as_of)]
    book.count(f"{group}结对", (Ref(one.file, ("结对",)) for one in paired))


def _together(book: Book, people: Population) -> None:
    """关爱对象 by the number of groups each belongs to."""
    sizes = {
        one.file: one.status.left_behind + len({*one.child.categories} & {*GROUPS}) for one in people.enrolled
    }
    book.count("关爱对象", (Ref(file) for file, size in sizes.items() if size))
    book.share("关爱对象占比", "关爱对象", "在籍学生")
    book.count("只属一类", (Ref(file) for file, size in sizes.items() if size == 1))
    book.count("兼属两类", (Ref(file) for file, size in sizes.items() if size == 2))
    book.count("兼属多类", (Ref(file) for file, size in sizes.items() if size > 2))


def _category(member: Member) -> Ref:
    return Ref(member.file, ("其他类别",))


def _counts(event: Event) -> bool:
    call = event.record
    return not isinstance(call, Call) or call.of_teacher


def _perhaps_one_parent(member: Member, people: Population) -> bool:
    """Divorced, widowed, or a parent dead, but not said to be of one parent: somebody should ask."""
    child = member.child
    if _KNOWN & {*child.categories}:
        return False
    stays = [parent.stay_on(people.as_of) for parent in (child.father, child.mother) if parent]
    dead = any(stay and stay.state is Whereabouts.DEAD for stay in stays)
    return child.marriage in _APART or dead
