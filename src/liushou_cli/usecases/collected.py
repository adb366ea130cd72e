"""Surveys that were answered on a telephone: all rows into the children's files, or none."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.entry import why_not
from liushou_cli.domain.form import CHILD as ORDER
from liushou_cli.domain.survey import Survey
from liushou_cli.domain.survey_form import CHILD, DAY, Answer, BadCell
from liushou_cli.errors import BadInput
from liushou_cli.store.chance import new_id
from liushou_cli.store.class_records import must_be_whole, read_child
from liushou_cli.store.edit import Append
from liushou_cli.store.finder import Found, find_one
from liushou_cli.store.layout import Records
from liushou_cli.store.opening import open_records
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.text_file import MAX_BYTES, read_bytes
from liushou_cli.store.transaction import Transaction


class Entered(NamedTuple):
    """``problems``, where there are any, are why nothing was written; ``before`` rows were entered earlier."""

    added: int
    before: int
    problems: tuple[BadCell, ...]
    saved: Saved | None


class _Meant(NamedTuple):
    child: Found
    file: Child
    answer: Answer


def content(file: Path) -> bytes:
    """The bytes of what a tool exported. Raises :class:`BadInput` for a file far too large."""
    found = read_bytes(file, _LARGEST)
    if len(found) > _LARGEST:
        raise BadInput(f"{file.name} 太大，不像普查的结果", "只导出这张表单的数据")
    return found


_LARGEST = 64 * MAX_BYTES


def enter_surveys(start: Path, answers: Sequence[Answer], today: date, on_wait: Waiting) -> Entered:
    """One transaction for all *answers*. A row that stands in the file already, word for word, is passed over."""
    records = open_records(start, on_wait)
    meant, problems = _children(records, answers)
    known = {one.child.row.id: list(one.file.surveys) for one in meant}
    new: list[tuple[_Meant, dict[str, object]]] = []
    before = 0
    for one in meant:
        record, others = _record(one), known[one.child.row.id]
        survey = Survey.model_validate(record)
        if any(_same(survey, other) for other in others):
            before += 1
        elif fault := _fault(one, survey, others, today):
            problems.append(fault)
        else:
            others.append(survey)
            new.append((one, record))
    if problems or not new:
        return Entered(0, before, tuple(problems), None)

    def stage(change: Transaction) -> None:
        for one, record in new:
            change.edit(one.child.folder.child_file(one.child.row.id), [Append(("普查",), record)], ORDER)

    ids = dict.fromkeys(one.child.row.id for one, _ in new)
    commit = any(one.child.facts.auto_commit for one, _ in new)
    saved = save(records, stage, f"普查：{' '.join(ids)}", commit=commit, on_wait=on_wait)
    return Entered(len(new), before, (), saved)


def _children(records: Records, answers: Sequence[Answer]) -> tuple[list[_Meant], list[BadCell]]:
    found, bad, read = list[_Meant](), list[BadCell](), dict[str, Child]()
    for answer in answers:
        try:
            child = find_one(records, answer.child)
        except BadInput as error:
            bad.append(BadCell(answer.cells[CHILD], error.message))
            continue
        if child.row.id != answer.child:  # it was taken for the spelling of a name
            bad.append(BadCell(answer.cells[CHILD], f"没有编号 {answer.child}"))
            continue
        if child.row.id not in read:
            loaded = read_child(child.folder, child.folder.child_file(child.row.id))
            must_be_whole(list(loaded.problems))
            assert loaded.value is not None  # noqa: S101  # no problems: it was read
            read[child.row.id] = loaded.value
        found.append(_Meant(child, read[child.row.id], answer))
    return found, bad


def _fault(one: _Meant, survey: Survey, others: Sequence[Survey], today: date) -> BadCell | None:
    reason = why_not(one.child.row, survey.on, today)
    if not reason and any(other.on == survey.on for other in others):
        reason = f"{one.child.row.name} {survey.on} 已经有一次普查，内容不同"
    return BadCell(one.answer.cells[DAY], reason) if reason else None


def _record(one: _Meant) -> dict[str, object]:
    said = one.answer.record()
    by = said.pop("登记人", "") or one.child.facts.teacher
    return {"号": new_id(), "日期": said.pop("日期"), **({"登记人": by} if by else {}), **said}


def _same(one: Survey, other: Survey) -> bool:
    return one.model_copy(update={"id": other.id}) == other
