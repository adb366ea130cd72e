"""Two files that may be about one child: one number twice, or one birthday and nearly one name."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from liushou_cli.domain import id_numbers
from liushou_cli.domain.checks.finding import Finding
from liushou_cli.domain.checks.subject import ChildFile, contacts

_TWO_HINT = "是同一个孩子的，并成一份，另一份移出 children；是两个孩子的，两份都写上身份证号"
_NUMBER_HINT = "是同一个孩子的，并成一份，另一份移出 children；是两个孩子的，对照户口簿改正号码"


def same_child(children: Sequence[ChildFile]) -> Iterator[Finding]:
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
