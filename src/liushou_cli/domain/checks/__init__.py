"""What ``liushou check`` asks of records: named pure questions, and the table that explains them.

Bad data is a value: every question yields what it finds, with the path of the
place in the file; the caller turns paths into lines.
"""

from collections.abc import Iterator
from typing import Any

from liushou_cli.domain.base import Record
from liushou_cli.domain.checks import (
    activities,
    dates,
    incidents,
    numbers,
    pairs,
    people,
    pupils,
    records,
    settings,
    spells,
    status,
    stubs,
    terms,
)
from liushou_cli.domain.checks.across import DUPLICATE_HINT, across
from liushou_cli.domain.checks.finding import Check, Finding, Question, Said, ask
from liushou_cli.domain.checks.keys import unknown as unknown_keys
from liushou_cli.domain.checks.records import numbered
from liushou_cli.domain.checks.subject import (
    ActivitiesFile,
    ChildFile,
    ClassFile,
    HomesFile,
    SchoolFile,
    StubFile,
)
from liushou_cli.domain.checks.table import CHECKS

__all__ = [
    "CHECKS",
    "DUPLICATE_HINT",
    "ActivitiesFile",
    "Check",
    "ChildFile",
    "ClassFile",
    "Finding",
    "HomesFile",
    "SchoolFile",
    "StubFile",
    "across",
    "numbered",
    "of_activities",
    "of_child",
    "of_class",
    "of_homes",
    "of_school",
    "of_stub",
    "of_tree",
    "unknown_keys",
]


def _file_name(asked: ChildFile) -> Iterator[Said]:
    wanted = f"{asked.child.id}.yaml"
    if asked.name != wanted:
        hint = f"多出来的副本，对照后留一份；不是副本，就把文件改名为 {wanted}，或改正编号"
        yield Said(("编号",), f"文件名是 {asked.name}，编号写的是“{asked.child.id}”", hint)


_OF_CHILD: dict[str, tuple[Question, ...]] = {
    "file-name": (_file_name,),
    "id-shape": (records.odd_id,),
    "name": (people.odd_name,),
    "phone": (people.phone,),
    "id-number": (numbers.id_number, numbers.shared_id_number),
    "id-born": (numbers.id_born,),
    "id-gender": (numbers.id_gender,),
    "register-number": (numbers.register_number,),
    "kin-age": (people.kin_age,),
    "age": (people.age_for_stage,),
    "before-birth": (dates.before_birth,),
    "future": (dates.future,),
    "date-order": (dates.out_of_order, records.plan_dates),
    "outside-enrolment": (dates.outside_enrolment,),
    "spell": (spells.overlapping, spells.before_the_class, spells.open_elsewhere),
    "leave-reason": (spells.without_reason,),
    "status-unknown": (status.unknown,),
    "register-contradiction": (status.against_register,),
    "no-caregiver": (status.no_caregiver,),
    "contradiction": (status.caregiver_gone, status.met_the_dead, status.categories, status.schooling),
    "pair-twice": (pairs.twice,),
    "pair-kin": (pairs.of_kin,),
    "incident-report": (incidents.report_times,),
    "record-id": (records.missing_id,),
    "record-twice": (records.twice,),
    "record-again": (records.same_again,),
    "several-in-one": (records.several_in_one,),
    "empty-survey": (records.empty_survey,),
}
_OF_ACTIVITIES: dict[str, tuple[Question, ...]] = {
    "id-shape": (records.odd_id,),
    "future": (dates.activity_in_future,),
    "record-id": (records.missing_id,),
    "record-twice": (records.twice,),
    "several-in-one": (records.several_in_one,),
    "activity-file": (activities.file_name,),
    "activity-term": (activities.outside_term,),
    "activity-child": (activities.unknown_child, activities.odd_presence),
}
_OF_CLASS: dict[str, tuple[Question, ...]] = {
    "class-name": (settings.folder_name,),
    "pupils": (pupils.no_pupils, pupils.odd_pupils),
    "graduated": (settings.graduated,),
    "definition": (settings.unpractical_definition,),
}
_OF_SCHOOL: dict[str, tuple[Question, ...]] = {
    "term-dates": (terms.term_dates,),
    "preset": (settings.premature_preset,),
}
_OF_STUB: dict[str, tuple[Question, ...]] = {
    "moved": (stubs.file_name, stubs.no_place, stubs.returned),
}
_OF_HOMES: dict[str, tuple[Question, ...]] = {
    "future": (dates.room_in_future,),
}


def of_child(asked: ChildFile) -> Iterator[Finding]:
    yield from ask(_OF_CHILD, asked.file, asked)


def of_activities(asked: ActivitiesFile) -> Iterator[Finding]:
    yield from ask(_OF_ACTIVITIES, asked.file, asked)


def of_class(asked: ClassFile) -> Iterator[Finding]:
    """class.yaml: what it says of the class, and what it may say of the school."""
    yield from ask(_OF_CLASS, asked.file, asked)
    yield from of_school(SchoolFile(asked.file, asked.own, asked.today))


def of_school(asked: SchoolFile) -> Iterator[Finding]:
    yield from ask(_OF_SCHOOL, asked.file, asked)


def of_homes(asked: HomesFile) -> Iterator[Finding]:
    yield from ask(_OF_HOMES, asked.file, asked)


def of_stub(asked: StubFile) -> Iterator[Finding]:
    yield from ask(_OF_STUB, asked.file, asked)


def of_tree(file: str, model: type[Record], tree: Any) -> Iterator[Finding]:
    """Keys the format does not know; asked of the text's plain tree, so also of files the model refuses."""
    for said in unknown_keys(model, tree):
        # A full-width space at the start of a line is no indent: it becomes part of the key.
        name = "indent" if str(said.path[-1]).startswith("\u3000") else "unknown-key"
        yield Finding(name, file, *said)
