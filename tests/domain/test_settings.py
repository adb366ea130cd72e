from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from liushou_cli.domain.choices import DefinitionName
from liushou_cli.domain.policy import Rhythm
from liushou_cli.domain.settings import SchoolSettings
from liushou_cli.domain.term import Span, Term
from tests.builders import settings


def test_a_class_alone_answers_with_the_defaults() -> None:
    own = settings()
    assert (own.school_name, own.signer, own.auto_commit, own.definition) == (
        "",
        "",
        False,
        DefinitionName.REGISTER,
    )
    assert own.span(Term(2013, 2)) == Span(date(2013, 9, 1), date(2014, 1, 31))
    assert own.class_name(Term(2013, 2)) == "八年级（2）班"
    assert own.policy.calls == Rhythm(1, "月")


def test_the_school_answers_where_the_class_is_silent() -> None:
    own = settings({"学校": "新溪中学", "口径": "普查", "自动提交": "是", "要求": {"谈心": "每月1次"}})
    assert (own.school_name, own.signer, own.auto_commit) == ("新溪中学", "新溪中学", True)
    assert own.definition is DefinitionName.CENSUS
    assert own.policy.talks == Rhythm(1, "月")


def test_the_class_answers_first() -> None:
    own = settings(
        {"学校": "新溪中学", "落款单位": "新溪中学关工委", "口径": "普查", "自动提交": "是"},
        学校="新溪镇中学", 口径="学籍", 自动提交="否",
    )  # fmt: skip
    assert (own.school_name, own.signer, own.auto_commit) == ("新溪镇中学", "新溪中学关工委", False)
    assert own.definition is DefinitionName.REGISTER


def test_a_class_that_asks_for_one_thing_more_keeps_what_the_school_asks() -> None:
    own = settings(
        {"要求": {"通话": "每周1次", "家访": "每月1次"}}, 要求={"家访": "每学期2次", "谈心": "每学期1次"}
    )
    assert own.policy.visits == Rhythm(2, "学期")
    assert own.policy.talks == Rhythm(1, "学期")
    assert own.policy.calls == Rhythm(1, "天", 7)
    assert own.policy.surveys == Rhythm(1, "学期")


def test_term_dates_of_class_and_school_stand_side_by_side() -> None:
    own = settings(
        {"学期": {"2013秋": {"起": "2013-09-02", "止": "2014-01-17"}, "2014-1": {"起": "2014-02-17", "止": "2014-07-04"}}},  # noqa: E501
        学期={"2014春": {"起": "2014-02-24", "止": "2014-07-11"}},
    )  # fmt: skip
    assert own.spans == {
        Term(2013, 2): Span(date(2013, 9, 2), date(2014, 1, 17)),
        Term(2014, 1): Span(date(2014, 2, 24), date(2014, 7, 11)),
    }
    assert own.term_of(date(2014, 2, 20)) == Term(2013, 2)
    assert own.span(Term(2014, 2)) == Span(date(2014, 9, 1), date(2015, 1, 31))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"班级": "八（2）班"}, "不是班级"),
        ({"学段": "大学"}, "小学"),
        ({"学生数": {"2013-2": "-5"}}, "greater than or equal to 0"),
        ({"学生数": {"2013-2": "四十六"}}, "integer"),
        ({"学生数": {"上学期": "46"}}, "不是学期"),
        ({"学生数": {"2013-2": "46", "2013秋": "50"}}, "写了两次"),
        ({"学期": {"2013-2": {"起": "2014-01-17", "止": "2013-09-02"}}}, "早于起"),
        ({"学期": {"2013-2": {"起": "2013-09-02"}}}, "止"),
        ({"要求": {"家访": "常常"}}, "不是要求的写法"),
        ({"要求": "每月1次"}, "要求"),
        ({"要求": {"家访": ["每月1次"]}}, "家访"),
        ({"学生数": "46"}, "学生数"),
        ({"格式": "0"}, "格式"),
        ({"经费": [{"金额": "-1"}]}, "greater than or equal to 0"),
        ({"自动提交": "yes"}, "是"),
    ],
)
def test_what_a_class_may_not_say(change: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        settings(**change)


def test_any_spelling_of_a_term_names_its_pupils() -> None:
    assert settings(学生数={"2013年秋季学期": "46", "2014春": "47"}).own.pupils == {
        "2013-2": 46,
        "2014-1": 47,
    }


def test_lists_of_a_school() -> None:
    school = SchoolSettings.model_validate(
        {
            "格式": "1",
            "领导小组": {"姓名": "周平", "职务": "校长"},
            "制度": "家访制度",
            "经费": [{"来源": "捐赠", "金额": "1200.5"}],
        }
    )
    assert school.leading_group[0].name == "周平"
    assert (school.rules, school.funds[0].amount) == (("家访制度",), 1200.5)
