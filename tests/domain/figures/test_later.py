"""Records a report must not see change none of its figures: later ones, earlier ones, ones of a child not there."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from liushou_cli.domain.child import Child
from liushou_cli.domain.population import ChildOnRoll, ClassRoll
from tests.builders import FIRST, LAST, child, roll, values
from tests.domain.strategies import RECORDS, rolls

RECORD: dict[str, dict[str, Any]] = {
    "普查": {"学习": {"评定": "紧急", "需求": ["课外辅导"]}},
    "家访": {"性质": "定期", "跟进": [{"事项": "配眼镜", "期限": "2013-10-01"}]},
    "通话": {"类型": "教师联系家长"},
    "谈心": {},
    "帮扶": {"类别": "资金", "金额": "500"},
    "矛盾调解": {"结果": "已化解"},
    "事件": {"类别": "其他"},
}
ENTRY: dict[str, dict[str, Any]] = {
    "监护情况": {"评定": "差"},
    "关注等级": {"等级": "紧急"},
    "结对": {"姓名": "陈刚", "身份": "代理家长"},
    "照护人": {"姓名": "李秀英", "关系": "姑姑", "委托书": "有"},
}
assert set(RECORD) == set(RECORDS)


def changed(one: ClassRoll, which: int, **lists: Any) -> ClassRoll:
    """*one* with entries added to the lists of its child number *which*."""
    file, old = one.children[which]
    tree = old.model_dump(by_alias=True, exclude_none=True, mode="json")
    for key, entry in lists.items():
        tree[key] = [*tree.get(key, ()), entry]
    children = list(one.children)
    children[which] = ChildOnRoll(file, Child.model_validate(tree))
    return one._replace(children=tuple(children))


picks = st.data()
kinds = st.sampled_from(sorted(RECORD))
as_of = st.dates(FIRST, LAST)


@given(rolls(1), as_of, kinds, st.integers(1, 400), picks)
def test_a_record_after_the_day(one: ClassRoll, on: date, kind: str, later: int, data: st.DataObject) -> None:
    which = data.draw(st.integers(0, len(one.children) - 1))
    record = {"日期": str(on + timedelta(days=later)), "号": "aaaaa1", **RECORD[kind]}
    assert values(changed(one, which, **{kind: record}), on=str(on)) == values(one, on=str(on))


@given(rolls(1), as_of, kinds, st.integers(1, 400), picks)
def test_a_record_before_the_term(
    one: ClassRoll, on: date, kind: str, before: int, data: st.DataObject
) -> None:
    which = data.draw(st.integers(0, len(one.children) - 1))
    record = {"日期": str(FIRST - timedelta(days=before)), "号": "aaaaa1", **RECORD[kind]}
    assert values(changed(one, which, **{kind: record}), on=str(on)) == values(one, on=str(on))


@given(rolls(1), as_of, kinds, st.dates(FIRST, LAST), picks)
def test_a_record_of_a_child_who_was_not_in_the_class(
    one: ClassRoll, on: date, kind: str, day: date, data: st.DataObject
) -> None:
    which = data.draw(st.integers(0, len(one.children) - 1))
    assume(not one.children[which].child.enrolled_on(day))
    record = {"日期": str(day), "号": "bbbbb1", **RECORD[kind]}
    assert values(changed(one, which, **{kind: record}), on=str(on)) == values(one, on=str(on))


@given(rolls(1), as_of, st.sampled_from(sorted(ENTRY)), st.integers(1, 400), picks)
def test_a_dated_entry_after_the_day(
    one: ClassRoll, on: date, key: str, later: int, data: st.DataObject
) -> None:
    which = data.draw(st.integers(0, len(one.children) - 1))
    since = "日期" if key == "监护情况" else "自"
    entry = {since: str(on + timedelta(days=later)), **ENTRY[key]}
    assert values(changed(one, which, **{key: entry}), on=str(on)) == values(one, on=str(on))


@given(rolls(1), as_of, st.sampled_from(["外出务工", "在家", "去世"]), st.integers(1, 400), picks)
def test_whereabouts_after_the_day(
    one: ClassRoll, on: date, state: str, later: int, data: st.DataObject
) -> None:
    which = data.draw(st.integers(0, len(one.children) - 1))
    file, old = one.children[which]
    tree = old.model_dump(by_alias=True, exclude_none=True, mode="json")
    tree["母亲"]["行踪"] = [*tree["母亲"]["行踪"], {"自": str(on + timedelta(days=later)), "状况": state}]
    children = list(one.children)
    children[which] = ChildOnRoll(file, Child.model_validate(tree))
    assert values(one._replace(children=tuple(children)), on=str(on)) == values(one, on=str(on))


@pytest.mark.parametrize("on", ["2013-11-29", "2013-10-01"])
def test_leaving_later_does_not_rewrite_an_earlier_report(on: str) -> None:
    stays, leaves = (
        child(在班=[{"自": "2012-09-01", **end}], 家访=[{"日期": "2013-09-20"}])
        for end in ({}, {"至": "2013-11-30", "原因": "转学"})
    )
    assert values(roll(leaves), on=on) == values(roll(stays), on=on)


def test_an_activity_outside_the_term_or_after_the_day() -> None:
    held = {"类别": "班会", "参加": "全体", "监护人到会": "20"}
    for day in ("2013-08-31", "2013-12-31"):
        assert values(roll(child(), activities=[{"日期": day, **held}]), on="2013-12-30") == values(
            roll(child()), on="2013-12-30"
        )


def test_a_promise_kept_later_was_open_on_the_day() -> None:
    def with_task(**task: str) -> ClassRoll:
        return roll(
            child(家访=[{"日期": "2013-10-12", "跟进": [{"事项": "配眼镜", "期限": "2013-11-01", **task}]}])
        )

    open_, kept = with_task(), with_task(完成="2013-11-20")
    assert values(kept, on="2013-11-19") == values(open_, on="2013-11-19")
    assert [values(kept, on="2013-11-20")[name] for name in ("跟进完成", "跟进逾期", "跟进未到期")] == [
        1,
        0,
        0,
    ]
    assert [values(open_, on=on)["跟进逾期"] for on in ("2013-11-01", "2013-11-02")] == [0, 1]
