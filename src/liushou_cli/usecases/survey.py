"""Put a survey's answers in a child's file, and say who has not been asked yet."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from liushou_cli.domain.days import parse_day
from liushou_cli.domain.entry import why_not
from liushou_cli.domain.form import CHILD
from liushou_cli.domain.survey import ASPECTS, Survey
from liushou_cli.errors import BadInput
from liushou_cli.store import index
from liushou_cli.store.chance import new_id
from liushou_cli.store.edit import Append
from liushou_cli.store.finder import find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.refusals import refusal
from liushou_cli.store.same_record import whole_child
from liushou_cli.store.saving import Saved, Waiting, save


class Surveyed(NamedTuple):
    name: str
    record: dict[str, Any]
    saved: Saved


class Unasked(NamedTuple):
    """A child of the round who has no survey in the term yet."""

    id: str
    name: str


def unasked(start: Path, on: date) -> list[Unasked]:
    """The left-behind children of the day *on* without a survey in its term, by name."""
    found = []
    for folder in open_records(start).classes:
        roster = index.roster(folder)
        span = roster.facts.span(roster.facts.term_of(on))
        for row in roster.rows:
            asked = any(day in span for day in row.surveys)
            if row.enrolled_on(on) and row.left_behind_on(on) and not asked:
                found.append(Unasked(row.id, row.name))
    return sorted(found, key=lambda one: one.name)


def last_ratings(start: Path, query: str, on: date) -> dict[str, str]:
    """学习 -> ``需关注，2013-09-10``: what the last survey up to *on* that asked an aspect said of it."""
    child = whole_child(find_one(open_records(start), query))
    before = sorted((one for one in child.surveys if one.on <= on), key=lambda one: one.on)
    return {label: f"{aspect.rating}，{one.on}" for one in before for label, aspect in one.aspects()}


def add_survey(
    start: Path,
    query: str,
    on: str,
    by: str,
    aspects: Mapping[str, Mapping[str, Any]],
    note: str,
    today: date,
    on_wait: Waiting,
) -> Surveyed:
    """One survey of one child. *aspects* maps 学习, 生活 ... to 评定, 情况, 需求.

    Raises :class:`BadInput` before anything is written.
    """
    records = open_records(start, on_wait)
    child = find_one(records, query)
    answers = {label: aspects[label] for label in ASPECTS if aspects.get(label)}
    record = {"号": new_id(), "日期": on, "登记人": by or child.facts.teacher, **answers, "说明": note}
    record = {key: value for key, value in record.items() if value}
    _validate(record)
    if not answers:
        raise BadInput("五方面一项也没有填", "至少填一项，如 --study 较好")
    if reason := why_not(child.row, parse_day(on), today):
        raise BadInput(reason, "检查日期和孩子")
    file = child.folder.child_file(child.row.id)
    saved = save(
        records, lambda change: change.edit(file, [Append(("普查",), record)], CHILD), f"普查：{child.row.id}（{on}）",
        commit=child.facts.auto_commit, on_wait=on_wait,
    )  # fmt: skip
    index.entered(child.folder, child.row.id, "surveys", parse_day(on), saved.contents[file])
    return Surveyed(child.row.name, record, saved)


def _validate(record: dict[str, Any]) -> None:
    try:
        Survey.model_validate(record)
    except ValidationError as error:
        message, hint = refusal(error)
        raise BadInput(message, hint) from None
