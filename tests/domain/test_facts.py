"""When a number or an address was last known to be right."""

from datetime import date

import pytest

from liushou_cli.domain.facts import Fact, age, confirmed_at, facts, stalest_first
from tests.builders import AWAY, Tree, child, day

TODAY = day("2013-12-30")
FATHER = {**AWAY, "电话": "13800001234"}


def fact(calls: list[Tree] | None = None, name: str = "父亲.电话", **changes: object) -> Fact:
    one = child(**{"父亲": FATHER, "通话": calls or [], **changes})
    return {found.name: found for found in facts(one, TODAY)}[name]


def call(on: str, **changes: object) -> Tree:
    return {"日期": on, "对象": ["父亲"], **changes}


@pytest.mark.parametrize(
    ("calls", "on", "failed"),
    [
        ([], None, 0),
        ([call("2013-10-01")], "2013-10-01", 0),
        ([call("2013-10-01", 方式="短信"), call("2013-09-01", 方式="电话")], "2013-10-01", 0),
        ([call("2013-10-01", 方式="微信")], None, 0),
        ([call("2013-10-01", 方式="视频", 结果="未接通")], None, 0),
        ([call("2013-10-01", 方式="见面")], None, 0),
        ([call("2013-10-01", 类型="亲情通话")], "2013-10-01", 0),
        ([call("2013-10-01", 对象=["母亲"])], None, 0),
        ([call("2013-10-01", 对象=["奶奶", "李强"])], "2013-10-01", 0),
        ([call("2014-01-05")], None, 0),
        ([call("2013-10-01", 结果="未接通"), call("2013-10-02", 结果="未接通")], None, 2),
        ([call("2013-10-01", 结果="未接通"), call("2013-10-02"), call("2013-11-02", 结果="未接通")], "2013-10-02", 1),
        ([call("2013-10-02", 结果="未接通"), call("2013-10-02")], "2013-10-02", 0),
    ],
)  # fmt: skip
def test_a_call_through_the_number_confirms_it(calls: list[Tree], on: str | None, failed: int) -> None:
    found = fact(calls)
    assert (found.on, found.failed) == (day(on) if on else None, failed)


def test_what_came_before_the_number_was_written_down_says_nothing_of_it() -> None:
    calls = [call("2013-10-01"), call("2013-10-05", 结果="未接通"), call("2013-11-20", 结果="未接通")]
    found = fact(calls, 父亲={**FATHER, "核实": "2013-11-01"})
    assert (found.on, found.failed) == (day("2013-11-01"), 1)
    assert fact([call("2013-12-01")], 父亲={**FATHER, "核实": "2013-11-01"}).on == day("2013-12-01")
    assert fact([call("2013-10-01")], 父亲={**FATHER, "核实": "2014-05-01"}).on == day("2013-10-01")


def test_a_caregivers_number_counts_from_when_she_took_over() -> None:
    grandmother = {"姓名": "王桂兰", "关系": "奶奶", "自": "2013-09", "电话": "13800002307"}
    before, after = call("2013-08-20", 对象=["奶奶"]), call("2013-10-20", 对象=["奶奶"])
    assert fact([before], "奶奶.电话", 照护人=[grandmother]).on is None
    assert fact([before, after], "奶奶.电话", 照护人=[grandmother]).on == day("2013-10-20")
    assert fact([after], "奶奶.电话", 照护人=[grandmother]).path == ("照护人", 0, "电话")


def test_who_no_longer_cares_is_not_listed_and_a_number_stands_once() -> None:
    gone = {"姓名": "王桂兰", "关系": "奶奶", "自": "2010-09", "至": "2013-01", "电话": "13800002307"}
    father = {"姓名": "李强", "关系": "父亲", "自": "2013-02", "电话": "13800001234"}
    other = {"姓名": "周文", "关系": "其他", "自": "2013-02", "电话": "13800003333"}
    one = child(父亲=FATHER, 照护人=[gone, father, other])
    assert [found.name for found in facts(one, TODAY)] == ["父亲.电话", "周文.电话"]


def test_a_visit_confirms_the_address() -> None:
    visits = [{"日期": "2013-10-12"}, {"日期": "2014-01-03"}]
    assert fact(None, "现住址", 现住址="上溪村三组", 家访=visits).on == day("2013-10-12")
    moved = {"现住址": "新溪街", "现住址核实": "2013-11-01"}
    assert fact(None, "现住址", **moved, 家访=visits).on == day("2013-11-01")


def test_stale_and_stalest() -> None:
    path = ("父亲", "电话")
    never = Fact("甲", path, "1", None)
    doubtful = Fact("乙", path, "2", day("2013-12-01"), failed=2)
    old = Fact("丙", path, "3", day("2013-06-01"), failed=1)
    fresh = Fact("丁", path, "4", day("2013-12-20"), failed=1)
    assert [one.stale(TODAY, 180) for one in (never, doubtful, old, fresh)] == [True, True, True, False]
    assert stalest_first([fresh, doubtful, old, never]) == [never, old, doubtful, fresh]


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (None, "从未核实"), ("2013-12-30", "今天"), ("2013-12-29", "1 天前"), ("2013-12-01", "29 天前"),
        ("2013-11-30", "1 个月前"), ("2012-10-31", "13 个月前"),
    ],
)  # fmt: skip
def test_age_in_words(on: str | None, said: str) -> None:
    assert age(date.fromisoformat(on) if on else None, TODAY) == said


def test_where_the_day_is_written() -> None:
    assert confirmed_at(("现住址",)) == ("现住址核实",)
    assert confirmed_at(("照护人", 1, "电话")) == ("照护人", 1, "核实")
    assert (confirmed_at(("结对", 0, "电话")), confirmed_at(("父亲", "姓名"))) == ((), ())
