"""The needs of one child's last survey, read from the child's own file alone."""

from datetime import date

from liushou_cli.domain.definition import status_on
from liushou_cli.domain.needs import Need, needs_of
from liushou_cli.domain.population import ChildOnRoll, ClassRoll, Member, Population
from liushou_cli.domain.term import Term
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import read_settings
from liushou_cli.store.counting import counted
from liushou_cli.store.finder import Found
from liushou_cli.store.same_record import whole_child


def needs_of_child(found: Found, term: Term | None, today: date) -> list[Need]:
    settings = read_settings(found.folder)
    child = whole_child(found)
    roll = ClassRoll("", settings, (ChildOnRoll(found.file, child),), ())
    people = surveyed(roll, term or settings.term_of(today), today)
    return needs_of(people, Member(found.file, child, status_on(child, people.rule, people.as_of), roll))


def surveyed(roll: ClassRoll, term: Term, today: date) -> Population:
    """The class in a term that has begun. Raises :class:`BadInput` where there is nothing to look at yet."""
    span = roll.settings.span(term)
    if today < span.first:
        raise BadInput(f"{term.short}从 {span.first} 开始，还没有普查和帮扶可看", "换一个学期")
    return counted([roll], term, min(today, span.last))
