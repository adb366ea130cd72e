"""What only shows when files are laid side by side: one number twice, one child twice."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.checks.finding import Finding, Path
from liushou_cli.domain.checks.pairs import overloaded
from liushou_cli.domain.checks.same_child import same_child
from liushou_cli.domain.checks.subject import ActivitiesFile, ChildFile, contacts

DUPLICATE_HINT = (
    "是同一个孩子的，把内容并到一份，另一份移出 children；不是的，运行 liushou add-child 重新建一份"
)
_ID_HINT = "是同一次的，改成同一个日期；不是的，删掉其中一个号，再运行 liushou check --fix"


class Numbered(NamedTuple):
    """A record as it stands in one file."""

    number: str
    file: str
    path: Path
    on: date

    @property
    def said(self) -> str:
        return f"{self.on} 的{self.path[0]}"


def across(children: Sequence[ChildFile], activities: Iterable[ActivitiesFile]) -> Iterator[Finding]:
    """Every finding about several files at once, each at the later of the two."""
    yield from _one_id(children)
    yield from _one_record(children, activities)
    yield from same_child(children)
    yield from overloaded(children)


def _one_id(children: Sequence[ChildFile]) -> Iterator[Finding]:
    seen: dict[str, ChildFile] = {}
    # The file that bears its own number comes first: the other is the copy.
    for one in sorted(children, key=lambda one: one.name != f"{one.child.id}.yaml"):
        first = seen.setdefault(one.child.id, one)
        if first is not one:
            yield Finding(
                "duplicate-id",
                one.file,
                ("编号",),
                f"编号 {one.child.id} 与 {first.file} 相同",
                DUPLICATE_HINT,
            )


def _one_record(children: Sequence[ChildFile], activities: Iterable[ActivitiesFile]) -> Iterator[Finding]:
    """Siblings share the number of a record they were both in, and then its day and its list too."""
    seen: dict[str, Numbered] = {}
    for record in _records(children, activities):
        first = seen.setdefault(record.number, record)
        if first.file != record.file and first.said != record.said:
            message = f"号 {record.number} 在这里是 {record.said}，在 {first.file} 里是 {first.said}"
            yield Finding("record-differs", record.file, (*record.path, "号"), message, _ID_HINT)


def _records(children: Sequence[ChildFile], activities: Iterable[ActivitiesFile]) -> Iterator[Numbered]:
    for one in children:
        yield from (Numbered(rec.id, one.file, path, rec.on) for path, rec in contacts(one.child) if rec.id)
    for file in activities:
        for index, activity in enumerate(file.value.activities):
            if activity.id:
                yield Numbered(activity.id, file.file, ("活动", index), activity.on)
