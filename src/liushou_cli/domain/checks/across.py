"""What only shows when files are laid side by side: one number twice, one child twice."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from liushou_cli.domain import id_numbers
from liushou_cli.domain.checks.finding import Finding, Path
from liushou_cli.domain.checks.pairs import overloaded
from liushou_cli.domain.checks.subject import ActivitiesFile, ChildFile, contacts

_TWO_HINT = "是同一个孩子的，并成一份，另一份移出 children；是两个孩子的，两份都写上身份证号"
DUPLICATE_HINT = (
    "是同一个孩子的，把内容并到一份，另一份移出 children；不是的，运行 liushou add-child 重新建一份"
)
_NUMBER_HINT = "是同一个孩子的，并成一份，另一份移出 children；是两个孩子的，对照户口簿改正号码"
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
    yield from _one_child(children)
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


def _one_child(children: Sequence[ChildFile]) -> Iterator[Finding]:
    told = set()
    for name, first, second in _same_number(children):
        if (first.file, second.file) not in told:
            message = f"{name}与 {first.file} 的孩子相同"
            yield Finding("duplicate-child", second.file, (name,), message, _NUMBER_HINT)
        told.add((first.file, second.file))
    for first, second in _pairs_by(children, lambda one: one.child.born):
        if (first.file, second.file) not in told and (why := _alike(first, second)):
            message = f"{why}，与 {first.file} 像是同一个孩子"
            yield Finding("duplicate-child", second.file, ("姓名",), message, _TWO_HINT)


def _same_number(children: Sequence[ChildFile]) -> Iterator[tuple[str, ChildFile, ChildFile]]:
    for first, second in _pairs_by(children, lambda one: one.child.id_number.upper()):
        yield "身份证号", first, second
    for first, second in _pairs_by(children, lambda one: one.child.register_number.upper()):
        yield "学籍号", first, second


def _pairs_by(
    children: Sequence[ChildFile], key: Callable[[ChildFile], object]
) -> Iterator[tuple[ChildFile, ChildFile]]:
    """Pairs that share a *key* that is not empty; two files with one 编号 are named already."""
    groups: dict[object, list[ChildFile]] = defaultdict(list)
    for one in children:
        if key(one):
            groups[key(one)].append(one)
    for group in groups.values():
        for first, second in combinations(group, 2):
            if first.child.id != second.child.id:
                yield first, second


def _alike(first: ChildFile, second: ChildFile) -> str:
    """Why two children born on one day may be one, "" where they are surely two."""
    one, two = first.child, second.child
    numbers = {one.id_number, two.id_number} - {""}
    if len(numbers) == 2 and not any(map(id_numbers.fault, numbers)):
        return ""
    if "".join(one.name.split()) == "".join(two.name.split()):
        return "姓名和出生日期都相同"
    if one.gender is not two.gender or _met_together(first, second):  # twins
        return ""
    return (
        f"出生日期相同，姓名只差一个字（{two.name}、{one.name}）"
        if one_step_apart(one.name, two.name)
        else ""
    )


def _met_together(first: ChildFile, second: ChildFile) -> bool:
    one, two = ({rec.id for _, rec in contacts(file.child) if rec.id} for file in (first, second))
    return not one.isdisjoint(two)


def one_step_apart(one: str, two: str) -> bool:
    """Whether one character put in, left out or exchanged makes *one* into *two*, of three or more."""
    if len(one) > len(two):
        one, two = two, one
    if len(two) - len(one) > 1 or len(two) < 3 or one == two:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))
    return one[same + (len(one) == len(two)) :] == two[same + 1 :]
