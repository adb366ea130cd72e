"""How long nobody has been in touch."""

from typing import Any

import pytest

from liushou_cli.domain.gaps import gaps
from liushou_cli.domain.owed import owed
from tests.builders import child, counted, day, roll


def told(*children: Any, on: str = "2013-12-20") -> list[tuple[int | None, str, str]]:
    people = counted(roll(*children), on=on)
    return [
        (gap.days(day(on)), gap.what, gap.next.what if gap.next else "") for gap in gaps(people, owed(people))
    ]


@pytest.mark.parametrize(
    ("records", "days", "what"),
    [
        ({}, None, ""),
        ({"家访": [{"日期": "2013-12-10"}]}, 10, "家访"),
        ({"家访": [{"日期": "2013-12-10"}], "谈心": [{"日期": "2013-12-18"}]}, 2, "谈心"),
        ({"通话": [{"日期": "2013-12-18", "结果": "未接通"}]}, None, ""),
        ({"通话": [{"日期": "2013-12-18", "类型": "亲情通话"}]}, 2, "亲情通话"),
        ({"通话": [{"日期": "2013-12-18", "类型": "亲情通话", "方式": "书信"}]}, 2, "书信"),
        ({"帮扶": [{"日期": "2013-12-18"}]}, 2, "帮扶"),
        ({"矛盾调解": [{"日期": "2013-12-18"}]}, 2, "矛盾调解"),
        ({"家访": [{"日期": "2012-12-20"}]}, 365, "家访"),
        ({"家访": [{"日期": "2013-12-25"}]}, None, ""),
        ({"普查": [{"日期": "2013-12-18"}], "事件": [{"日期": "2013-12-18"}]}, None, ""),
    ],
)
def test_the_last_contact_of_any_kind(records: dict[str, Any], days: int | None, what: str) -> None:
    assert told(child(**records))[0][:2] == (days, what)


def test_the_most_silent_first_each_with_what_lapses_next() -> None:
    visited = child(家访=[{"日期": "2013-12-10", "跟进": [{"事项": "送书", "期限": "2013-12-21"}]}])
    rung = child(通话=[{"日期": f"2013-{month}-05"} for month in ("09", "10", "11", "12")])
    done = child(
        家访=[{"日期": "2013-12-19"}], 普查=[{"日期": "2013-09-10"}],
        通话=[{"日期": f"2013-{month}-05"} for month in ("09", "10", "11", "12")],
    )  # fmt: skip
    assert told(done, visited, rung, child()) == [
        (None, "", "通话"), (15, "通话", "家访"), (10, "家访", "通话"), (1, "家访", ""),
    ]  # fmt: skip
