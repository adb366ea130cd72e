"""How many they are, and what kind of absence it is."""

from datetime import date, timedelta

from liushou_cli.domain.choices import Gender, LeavingReason, Lodging, Registered
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
    _gone(book, people)
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
    """Left-behind children who came to the class, or left it, within the term.

    From one class to another of those told of, nobody came and nobody left.
    """
    came, left = [], []
    handed = _handed_over(people)
    for one in people.served:
        span = people.span(one.roll)
        everywhere = (one.roll.whole(one.file) or one.child).spells
        for spell in one.child.spells:
            path = ("在班", everywhere.index(spell))
            if span.first < spell.since <= span.last and (one.file, spell.since) not in handed:
                came.append(Ref(one.file, path, spell.since))
            following = spell.until and (one.file, spell.until + timedelta(days=1))
            if spell.until and span.first <= spell.until < span.last and following not in handed:
                left.append(Ref(one.file, path, spell.until))
    book.count("期中转入", came)
    book.count("期中转出", left)


def _handed_over(people: Population) -> set[tuple[str, date]]:
    """(file, day) on which a child began in one class the day after she ended in another."""
    spells = [
        (one.file, spell) for roll in people.rolls for one in roll.children for spell in one.child.spells
    ]
    began = {(file, spell.since) for file, spell in spells}
    ended = {
        (file, spell.until + timedelta(days=1))
        for file, spell in spells
        if spell.until and spell.reason is LeavingReason.OTHER_CLASS
    }
    return began & ended


def _gone(book: Book, people: Population) -> None:
    """Children of the term whose files went elsewhere and cannot be counted here any more."""
    book.count(
        "转走档案",
        (
            Ref(one.file, ("转出日期",), one.moved.last)
            for roll in people.rolls
            for one in roll.gone
            if one.moved.last >= people.span(roll).first
            and (one.moved.since is None or one.moved.since <= people.as_of)
        ),
        "份",
    )


def _term_before(book: Book, people: Population) -> None:
    """How many were left-behind on the last day of the term before; unknown where nothing tells."""
    term = people.term.previous
    last = min((roll.settings.span(term).last for roll in people.rolls), default=date.min)
    counted = population(people.rolls, term, last, people.rule).counted if last >= people.rule.since else ()
    refs = [Ref(one.file) for one in counted]
    book.number("上学期末留守儿童", len(refs) or None, "名", refs)
