"""Times at which an incident is said to have been reported."""

from collections.abc import Iterator
from datetime import datetime

from liushou_cli.domain.checks.finding import Said, label
from liushou_cli.domain.checks.subject import ChildFile
from liushou_cli.domain.reporting import moment


def report_times(asked: ChildFile) -> Iterator[Said]:
    for place, incident in enumerate(asked.child.incidents):
        for number, report in enumerate(incident.reports):
            path = ("事件", place, "报告", number, "时间")
            if not report.when:
                continue
            try:
                when = moment(report)
            except ValueError:
                yield Said(path, f"{label(path)}写的是“{report.when[:20]}”，读不懂", "写成 2013-11-05 16:20")
                continue
            day = when.date() if isinstance(when, datetime) else when
            if day < incident.on:
                yield Said(path, f"{label(path)}是 {day}，早于事件的日期 {incident.on}", "改正其中一个日期")
            elif day > asked.today:
                yield Said(path, f"{label(path)}是 {day}，这一天还没有到", "改正时间")
