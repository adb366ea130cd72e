"""How many they are, and what kind of absence it is."""

from datetime import date

from liushou_cli.domain.choices import Gender, Lodging, Registered
from liushou_cli.domain.definition import Basis
from liushou_cli.domain.figures.book import NOT_SAID, Book
from liushou_cli.domain.population import Member, Population, Ref, population


def children(book: Book, people: Population) -> None:
    counted = people.counted
    _pupils(book, people)
    book.count("留守儿童", (Ref(one.file) for one in counted))
    book.share("留守占比", "留守儿童", "在籍学生")
    for gender in Gender:
        book.count(gender.value, (Ref(one.file, ("性别",)) for one in counted if one.child.gender is gender))
    for kind in (Registered.BOTH, Registered.ONE):
        book.count(kind.value, (_whereabouts(one) for one in counted if one.status.kind is kind))
    book.count(
        "按学籍登记计",
        (Ref(one.file, ("学籍登记",)) for one in counted if one.status.basis is Basis.REGISTER),
    )
    book.split(counted, lambda one: one.child.lodging, Lodging.words(), f"就读方式{NOT_SAID}")
    book.count("建档", (Ref(one.file, ("编号",)) for one in counted))
    book.share("建档率", "建档", "留守儿童")
    _movements(book, people)
    _term_before(book, people)


def _pupils(book: Book, people: Population) -> None:
    """All pupils of the classes; unknown unless every class says how many it has."""
    term = str(people.term)
    numbers = [roll.settings.own.pupils.get(term) for roll in people.rolls]
    known = [number for number in numbers if number is not None]
    refs = [
        Ref(roll.file, ("学生数", term))
        for roll, number in zip(people.rolls, numbers, strict=True)
        if number is not None
    ]
    book.number("在籍学生", sum(known) if len(known) == len(numbers) else None, "名", refs)


def _whereabouts(member: Member) -> Ref:
    if member.status.basis is Basis.REGISTER:
        return Ref(member.file, ("学籍登记",))
    return Ref(member.file, ("父亲" if member.child.father else "母亲", "行踪"))


def _movements(book: Book, people: Population) -> None:
    """Left-behind children who came to the class, or left it, within the term."""
    came, left = [], []
    for one in people.served:
        span = people.span(one.roll)
        for place, spell in enumerate(one.child.spells):
            if span.first < spell.since <= span.last:
                came.append(Ref(one.file, ("在班", place), spell.since))
            if spell.until and span.first <= spell.until < span.last:
                left.append(Ref(one.file, ("在班", place), spell.until))
    book.count("期中转入", came)
    book.count("期中转出", left)


def _term_before(book: Book, people: Population) -> None:
    """How many were left-behind on the last day of the term before; unknown where nothing tells."""
    term = people.term.previous
    last = min((roll.settings.span(term).last for roll in people.rolls), default=date.min)
    counted = population(people.rolls, term, last, people.rule).counted if last >= people.rule.since else ()
    refs = [Ref(one.file) for one in counted]
    book.number("上学期末留守儿童", len(refs) or None, "名", refs)
