"""What was promised and kept, and what was not reached."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.due import shortfalls
from liushou_cli.domain.figures.book import Book
from liushou_cli.domain.followup import Contact, Task
from liushou_cli.domain.policy import LABELS
from liushou_cli.domain.population import Population, Ref

_KINDS = {"家访": "visits", "通话": "calls", "谈心": "talks", "帮扶": "supports", "矛盾调解": "mediations"}


class _Promise(NamedTuple):
    task: Task
    ref: Ref


def promises(book: Book, people: Population) -> None:
    """Follow-ups (跟进) in the term's records, siblings' once: kept, overdue, still open."""
    made = _promises(people)
    day = people.as_of
    sorted_out: dict[str, list[Ref]] = {"跟进完成": [], "跟进逾期": [], "跟进未到期": []}
    for task, ref in made:
        kept = task.done_on is not None and task.done_on <= day
        late = task.by is not None and task.by < day
        sorted_out["跟进完成" if kept else "跟进逾期" if late else "跟进未到期"].append(ref)
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


def _records(field: str) -> Callable[[Child], Iterable[Contact]]:
    def records(child: Child) -> Iterable[Contact]:
        found: Iterable[Contact] = getattr(child, field)
        return found

    return records


def _promises(people: Population) -> list[_Promise]:
    found: dict[tuple[str, int], _Promise] = {}
    for label, field in _KINDS.items():
        for event in people.events(label, _records(field)):
            tasks = event.record.tasks if isinstance(event.record, Contact) else ()
            for place, task in enumerate(tasks):
                ref = event.ref._replace(path=(*event.ref.path, "跟进", place))
                found.setdefault((event.key, place), _Promise(task, ref))
    return list(found.values())
