"""What a good file must not be blamed for, and the edges of each question.

The whole messages are in the gallery, tests/errors; here stands what is asked.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain import checks
from liushou_cli.domain.activity import Activities
from liushou_cli.domain.checks import ActivitiesFile, ChildFile, ClassFile, Finding, SchoolFile
from liushou_cli.domain.child import Child
from liushou_cli.domain.form import newer_format
from tests.builders import AWAY, HOME, Tree, child, day, settings
from tests.domain.strategies import children

TODAY = day("2013-12-30")
CARER: Tree = {"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03"}
GIRL = "990101200105124104"
FATHER = "990101197509183110"


def asked(
    name: str = "4kx7qm.yaml", today: date = TODAY, own: Tree | None = None, **changes: Any
) -> ChildFile:
    one = child(**{"照护人": [CARER], **changes})
    return ChildFile(f"children/{name}", name, one, settings(**(own or {})), today)


def found(file: ChildFile) -> list[tuple[str, Any]]:
    return brief(checks.of_child(file))


def brief(findings: Iterable[Finding]) -> list[tuple[str, Any]]:
    return [(one.check, one.path) for one in findings]


def visit(on: str, **more: Any) -> Tree:
    return {"号": "k7m2qx", "日期": on, **more}


def test_a_good_file_is_not_blamed() -> None:
    assert found(asked()) == []


def test_the_table_says_something_of_every_check() -> None:
    for name, check in checks.CHECKS.items():
        assert name == check.name
        assert check.title.strip("。，") == check.title != ""
        assert check.help.endswith("。")
    assert {name for name, check in checks.CHECKS.items() if check.fixable} == {"encoding", "record-id"}


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"姓名": "阿依古丽·买买提"}, id="minority"),
        pytest.param({"姓名": "𫍽𪩘"}, id="rare characters"),
        pytest.param(
            {"父亲": AWAY | {"出生日期": "1975-09-18", "身份证号": "99010119750918327X"}},
            id="fathers number",
        ),
        pytest.param({"身份证号": GIRL, "学籍号": "G" + GIRL}, id="register number"),
        pytest.param({"学籍号": "3415010012345678"}, id="province's register number"),
        pytest.param({"照护人": [CARER | {"自": "2001-05"}]}, id="carer since the month of birth"),
        pytest.param({"照护人": [CARER | {"自": "2010-03-15", "至": "2010-03"}, CARER]}, id="end of the same month"),
        pytest.param({"照护人": [CARER, CARER | {"自": "2009-01", "至": "2010-02"}]}, id="carers out of order"),
        pytest.param(
            {"父亲": AWAY | {"行踪": [{"自": "1999-02", "状况": "外出务工"}]}},
            id="father away before birth",
        ),
        pytest.param({"家访": [visit("2013-12-30")]}, id="visit today"),
        pytest.param(
            {"家访": [visit("2013-10-12", 跟进=[{"事项": "配眼镜", "期限": "2014-03-01"}])]},
            id="task to come",
        ),
        pytest.param(
            {"在班": [{"自": "2012-09-01", "至": "2013-01-20", "原因": "转学"}, {"自": "2013-09-02"}]},
            id="came back",
        ),
        pytest.param({"在班": [{"自": "2014-03-01"}]}, id="drawn up ahead"),
        pytest.param({"学籍登记": "单亲留守"}, id="register agrees"),
        pytest.param(
            {"父亲": HOME, "照护人": [CARER | {"关系": "母亲", "姓名": "罗春兰"}]},
            id="mother at home cares",
        ),
        pytest.param({"其他类别": ["单亲家庭"], "父母婚姻": "离异"}, id="one-parent family"),
        pytest.param(
            {"帮扶计划": [{"号": "52b6ht", "学期": "2013秋", "期限": "2013-12-20"}]},
            id="term in other words",
        ),
        pytest.param({"普查": [{"号": "1jh67x", "日期": "2013-09-10", "说明": "请假在家"}]}, id="survey with a note"),
        pytest.param(
            {"祖辈": {"祖母": {"姓名": "王桂兰", "出生日期": "1949-02-20", "在世": "是"}}},
            id="grandmother",
        ),
        pytest.param(
            {"通话": [visit("2013-10-12"), {"日期": "2013-10-12", "号": "05t2gm", "情况": "又打"}]},
            id="two calls",
        ),
    ],
)  # fmt: skip
def test_what_is_allowed(changes: Tree) -> None:
    assert found(asked(**changes)) == []


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"姓名": "李小花2"}, ("name", ("姓名",))),
        ({"照护人": [CARER | {"电话": "138"}]}, ("phone", ("照护人", 0, "电话"))),
        ({"结对": [{"姓名": "李伟", "身份": "帮扶教师", "自": "2013-09-16", "电话": "138"}]},
         ("phone", ("结对", 0, "电话"))),
        ({"母亲": HOME | {"身份证号": "1"}}, ("id-number", ("母亲", "身份证号"))),
        ({"母亲": HOME | {"身份证号": "99010119750918327X"}}, ("id-gender", ("母亲", "身份证号"))),
        ({"照护人": [CARER | {"身份证号": "990101194509183110"}]}, ("id-gender", ("照护人", 0, "身份证号"))),
        ({"父亲": AWAY | {"出生日期": "1975-09-19", "身份证号": "99010119750918327X"}},
         ("id-born", ("父亲", "身份证号"))),
        ({"学籍号": "G" + GIRL[:-1] + "5"}, ("register-number", ("学籍号",))),
        ({"父亲": AWAY | {"出生日期": "1987-05-13"}}, ("kin-age", ("父亲", "出生日期"))),
        ({"祖辈": {"祖母": {"出生日期": "1980-01-01"}}}, ("kin-age", ("祖辈", "祖母", "出生日期"))),
        ({"出生日期": "1990-05-12"}, ("age", ("出生日期",))),
        ({"监护情况": [{"日期": "2001-05-11", "评定": "一般"}]}, ("before-birth", ("监护情况", 0, "日期"))),
        ({"关注等级": [{"自": "2013-12-31", "等级": "普通"}]}, ("future", ("关注等级", 0, "自"))),
        ({"知情同意": {"日期": "2014-09-05"}}, ("future", ("知情同意", "日期"))),
        ({"家访": [visit("2013-10-12", 跟进=[{"事项": "x", "完成": "2014-01-02"}])]},
         ("future", ("家访", 0, "跟进", 0, "完成"))),
        ({"在班": [{"自": "2014-09-01"}]}, ("future", ("在班", 0, "自"))),
        ({"知情同意": {"日期": "2013-09-05", "撤回": "2013-09-01"}}, ("date-order", ("知情同意", "撤回"))),
        ({"关注等级": [{"自": "2013-09-10", "等级": "重点", "复评": "2013-09-01"}]},
         ("date-order", ("关注等级", 0, "复评"))),
        ({"谈心": [visit("2012-08-31")]}, ("outside-enrolment", ("谈心", 0, "日期"))),
        ({"在班": [{"自": "2012-09-01", "至": "2013-09-01", "原因": "转学"}, {"自": "2013-09-01"}]},
         ("spell", ("在班", 1, "自"))),
        ({"在班": [{"自": "2016-09-01"}]}, ("spell", ("在班", 0, "自"))),
        ({"父亲": None, "母亲": None}, ("status-unknown", ())),
        ({"学籍登记": "非留守"}, ("register-contradiction", ("学籍登记",))),
        ({"照护人": []}, ("no-caregiver", ("照护人",))),
        ({"就学情况": "小学"}, ("contradiction", ("就学情况",))),
        ({"家访": [{"日期": "2013-10-12"}]}, ("record-id", ("家访", 0))),
        ({"帮扶计划": [{"学期": "2013-2"}]}, ("record-id", ("帮扶计划", 0))),
        ({"编号": "4KX7QM"}, ("id-shape", ("编号",))),
        ({"通话": [visit("2013-10-12", 对象=["父亲、母亲"])]}, ("several-in-one", ("通话", 0, "对象"))),
    ],
)  # fmt: skip
def test_what_is_refused(changes: Tree, what: tuple[str, Any]) -> None:
    assert what in found(asked(**changes))


def test_a_parents_age_is_taken_from_the_number_where_the_day_is_missing() -> None:
    young = "99010119900918311"
    file = asked(父亲=AWAY | {"身份证号": young + checks_character(young)})
    assert ("kin-age", ("父亲", "身份证号")) in found(file)


def checks_character(body: str) -> str:
    from liushou_cli.domain.id_numbers import check_character

    return check_character(body)


def test_who_has_left_needs_no_status_or_carer() -> None:
    left = [{"自": "2012-09-01", "至": "2013-07-05", "原因": "转学"}]
    assert found(asked(在班=left, 父亲=None, 母亲=None, 照护人=[])) == []


def test_the_register_stands_in_where_no_facts_are() -> None:
    assert found(asked(父亲=None, 母亲=None, 学籍登记="双亲留守")) == []


def test_without_class_yaml_the_rest_is_still_asked() -> None:
    file = asked(家访=[visit("2031-10-12")])._replace(settings=None)
    assert found(file) == [("future", ("家访", 0, "日期"))]


def test_before_the_definition_existed_nothing_is_derived() -> None:
    assert found(asked(today=day("2012-12-31"), 学籍登记="非留守", 照护人=[])) == []


def test_a_message_shows_no_number_in_full() -> None:
    file = asked(身份证号=GIRL[:-1] + "5", 父亲=AWAY | {"电话": "1380000123", "身份证号": GIRL[:-1]})
    said = " ".join(one.message + one.hint for one in checks.of_child(file))
    assert said
    assert GIRL[:-1] not in said
    assert "1380000123" not in said


# Several files


def other(name: str = "k7m2qx.yaml", **changes: Any) -> ChildFile:
    return asked(name, 编号=name.split(".")[0], **changes)


def side_by_side(*files: ChildFile) -> list[tuple[str, str, Any]]:
    return [(one.check, one.file, one.path) for one in checks.across(files, [])]


def test_two_children_are_two() -> None:
    assert side_by_side(asked(), other(姓名="陈玥", 出生日期="2001-08-30")) == []


def test_the_copy_is_blamed_not_the_file_that_bears_its_number() -> None:
    copy = asked("4kx7qm(1).yaml")
    assert side_by_side(copy, asked()) == [("duplicate-id", "children/4kx7qm(1).yaml", ("编号",))]


@pytest.mark.parametrize(
    "changes",
    [{}, {"姓名": "李 小花"}, {"姓名": "李晓花"}, {"姓名": "李花"}, {"身份证号": GIRL}],
)
def test_one_child_twice(changes: Tree) -> None:
    assert [(check, path) for check, _, path in side_by_side(asked(), other(**changes))] == [
        ("duplicate-child", ("姓名",))
    ]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"姓名": "李小明", "性别": "男"}, id="twins, a boy and a girl"),
        pytest.param({"姓名": "王小花"[:1] + "大山"}, id="other name"),
        pytest.param({"身份证号": "990101200105124120"}, id="two numbers"),
        pytest.param({"出生日期": "2001-05-13"}, id="other day"),
    ],
)
def test_two_children_much_alike(changes: Tree) -> None:
    assert side_by_side(asked(身份证号=GIRL), other(**changes)) == []


def test_twins_visited_together_are_two() -> None:
    assert (
        side_by_side(asked(家访=[visit("2013-10-12")]), other(姓名="李晓花", 家访=[visit("2013-10-12")]))
        == []
    )


def test_one_number_for_two_children() -> None:
    pair = (asked(身份证号=GIRL), other(姓名="陈玥", 出生日期="2001-08-30", 身份证号=GIRL))
    assert side_by_side(*pair) == [("duplicate-child", "children/k7m2qx.yaml", ("身份证号",))]
    pair = (asked(学籍号="G" + GIRL), other(姓名="陈玥", 出生日期="2001-08-30", 学籍号="g" + GIRL))
    assert side_by_side(*pair) == [("duplicate-child", "children/k7m2qx.yaml", ("学籍号",))]


@given(st.lists(children(), min_size=1, max_size=3), st.dates(date(2012, 6, 1), date(2016, 6, 30)))
def test_whatever_a_file_says_has_an_answer(them: list[Child], today: date) -> None:
    files = [ChildFile(f"{n}.yaml", f"{n}.yaml", one, settings(), today) for n, one in enumerate(them)]
    said = [*(found for file in files for found in checks.of_child(file)), *checks.across(files, [])]
    assert {one.check for one in said} <= set(checks.CHECKS)
    assert all(one.message and one.hint for one in said)


@pytest.mark.parametrize(
    ("records", "differs"),
    [
        ({"家访": [visit("2013-10-12", 情况="另写")]}, False),
        ({"家访": [visit("2013-10-13")]}, True),
        ({"谈心": [visit("2013-10-12")]}, True),
    ],
)
def test_siblings_share_a_record(records: Tree, differs: bool) -> None:
    brother = other(姓名="李小明", 性别="男", 出生日期="2000-01-02", **records)
    assert bool(side_by_side(asked(家访=[visit("2013-10-12")]), brother)) is differs


# Activities, class, school


def activities(*held: Tree, name: str = "2013-2.yaml", term: str = "2013-2") -> list[tuple[str, Any]]:
    value = Activities.model_validate({"格式": "1", "学期": term, "活动": list(held)})
    known: dict[str, Child | None] = {"4kx7qm": child(), "moved1": None}
    return brief(
        checks.of_activities(ActivitiesFile(f"activities/{name}", name, value, settings(), known, TODAY))
    )


def meeting(**changes: Any) -> Tree:
    return {"号": "9w2d4t", "日期": "2013-09-27", "类别": "班会", "参加": "全体", **changes}


def test_good_activities_are_not_blamed() -> None:
    assert activities(meeting(), meeting(号="nksszh", 参加=["4kx7qm", "moved1"])) == []
    assert activities(meeting(), term="2013秋") == []


@pytest.mark.parametrize(
    ("held", "what"),
    [
        (meeting(参加=["zzzzzz"]), ("activity-child", ("活动", 0, "参加"))),
        (meeting(缺席=["zzzzzz"]), ("activity-child", ("活动", 0, "缺席"))),
        (meeting(参加=["4kx7qm", "4kx7qm"]), ("activity-child", ("活动", 0, "参加"))),
        (meeting(日期="2013-08-30"), ("activity-term", ("活动", 0, "日期"))),
        (meeting(日期="2014-01-10"), ("future", ("活动", 0, "日期"))),
        (meeting(号="9W2D4T"), ("id-shape", ("活动", 0, "号"))),
        (meeting(负责人=["张敏、李伟"]), ("several-in-one", ("活动", 0, "负责人"))),
    ],
)
def test_activities_that_are_refused(held: Tree, what: tuple[str, Any]) -> None:
    assert activities(held) == [what]


def of_class(
    folder: str = "2012-2", today: date = TODAY, children: int = 1, **own: Any
) -> list[tuple[str, Any]]:
    both = settings(**own)
    asked_of = ClassFile("class.yaml", folder, both.own, both, (child(),) * children, today)
    return brief(checks.of_class(asked_of))


def test_class() -> None:
    assert of_class() == []
    assert of_class(folder="八2班") == [("class-name", ("班级",))]
    assert of_class(children=2, 学生数={"2013-2": "1"}) == [("pupils", ("学生数", "2013-2"))]
    assert of_class(学生数={"2013-2": "46", "2013-1": "0"}) == [("pupils", ("学生数", "2013-1"))]
    assert of_class(today=day("2014-03-01")) == [("pupils", ("学生数",))]
    assert of_class(口径="国发2016-13") == [("definition", ("口径",))]
    assert of_class(school={"口径": "国发2016-13"}) == [("definition", ("口径",))]
    assert of_class(today=day("2012-12-30"), 学生数={"2012-2": "46"}) == []


def test_a_class_that_has_left_school_needs_no_number_of_pupils_but_a_last_day() -> None:
    assert of_class(today=day("2016-03-01")) == [("graduated", ("班级",))]
    assert of_class(today=day("2015-08-31"), 学生数={"2015-1": "46"}) == []


@pytest.mark.parametrize(
    ("terms", "refused"),
    [
        ({"2013-1": ("2013-02-25", "2013-07-05"), "2013-2": ("2013-09-02", "2014-01-17")}, []),
        ({"2013-2": ("2013-08-26", "2014-02-14")}, []),
        ({"2013-2": ("2014-09-02", "2015-01-17")}, ["2013-2"]),
        ({"2013-1": ("2013-02-25", "2013-09-02"), "2013-2": ("2013-09-02", "2014-01-17")}, ["2013-2"]),
    ],
)
def test_terms(terms: dict[str, tuple[str, str]], refused: list[str]) -> None:
    dates = {term: {"起": first, "止": last} for term, (first, last) in terms.items()}
    value = settings(school={"学期": dates}).school
    assert value is not None
    asked_of = SchoolFile("school.yaml", value, date(2013, 12, 30))
    assert brief(checks.of_school(asked_of)) == [("term-dates", ("学期", term)) for term in refused]


# Keys


def keys(tree: Tree) -> list[tuple[Any, str]]:
    return [(one.path, one.hint) for one in checks.of_tree("x.yaml", Child, tree)]


def test_every_key_of_the_format_is_known() -> None:
    tree = {
        "父亲": {"行踪": [{"自": "2010-03", "状况": "在家", "工种": "x"}]},
        "祖辈": {"外祖母": {"在世": "是"}},
        "普查": [{"学习": {"评定": "较好", "需求": ["x"]}}],
        "家访": {"跟进": {"事项": "x"}},
        "知情同意": {"撤回": "x"},
    }
    assert keys(tree) == []


def test_unknown_keys_at_any_level() -> None:
    tree = {"身份证": "1", "父亲": {"行踪": [{"地址": "东莞"}]}, "监护能力": "有", "血型": "O"}
    kept = "程序不会删它，也不会算它"
    assert keys(tree) == [
        (("身份证",), f"是不是“身份证号”？{kept}"),
        (("父亲", "行踪", 0, "地址"), f"是不是“地点”？{kept}"),
        (("监护能力",), "“监护能力”写在 父亲、母亲 里；检查缩进"),
        (("血型",), f"改成格式里的键；不知道放哪里的话写进 备注 或 情况。{kept}"),
    ]


def test_keys_under_a_term_are_asked_too() -> None:
    tree = {"学期": {"2013-2": {"起": "2013-09-02", "终": "2014-01-17"}}}
    own = type(settings().own)
    assert [one.path for one in checks.of_tree("class.yaml", own, tree)] == [("学期", "2013-2", "终")]


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        ({"格式": "2"}, "2"),
        ({"格式": "1"}, ""),
        ({"格式": "一"}, ""),
        ({}, ""),
        (None, ""),
        ({"格式": "9" * 5000}, "9" * 5000),
    ],
)
def test_newer_format(tree: Any, said: str) -> None:
    assert newer_format(tree) == said
