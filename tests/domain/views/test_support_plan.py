from typing import Any

from liushou_cli.domain.views.support_plan import support_plan
from tests.builders import child, roll, scene

PLAN = {
    "学期": "2013-2",
    "目标": "数学及格",
    "措施": ["每周补一课", "错题本"],
    "负责人": "李伟",
    "期限": "2013-12-20",
    "完成": "2013-12-18",
    "结果": "63分",
}


def plan_of(on: str = "2013-12-30", **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = support_plan(scene(roll(child(**changes)), on=on))["孩子们"][0]
    return found


def test_this_terms_plan() -> None:
    found = plan_of(帮扶计划=[PLAN, {"学期": "2013-1", "目标": "上学期的"}])
    assert found["计划"] == [
        {
            "目标": "数学及格",
            "针对": "",
            "措施": ["每周补一课", "错题本"],
            "负责人": "李伟",
            "期限": "2013年12月20日",
            "完成": "2013年12月18日",
            "结果": "63分",
        }
    ]


def test_a_result_of_tomorrow_is_not_known_today() -> None:
    (found,) = plan_of("2013-12-17", 帮扶计划=[PLAN])["计划"]
    assert (found["完成"], found["结果"]) == ("", "")


def test_the_last_survey_up_to_the_day() -> None:
    rounds = [
        {"日期": on, "心理": {"评定": word, "情况": on, "需求": ["谈心", "来信"]}}
        for on, word in (("2013-09-10", "一般"), ("2013-03-05", "紧急"), ("2013-12-31", "较好"))
    ]
    assert plan_of(普查=rounds)["普查"] == {
        "日期": "2013年9月10日",
        "方面": [{"名称": "心理", "评定": "一般", "情况": "2013-09-10", "需求": "谈心、来信"}],
    }
    assert plan_of()["普查"] == {"日期": "", "方面": []}


def test_needs_that_nothing_names() -> None:
    survey = {"日期": "2013-09-10", "学习": {"评定": "一般", "需求": ["补课", "书"]}}
    assert plan_of(普查=[survey])["未回应需求"] == "补课、书"
    assert plan_of(普查=[survey], 帮扶计划=[{**PLAN, "针对": ["书"]}])["未回应需求"] == "补课"


def test_who_is_paired_now() -> None:
    pairs = [
        {"姓名": "陈刚", "身份": "代理家长", "自": "2012-09", "至": "2013-09-01"},
        {"姓名": "李伟", "身份": "帮扶教师", "自": "2013-09-16", "单位": "新溪中学"},
    ]
    assert plan_of(结对=pairs)["结对"] == "李伟（帮扶教师，新溪中学，2013年9月16日起）"
