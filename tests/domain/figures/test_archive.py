"""Files counted by hand: what they hold and what they lack."""

from typing import Any

import pytest

from liushou_cli.domain.figures.archive import lacking
from tests.builders import AWAY, HOME, child, counted, roll, values

FULL: dict[str, Any] = {
    "父亲": {**AWAY, "电话": "13800000001"},
    "照护人": [{"姓名": "王芳", "关系": "母亲", "自": "2010-03", "电话": "13800000002"}],
    "现住址": "上溪村",
    "知情同意": {"日期": "2013-09-05", "同意人": "母亲"},
    "监护情况": [{"日期": "2013-09-10", "评定": "较好"}],
    "关注等级": [{"自": "2013-09-10", "等级": "普通"}],
    "普查": [{"日期": "2013-09-10"}],
}


def lacks(**changes: Any) -> list[str]:
    people = counted(roll(child(**{**FULL, **changes})))
    return lacking(people.counted[0], people)


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, []),
        ({"母亲": {"姓名": "王芳"}}, ["父母去向"]),
        ({"父亲": AWAY}, ["父母电话"]),
        ({"照护人": None}, ["照护人", "照护人电话"]),
        ({"现住址": None}, ["住址"]),
        ({"现住址": None, "村组": "上溪村三组"}, []),
        ({"知情同意": {"日期": "2013-09-05", "撤回": "2013-12-01"}}, ["知情同意"]),
        ({"知情同意": {"日期": "2013-09-05", "至": "2013-12-31"}}, ["知情同意"]),
        ({"知情同意": {"日期": "2014-03-05"}}, ["知情同意"]),
        ({"监护情况": None, "关注等级": None}, ["监护评定", "关注等级"]),
        ({"普查": [{"日期": "2013-03-10"}]}, ["本学期普查"]),
    ],
)
def test_what_is_missing(changes: dict[str, Any], missing: list[str]) -> None:
    assert lacks(**changes) == missing


def test_files_of_those_in_class_and_of_those_who_left() -> None:
    left = [{"自": "2012-09-01", "至": "2013-10-01", "原因": "转学"}]
    later = [{"自": "2014-03-01"}]
    found = values(roll(child(**FULL), child(父亲=HOME), child(在班=left), child(在班=later)))
    kept = ("档案份数", "建档", "非留守档案", "离班档案", "齐全档案", "本学期有记录档案")
    assert [found[name] for name in kept] == [3, 1, 1, 1, 1, 1]
