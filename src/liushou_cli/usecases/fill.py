"""The children that a form somebody else made is filled with, and what its labels were said to mean."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.blanks.case import Case
from liushou_cli.domain.blanks.subject import Subject, subject
from liushou_cli.domain.definition import status_on
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.population import Member, Population
from liushou_cli.errors import BadInput
from liushou_cli.store import index, mappings
from liushou_cli.store.class_records import ClassRecords, must_be_whole, read_class
from liushou_cli.store.counting import counted
from liushou_cli.store.finder import find
from liushou_cli.store.layout import Records
from liushou_cli.store.opening import open_records
from liushou_cli.store.saving import Saved, Waiting, save


class Wanted(NamedTuple):
    """Whom the form is about: those named, *everyone* in class, else the left-behind on ``as_of`` (today).

    ``aged_on`` is the day to which the form counts ages, None for ``as_of``; ``to`` who is given it, "" anybody.
    """

    children: tuple[str, ...] = ()
    everyone: bool = False
    as_of: date | None = None
    aged_on: date | None = None
    mask: Mask = Mask.NONE
    to: str = ""


class Found(NamedTuple):
    """``subjects`` in the order of a roll: class by class, by pinyin. ``names`` by 编号, for talk alone."""

    subjects: tuple[Subject, ...]
    names: dict[str, str]
    wanted: Wanted

    def withheld(self, fields: Sequence[str]) -> list[tuple[str, str, bool]]:
        """(编号, what, whether it is kept out) of all that must be kept from somebody and that *fields* tell."""
        return [
            (one.id, what, kept)
            for one in self.subjects
            for what, kept in one.withheld(fields, self.wanted.to)
        ]


def subjects(start: Path, wanted: Wanted, today: date) -> Found:
    """Raises :class:`BadInput` for days and children that do not fit, ``Damaged`` for files that cannot be read."""
    records = open_records(start)
    classes = [read_class(folder) for folder in records.classes]
    must_be_whole([problem for one in classes for problem in one.problems()])
    on = wanted.as_of or today
    if on > today:
        raise BadInput(f"截止日期 {on} 还没有到（今天是 {today}）", "换一个日期")
    people = _people(classes, on)
    chosen = _in_order(records, _chosen(records, people, wanted))
    found = [
        subject(
            Case(member, number, on, wanted.aged_on or on, today, member.roll.settings.term_of(on)),
            wanted.mask,
            wanted.to,
        )
        for number, member in enumerate(chosen, 1)
    ]
    return Found(tuple(found), {one.id: one.truth.member.child.name for one in found}, wanted)


def recalled(start: Path, form: str) -> dict[str, str]:
    """Label to field as said before: for this form, else for any roster."""
    records = open_records(start)
    return mappings.remembered(records) | mappings.remembered(records, form)


def remember(start: Path, form: str, said: Mapping[str, str], on_wait: Waiting) -> Saved:
    """Keep what a person said the labels of *form* mean, for the next time."""
    records = open_records(start, on_wait)
    commit = any(index.roster(folder).facts.auto_commit for folder in records.classes)
    return save(
        records,
        lambda change: mappings.remember(change, records, said, form),
        f"记下别人的表里 {len(said)} 处填什么",
        commit=commit,
        on_wait=on_wait,
    )


def _people(classes: list[ClassRecords], on: date) -> Population:
    if not classes:
        raise BadInput("这里一个班也没有", "用 liushou init 新建")
    term = classes[0].settings.term_of(on)
    return counted(
        [one.roll() for one in classes], term, on, apart="在 school.yaml 里统一口径，或用 -C 指明一个班"
    )


def _chosen(records: Records, people: Population, wanted: Wanted) -> tuple[Member, ...]:
    if not wanted.children:
        return people.enrolled if wanted.everyone else people.counted
    files = {one.file for one in find(records, wanted.children)}
    found = tuple(
        Member(file, child, status_on(child, people.rule, people.as_of), roll)
        for roll in people.rolls
        for file, child in roll.children
        if file in files
    )
    if len(found) < len(files):
        raise BadInput("有的孩子不在这个班", "到他的班里填，或在学校的文件夹里填")
    return found


def _in_order(records: Records, members: Sequence[Member]) -> list[Member]:
    rows = [row for folder in records.classes for row in index.roster(folder).rows]
    spelt = {row.id: row.pinyin for row in rows}
    return sorted(members, key=lambda one: (one.roll.file, spelt.get(one.child.id, ""), one.child.id))
