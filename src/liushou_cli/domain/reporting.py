"""To whom an incident must be reported, to whom it was, and which rule says so.

Whoever works in a school and learns that a child is hurt, may be hurt or is in
danger reports at once (强制报告). Which law may be cited depends on the day: see
:mod:`liushou_cli.domain.citations`.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime

from liushou_cli.domain.citations import Topic, citable
from liushou_cli.domain.days import parse_day
from liushou_cli.domain.followup import Incident, Report

# Whom to tell, in the order of the paper; and the words by which teachers call them.
RECIPIENTS = {
    "学校": ("学校", "校长", "德育", "年级组", "教导", "政教"),
    "公安": ("公安", "派出所", "警", "110", "刑警"),
    "教育部门": ("教育", "教体", "中心校", "教办"),
    "监护人": ("监护人", "照护人", "家长", "父", "母", "爸", "妈", "爷爷", "奶奶", "外公", "外婆"),
}
PLAIN_DUTY = "学校里的人知道了这样的事，马上报告学校；孩子有危险的，先打 110"


def outstanding(incident: Incident) -> list[str]:
    """Those of the recipients to whom no report is on record."""
    told = [report.to for report in incident.reports]
    return [name for name, words in RECIPIENTS.items() if not _any(told, words)]


def rules(day: date) -> list[str]:
    """What was in force on *day* about reporting, the latest first, in a sentence each; none before there was any."""
    return [
        f"《{one.title}》{f'（{one.number}）' if one.number else ''}{one.article}：{one.asks}"
        for one in reversed(list(citable(Topic.REPORTING, day)))
    ]


def moment(report: Report) -> datetime | date:
    """``2013-11-05 16:20`` as a moment, ``2013-11-05`` as a day. Raises ``ValueError`` for anything else."""
    if found := re.fullmatch(r"(\S+) ([01]?\d|2[0-3])[:：]([0-5]\d)", report.when.strip(), re.ASCII):
        on = parse_day(found[1])
        return datetime(on.year, on.month, on.day, int(found[2]), int(found[3]))  # noqa: DTZ001  # a wall clock's
    return parse_day(report.when)


def reported_by(incident: Incident, day: date) -> Incident:
    """The incident as it stood on *day*: reports made later were not yet; what cannot be read is kept."""
    return incident.model_copy(update={"reports": tuple(one for one in incident.reports if _day(one) <= day)})


def _day(report: Report) -> date:
    try:
        when = moment(report)
    except ValueError:
        return date.min
    return when.date() if isinstance(when, datetime) else when


def _any(told: Iterable[str], words: Iterable[str]) -> bool:
    return any(word in name for name in told for word in words)
