from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.child import Child
from liushou_cli.domain.definition import Definition, status_on
from liushou_cli.domain.roster import Row
from liushou_cli.domain.roster_row import facts_of, row_of
from liushou_cli.domain.term import Term, default_span
from tests.builders import CENSUS, REGISTER, child, settings
from tests.domain.strategies import children


def test_a_row() -> None:
    one = child(
        照护人=[{"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03"}],
        关注等级=[{"自": "2013-09-10", "等级": "普通"}],
        家访=[{"日期": "2013-12-01"}, {"日期": "2013-10-12"}],
        普查=[{"日期": "2013-09-10"}],
        通话=[
            {"日期": "2013-11-05", "类型": "教师联系家长"},
            {"日期": "2013-11-06", "结果": "未接通"},
            {"日期": "2013-11-07", "类型": "亲情通话"},
        ],
    )
    assert row_of(one, REGISTER, "lixiaohua", "lxh") == Row(
        id="4kx7qm",
        name="李小花",
        gender="女",
        born=date(2001, 5, 12),
        pinyin="lixiaohua",
        initials="lxh",
        spells=((date(2012, 9, 1), None),),
        statuses=((date(2013, 1, 1), "单亲留守"),),
        caregivers=((date(2010, 3, 1), "奶奶 王桂兰"),),
        levels=((date(2013, 9, 10), "普通"),),
        visits=(date(2013, 10, 12), date(2013, 12, 1)),
        calls=(date(2013, 11, 5),),
        surveys=(date(2013, 9, 10),),
    )


def test_a_caregiver_called_by_the_relation_is_said_once() -> None:
    one = child(照护人=[{"姓名": "奶奶", "关系": "奶奶", "自": "2010-03"}])
    assert row_of(one, REGISTER, "", "").caregiver_on(date(2013, 9, 1)) == "奶奶"


@given(children(), st.sampled_from([REGISTER, CENSUS]), st.dates(date(2012, 6, 1), date(2014, 7, 1)))
def test_a_row_answers_as_the_whole_file_does(one: Child, rule: Definition, on: date) -> None:
    row = row_of(one, rule, "lixiaohua", "lxh")
    caregiver, level = one.caregiver_on(on), one.attention_on(on)
    assert row.enrolled_on(on) == one.enrolled_on(on)
    assert row.caregiver_on(on) == (f"{caregiver.relation} {caregiver.name}" if caregiver else "")
    assert row.level_on(on) == (level.level if level else "")
    if on >= rule.since:
        assert row.status_on(on) == status_on(one, rule, on).kind
        assert row.left_behind_on(on) == status_on(one, rule, on).left_behind
    else:
        assert (row.status_on(on), row.left_behind_on(on)) == ("", False)


@pytest.mark.parametrize("gap", [0, 1, 30])
def test_who_has_stopped_caring_is_not_shown_any_more(gap: int) -> None:
    one = child(照护人=[{"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", "至": "2013-09-30"}])
    row = row_of(one, REGISTER, "", "")
    assert row.caregiver_on(date(2013, 9, 30)) == "奶奶 王桂兰"
    assert row.caregiver_on(date(2013, 10, 1) + timedelta(days=gap)) == ""


def test_caring_without_end_may_be_written_as_the_last_day_there_is() -> None:
    one = child(照护人=[{"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", "至": "9999-12-31"}])
    assert row_of(one, REGISTER, "", "").caregivers == ((date(2010, 3, 1), "奶奶 王桂兰"),)


def test_the_later_line_wins_where_two_begin_on_one_day() -> None:
    one = child(关注等级=[{"自": "2013-09-10", "等级": "重点"}, {"自": "2013-09-10", "等级": "普通"}])
    assert row_of(one, REGISTER, "", "").level_on(date(2013, 9, 10)) == "普通"


@given(st.dates(date(2013, 1, 1), date(2015, 1, 1)))
def test_what_quick_commands_know_of_a_class_is_what_its_files_say(on: date) -> None:
    own = settings(
        {"学校": "新溪中学", "学期": {"2013-2": {"起": "2013-09-02", "止": "2014-01-17"}}},
        学期={"2014-1": {"起": "2014-02-17", "止": "2014-07-04"}},
        自动提交="是",
    )
    facts, term = facts_of(own), own.term_of(on)
    assert (facts.term_of(on), facts.span(term), facts.class_name(term)) == (
        term,
        own.span(term),
        own.class_name(term),
    )
    assert facts.span(Term(2015, 2)) == default_span(Term(2015, 2))
    assert (facts.school, facts.signer, facts.definition, facts.auto_commit) == (
        "新溪中学",
        "新溪中学",
        "学籍",
        True,
    )
    assert (facts.code, facts.stage, facts.teacher, facts.pupils) == (
        "2012-2",
        "初中",
        "张敏",
        (("2013-2", 46),),
    )
