"""Whom to ring, at what number."""

from typing import Any

import pytest

from liushou_cli.domain.owed import owed
from liushou_cli.domain.tonight import Ring, numbers, rings
from tests.builders import child, counted, day, roll

TODAY = day("2013-09-20")
RUNG = {"日期": "2013-09-05", "类型": "教师联系家长"}


def tonight(*children: Any) -> list[Ring]:
    return rings(owed(counted(roll(*children), on="2013-09-20")), TODAY)


@pytest.mark.parametrize(
    ("records", "why"),
    [
        ({}, ["通话"]),
        ({"通话": [RUNG]}, []),
        ({"通话": [{**RUNG, "跟进": [{"事项": "打电话问补助", "期限": "2013-09-25"}]}]}, ["打电话问补助"]),
        ({"通话": [{**RUNG, "跟进": [{"事项": "配眼镜"}]}]}, []),
        ({"通话": [RUNG], "事件": [{"日期": "2013-09-06", "跟进": [{"事项": "联系派出所"}]}]}, []),
    ],
)
def test_calls_that_are_due_and_promises_a_call_can_keep(records: dict[str, Any], why: list[str]) -> None:
    assert [[entry.what for entry in ring.why] for ring in tonight(child(**records))] == (
        [why] if why else []
    )


def test_the_numbers_of_those_who_can_be_reached() -> None:
    father = {"姓名": "李强", "电话": "13800001234", "行踪": [{"自": "2010-03", "状况": "外出务工"}]}
    mother = {"姓名": "王芳", "电话": "13800005678", "行踪": [{"自": "2012-03", "状况": "服刑"}]}
    carers = [
        {"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", "电话": "13800004321"},
        {"姓名": "李大山", "关系": "爷爷", "自": "2010-03"},
        {"姓名": "李明", "关系": "叔叔", "自": "2010-03", "至": "2012-03", "电话": "13800009999"},
        {"姓名": "李强", "关系": "父亲", "自": "2013-09-01", "电话": "13800001234"},
    ]
    found = numbers(child(父亲=father, 母亲=mother, 照护人=carers), TODAY)
    assert [tuple(number) for number in found] == [
        ("奶奶", "王桂兰", "13800004321"),
        ("父亲", "李强", "13800001234"),
    ]


def test_tries_since_the_last_call_that_got_through() -> None:
    missed = [{"日期": f"2013-08-{date}", "对象": ["父亲"], "结果": "未接通"} for date in ("01", "20")]
    calls = [missed[1], {"日期": "2013-08-10", "类型": "教师联系家长"}, missed[0]]
    (ring,) = tonight(child(通话=calls))
    assert [str(call.on) for call in ring.missed] == ["2013-08-20"]
