"""What is due: the next contact of each rhythm, and promises not kept."""

from datetime import date
from typing import Any

import pytest

from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import DefinitionName
from liushou_cli.domain.definition import DEFINITIONS
from liushou_cli.domain.owed import Owed, owed
from liushou_cli.domain.population import ChildOnRoll, ClassRoll, population
from liushou_cli.domain.settings import ClassSettings, Settings
from liushou_cli.domain.term import Term


def _owed(today: date, asks: dict[str, str], **records: Any) -> list[Owed]:
    nothing = dict.fromkeys(("家访", "通话", "普查"), "不要求")
    own = ClassSettings.model_validate(
        {
            "格式": "1",
            "班级": "2012-2",
            "学段": "初中",
            "学期": {"2013-2": {"起": "2013-09-02", "止": "2014-01-17"}},
            "要求": nothing | asks,
        }
    )
    child = Child.model_validate(
        {
            "格式": "1",
            "编号": "4kx7qm",
            "姓名": "李小花",
            "性别": "女",
            "出生日期": "2001-05-12",
            "在班": [{"自": "2012-09-01"}],
            "父亲": {"行踪": [{"自": "2010-03", "状况": "外出务工"}]},
            **records,
        }
    )
    roll = ClassRoll("class.yaml", Settings(own=own), (ChildOnRoll("4kx7qm.yaml", child),), ())
    return owed(population([roll], Term(2013, 2), today, DEFINITIONS[DefinitionName.REGISTER]))


def _days(found: list[Owed]) -> list[tuple[str, date | None, date | None]]:
    return [(one.what, one.by, one.last) for one in found]


def test_a_visit_a_term_is_owed_until_the_terms_last_day() -> None:
    found = _owed(date(2013, 10, 12), {"家访": "每学期1次"})
    assert _days(found) == [("家访", date(2014, 1, 17), None)]
    assert not found[0].overdue(date(2013, 10, 12))


def test_what_was_done_is_no_longer_owed() -> None:
    assert _owed(date(2013, 10, 12), {"家访": "每学期1次"}, 家访=[{"日期": "2013-09-20"}]) == []


@pytest.mark.parametrize(
    ("today", "calls", "by"),
    [
        (date(2013, 9, 20), [], date(2013, 9, 30)),  # this month is still open
        (date(2013, 9, 20), ["2013-09-05"], None),
        (date(2013, 10, 12), ["2013-09-05"], date(2013, 10, 31)),
        (date(2013, 12, 10), ["2013-09-05"], date(2013, 10, 31)),  # silent since October: overdue since then
        (date(2013, 12, 10), ["2013-09-05", "2013-11-20"], date(2013, 12, 31)),  # October cannot be made good
    ],
)
def test_a_call_a_month(today: date, calls: list[str], by: date | None) -> None:
    found = _owed(today, {"通话": "每月1次"}, 通话=[{"日期": day} for day in calls])
    assert [one.by for one in found] == ([] if by is None else [by])
    assert all(one.overdue(today) == (by is not None and by < today) for one in found)


def test_every_thirty_days_counts_from_the_last_time() -> None:
    found = _owed(date(2013, 10, 12), {"谈心": "每30天1次"}, 谈心=[{"日期": "2013-09-20"}])
    assert _days(found) == [("谈心", date(2013, 10, 20), date(2013, 9, 20))]
    assert _days(_owed(date(2013, 9, 3), {"谈心": "每30天1次"})) == [("谈心", date(2013, 10, 1), None)]


def test_a_promise_is_owed_until_it_is_kept() -> None:
    task = {"事项": "配眼镜", "期限": "2013-11-01"}
    visits = [{"日期": "2013-10-12", "跟进": [task, {"事项": "寄书"}]}]
    found = _owed(date(2013, 11, 5), {}, 家访=visits)
    assert [(one.what, one.by, one.why, one.overdue(date(2013, 11, 5))) for one in found] == [
        ("配眼镜", date(2013, 11, 1), "2013-10-12家访时答应的", True),
        ("寄书", None, "2013-10-12家访时答应的", False),
    ]
    kept = [{"日期": "2013-10-12", "跟进": [{**task, "完成": "2013-10-28"}]}]
    assert _owed(date(2013, 11, 5), {}, 家访=kept) == []


def test_an_aim_of_a_plan_is_owed_until_it_is_reached() -> None:
    plan = {"学期": "2013-2", "目标": "按时交作业", "期限": "2013-11-01"}
    found = _owed(date(2013, 11, 5), {}, 帮扶计划=[plan, {"学期": "2013-2", "目标": "没有期限"}])
    assert [(one.kind, one.what, one.by, one.why) for one in found] == [
        ("帮扶计划", "按时交作业", date(2013, 11, 1), "帮扶计划的期限")
    ]
    assert _owed(date(2013, 11, 5), {}, 帮扶计划=[{**plan, "完成": "2013-10-30"}]) == []


def test_a_level_asks_its_own_and_says_so() -> None:
    asks: Any = {"家访": "每学期1次", "重点": {"家访": "每30天1次"}}
    levels = [{"自": "2013-09-02", "等级": "普通"}, {"自": "2013-10-16", "等级": "重点"}]
    visits = [{"日期": "2013-10-10"}]
    found = _owed(date(2013, 10, 20), asks, 关注等级=levels, 家访=visits)
    assert [(one.what, one.since, one.by, one.why, one.last) for one in found] == [
        ("家访", date(2013, 10, 16), date(2013, 11, 14), "重点每30天1次", date(2013, 10, 10))
    ]
    assert _owed(date(2013, 10, 15), asks, 关注等级=levels, 家访=visits) == []


@pytest.mark.parametrize(("calls", "by"), [([], date(2013, 10, 31)), (["2013-10-18"], None)])
def test_the_month_a_level_rises_in_is_asked_the_less(calls: list[str], by: date | None) -> None:
    asks: Any = {"通话": "每月1次", "重点": {"通话": "每月2次"}}
    levels = [{"自": "2013-10-16", "等级": "重点"}]
    done = [{"日期": day} for day in ["2013-09-10", *calls]]
    found = _owed(date(2013, 10, 20), asks, 关注等级=levels, 通话=done)
    assert [one.by for one in found] == ([by] if by else [])


def test_each_pairing_owes_its_own_contact() -> None:
    pairings = [{"姓名": name, "身份": "帮扶教师", "自": "2013-09-10"} for name in ("李伟", "何雪梅")]
    talks = [{"日期": "2013-10-05", "谈心人": ["李伟"]}]
    found = _owed(date(2013, 10, 12), {"结对联系": "每月1次"}, 结对=pairings, 谈心=talks)
    assert [(one.what, one.by, one.kind) for one in found] == [
        ("何雪梅结对联系", date(2013, 10, 31), "结对联系")
    ]
