"""What was promised and kept, and what was not reached."""

from liushou_cli.domain import promises as promising
from liushou_cli.domain.due import shortfalls
from liushou_cli.domain.figures.book import Book
from liushou_cli.domain.policy import LABELS
from liushou_cli.domain.population import Population, Ref


def promises(book: Book, people: Population) -> None:
    """Follow-ups in the term's records: kept, overdue, still open."""
    day = people.as_of
    sorted_out: dict[str, list[Ref]] = {"跟进完成": [], "跟进逾期": [], "跟进未到期": []}
    made = promising.promises(people)
    for one in made:
        name = "跟进完成" if one.kept(day) else "跟进逾期" if one.late(day) else "跟进未到期"
        sorted_out[name].append(one.ref)
    book.count("跟进事项", (one.ref for one in made), "项")
    for name, refs in sorted_out.items():
        book.count(name, refs, "项")


def shortfall(book: Book, people: Population) -> None:
    unmet = shortfalls(people)
    book.count("未达标人数", (Ref(member.file) for member, _ in unmet))
    book.share("未达标占比", "未达标人数", "留守儿童")
    for label in LABELS.values():
        lacking = (member for member, duties in unmet if any(duty.label == label for duty in duties))
        book.count(f"{label}未达标人数", (Ref(member.file, (label,)) for member in lacking))
