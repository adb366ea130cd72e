"""Enter that an incident was reported, to whom and when; say what is still to be done about it."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.followup import Incident, Report
from liushou_cli.domain.form import CHILD
from liushou_cli.domain.reporting import moment, outstanding, rules
from liushou_cli.errors import BadInput
from liushou_cli.store.edit import Append
from liushou_cli.store.finder import find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.same_record import holdings, whole_child
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction
from liushou_cli.store.yaml_text import Path as Place


class Reported(NamedTuple):
    """``unreported`` are those to whom no report is on record; ``rules`` what was in force on the day."""

    name: str
    on: date
    unreported: list[str]
    rules: list[str]
    saved: Saved


def report_incident(
    start: Path, query: str, on: date | None, reports: Sequence[dict[str, str]], today: date, on_wait: Waiting
) -> Reported:
    """Add *reports* (对象, 时间) to the child's incident of the day *on*; to the only one where None.

    Siblings who share the incident get them too. Raises :class:`BadInput` with nothing written.
    """
    records = open_records(start, on_wait)
    found = find_one(records, query)
    place, incident = _meant(whole_child(found), on)
    possible(reports, incident.on, today)
    files: dict[Path, Place] = {found.folder.child_file(found.row.id): ("事件", place)}
    files |= {one.file: one.place for one in holdings(records, "事件", incident.id, found.row.id)}

    def stage(change: Transaction) -> None:
        for file, where in files.items():
            change.edit(file, [Append((*where, "报告"), one) for one in reports], CHILD)

    message = f"事件报告：{found.row.id}（{incident.on}）"
    saved = save(records, stage, message, commit=found.facts.auto_commit, on_wait=on_wait)
    now = incident.model_copy(
        update={"reports": (*incident.reports, *(Report.model_validate(one) for one in reports))}
    )
    return Reported(found.row.name, incident.on, outstanding(now), rules(incident.on), saved)


def still_to_do(record: dict[str, Any], on: date) -> tuple[list[str], list[str]]:
    """(to whom an incident just logged is not yet reported, what was in force on its day)"""
    return outstanding(Incident.model_validate(record)), rules(on)


def possible(reports: Sequence[dict[str, str]], on: date, today: date) -> None:
    """Raises :class:`BadInput` for a report before the incident, after today, or at no time at all."""
    for one in reports:
        try:
            when = moment(Report.model_validate(one))
        except ValueError:
            raise BadInput(
                f"--report 的时间写的是“{one['时间']}”", "写成 公安@2013-11-05 16:20，只知道哪天的写日期"
            ) from None
        day = when.date() if isinstance(when, datetime) else when
        if not on <= day <= today:
            wrong = f"早于事件的日期 {on}" if day < on else f"还没有到（今天是 {today}）"
            raise BadInput(f"报告{one['对象']}的时间 {one['时间']} {wrong}", "检查日期")


def _meant(child: Child, on: date | None) -> tuple[int, Incident]:
    there = [(place, one) for place, one in enumerate(child.incidents) if on is None or one.on == on]
    if len(there) == 1:
        return there[0]
    if not there:
        said = f"在 {on} 没有事件记录" if on else "没有事件记录"
        raise BadInput(f"{child.name}{said}", "先用 liushou log-incident 记下这件事")
    days = "、".join(dict.fromkeys(one.on.isoformat() for _, one in there))
    raise BadInput(
        f"{child.name}的事件不止一件：{days}", "用 --on 写明是哪一天的；同一天有两件的，用记事本添"
    )
