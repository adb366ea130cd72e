"""To whom an incident was reported, and which rule of its day says that it must be."""

from datetime import date, datetime
from typing import Any

import pytest

from liushou_cli.domain.followup import Incident, Report
from liushou_cli.domain.reporting import moment, outstanding, reported_by, rules


def incident(*reports: tuple[str, str]) -> Incident:
    told: list[dict[str, Any]] = [{"对象": to, "时间": when} for to, when in reports]
    return Incident.model_validate({"日期": "2013-11-05", "报告": told})


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ([], ["学校", "公安", "教育部门", "监护人"]),
        (["公安", "学校"], ["教育部门", "监护人"]),
        (["新溪镇派出所民警", "校长", "县教育局", "孩子的父亲"], []),
        (["奶奶", "110"], ["学校", "教育部门"]),
        (["村委会"], ["学校", "公安", "教育部门", "监护人"]),
    ],
)
def test_who_has_not_been_told(told: list[str], left: list[str]) -> None:
    assert outstanding(incident(*((to, "2013-11-05") for to in told))) == left


def test_no_rule_is_cited_before_it_was_there() -> None:
    assert rules(date(2013, 11, 5)) == []
    assert [said[:20] for said in rules(date(2021, 5, 31))] == [
        "《关于建立侵害未成年人案件强制报告制度的",
        "《国务院关于加强农村留守儿童关爱保护工作",
    ]
    assert rules(date(2021, 6, 1))[0] == (
        "《中华人民共和国未成年人保护法》第十一条：发现未成年人身心健康受到侵害或面临危险的，立即报告"
    )


def test_a_moment_and_a_day() -> None:
    when = [
        moment(Report.model_validate({"对象": "公安", "时间": text}))
        for text in ("2013-11-05 16:20", "2013年11月5日")
    ]
    assert when == [datetime(2013, 11, 5, 16, 20), date(2013, 11, 5)]  # noqa: DTZ001


@pytest.mark.parametrize(
    "text", ["", "下午", "2013-11-05 下午", "2013-11-05 25:00", "2013-13-05 16:20", "16:20"]
)
def test_no_moment_at_all(text: str) -> None:
    with pytest.raises(ValueError, match="“"):
        moment(Report.model_validate({"对象": "公安", "时间": text}))


def test_a_report_of_tomorrow_is_not_known_today() -> None:
    found = reported_by(
        incident(("学校", "2013-11-05 16:20"), ("公安", "2013-11-06"), ("奶奶", "当天")), date(2013, 11, 5)
    )
    assert [one.to for one in found.reports] == ["学校", "奶奶"]
