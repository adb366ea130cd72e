"""What the term leaves to the next one, and what money the school set aside for it."""

from datetime import date

from liushou_cli.domain.choices import HasNot, Registered
from liushou_cli.domain.figures.book import Book
from liushou_cli.domain.grade import GRADUATED, class_code, grade
from liushou_cli.domain.population import ClassRoll, Member, Population, Ref
from liushou_cli.domain.settings import Fund
from liushou_cli.domain.term import Term, parse


def graduates(roll: ClassRoll, term: Term) -> bool:
    """Whether the class is out of school by *term*."""
    own = roll.settings.own
    return grade(own.stage, class_code(own.code)[0], term) == GRADUATED


def coming(book: Book, people: Population) -> None:
    term = people.term.next
    stay = [one for one in people.counted if not graduates(one.roll, term)]
    book.count("下学期对象", (Ref(one.file) for one in stay))
    gone = (Ref(one.file) for one in people.counted if graduates(one.roll, term))
    book.count("毕业离校", gone)
    open_now = [*book.figures["跟进逾期"].refs, *book.figures["跟进未到期"].refs]
    book.count("跟进未办", open_now, "项")
    _plans(book, people)
    book.count("下学期复评", (ref for one in stay if (ref := _review(one, people))))
    book.count("下学期委托到期", (ref for one in stay if (ref := _entrusted_until(one, people))))
    book.count("双亲留守无委托书", (Ref(one.file, ("照护人",)) for one in stay if _unwritten(one, people)))


def funds(book: Book, people: Population) -> None:
    """The school's money for the term, each line once though every class has it."""
    found = {
        (file, place): fund
        for roll in people.rolls
        for file, own in _sources(roll)
        for place, fund in enumerate(own)
        if fund.term == str(people.term) and fund.amount
    }
    total = sum(fund.amount or 0 for fund in found.values())
    book.number("经费合计", total, "元", (Ref(file, ("经费", place)) for file, place in found))


def _sources(roll: ClassRoll) -> list[tuple[str, tuple[Fund, ...]]]:
    school = roll.settings.school
    return [(roll.file, roll.settings.own.funds), *([(roll.school_file, school.funds)] if school else [])]


def _plans(book: Book, people: Population) -> None:
    """Support plans (帮扶计划) of this term and before, done by the as-of day or not."""
    done: list[Ref] = []
    undone: list[Ref] = []
    for one in people.counted:
        for place, plan in enumerate(one.child.plans):
            if parse(plan.term) <= people.term:
                kept = plan.done_on is not None and plan.done_on <= people.as_of
                (done if kept else undone).append(Ref(one.file, ("帮扶计划", place)))
    book.count("帮扶计划完成", done, "项")
    book.count("帮扶计划未完成", undone, "项")


def _last_day(member: Member, people: Population) -> date:
    return member.roll.settings.span(people.term.next).last


def _review(member: Member, people: Population) -> Ref | None:
    """Where a level in force says that it is to be judged again by the end of the coming term."""
    level = member.child.attention_on(people.as_of)
    if level is None or level.review_on is None or level.review_on > _last_day(member, people):
        return None
    return Ref(member.file, ("关注等级",))


def _entrusted_until(member: Member, people: Population) -> Ref | None:
    caregiver = member.child.caregiver_on(people.as_of)
    until = caregiver.entrusted_until if caregiver else None
    return Ref(member.file, ("照护人",)) if until and until <= _last_day(member, people) else None


def _unwritten(member: Member, people: Population) -> bool:
    """Both parents are away, and no paper says to whom they left the child."""
    caregiver = member.child.caregiver_on(people.as_of)
    return member.status.kind is Registered.BOTH and not (caregiver and caregiver.entrusted is HasNot.HAS)
