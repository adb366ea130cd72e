"""Plans of the term (一生一策) and how they went; what the surveys asked for and nobody took up."""

from liushou_cli.domain.figures.book import Book
from liushou_cli.domain.needs import needs
from liushou_cli.domain.population import Population, Ref


def plans(book: Book, people: Population) -> None:
    """This term's only: done by the as-of day, past their limit, or still running."""
    states: dict[str, list[Ref]] = {"本学期计划完成": [], "本学期计划逾期": [], "本学期计划进行中": []}
    planned: dict[str, Ref] = {}
    term, day = str(people.term), people.as_of
    for member in people.counted:
        for place, plan in enumerate(member.child.plans):
            if plan.term == term:
                ref = Ref(member.file, ("帮扶计划", place))
                kept = plan.done_on is not None and plan.done_on <= day
                late = plan.by is not None and plan.by < day
                name = "本学期计划完成" if kept else "本学期计划逾期" if late else "本学期计划进行中"
                states[name].append(ref)
                planned.setdefault(member.file, ref)
    book.count("本学期计划", [ref for refs in states.values() for ref in refs], "项")
    for name, refs in states.items():
        book.count(name, refs, "项")
    book.count("有计划人数", planned.values())


def unanswered(book: Book, people: Population) -> None:
    """Needs of the last surveys: taken up, and not."""
    found = needs(people)
    lacking = {one.member.file: one.ref for one in reversed(found) if not one.answered}
    book.count("普查需求", (one.ref for one in found), "项")
    book.count("已回应需求", (one.ref for one in found if one.answered), "项")
    book.count("未回应需求", (one.ref for one in found if not one.answered), "项")
    book.count("有未回应需求人数", (lacking[one.file] for one in people.counted if one.file in lacking))
