# ruff: noqa: E501  # tables are read across
"""Small classes counted by hand."""

from fractions import Fraction
from typing import Any

import pytest

from tests.builders import AWAY, HOME, child, figures_of, roll, values


def picked(found: dict[str, Any], names: str) -> dict[str, Any]:
    return {name: found[name] for name in names.split()}


def test_siblings_visited_together_are_one_visit_and_two_child_visits() -> None:
    together = [{"号": "k7m2qx", "日期": "2013-10-12", "性质": "定期"}]
    alone = [{"号": "9w2d4t", "日期": "2013-11-02", "性质": "不定期"}]
    found = values(roll(child(家访=together), child(家访=[*together, *alone]), child()))
    assert picked(found, "家访次数 家访人次 家访人数 未家访人数 定期家访次数 不定期家访次数 家访未注明次数") == {
        "家访次数": 2, "家访人次": 3, "家访人数": 2, "未家访人数": 1, "定期家访次数": 1, "不定期家访次数": 1, "家访未注明次数": 0,
    }  # fmt: skip
    assert found["家访覆盖率"] == Fraction(2, 3)


def test_siblings_in_two_classes_share_a_visit_too() -> None:
    one = child(家访=[{"号": "k7m2qx", "日期": "2013-10-12"}])
    found = values(roll(one, name="2012-1"), roll(one, name="2013-1"))
    assert (found["家访次数"], found["家访人次"], found["家访人数"]) == (1, 2, 2)


def test_one_number_under_two_kinds_of_record_is_two_events() -> None:
    found = values(
        roll(
            child(
                家访=[{"号": "k7m2qx", "日期": "2013-10-12"}], 谈心=[{"号": "k7m2qx", "日期": "2013-10-12"}]
            )
        )
    )
    assert (found["家访次数"], found["谈心次数"]) == (1, 1)


def test_calls() -> None:
    calls = [
        {"日期": "2013-10-01", "类型": "教师联系家长", "结果": "接通"},
        {"日期": "2013-10-02", "类型": "教师联系照护人"},
        {"日期": "2013-10-03", "类型": "亲情通话"},
        {"日期": "2013-10-04"},
        {"日期": "2013-10-05", "类型": "教师联系家长", "结果": "未接通"},
    ]
    family = [{"日期": "2013-10-06", "类型": "亲情通话"}]
    found = values(roll(child(通话=calls), child(通话=family), child()))
    assert picked(
        found,
        "通话次数 通话人次 通话人数 教师联系家长次数 教师联系照护人次数 亲情通话次数 通话未注明次数 教师通话次数 教师通话人数 亲情通话人数 未接通次数",
    ) == {
        "通话次数": 5, "通话人次": 5, "通话人数": 2, "教师联系家长次数": 1, "教师联系照护人次数": 1, "亲情通话次数": 2,
        "通话未注明次数": 1, "教师通话次数": 3, "教师通话人数": 1, "亲情通话人数": 2, "未接通次数": 1,
    }  # fmt: skip


def test_a_child_who_left_keeps_what_was_done_but_is_reached_no_more() -> None:
    left = child(在班=[{"自": "2012-09-01", "至": "2013-11-30"}], 家访=[{"日期": "2013-10-12"}])
    found = values(roll(left, child()), on="2013-12-30")
    assert picked(found, "留守儿童 家访次数 家访人次 家访人数 期中转出 期中转入") == {
        "留守儿童": 1, "家访次数": 1, "家访人次": 1, "家访人数": 0, "期中转出": 1, "期中转入": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("spell", "came", "left"),
    [
        ({"自": "2013-09-01"}, 0, 0),
        ({"自": "2013-09-02"}, 1, 0),
        ({"自": "2013-12-30"}, 1, 0),
        ({"自": "2013-12-31"}, 0, 0),
        ({"自": "2012-09-01", "至": "2013-08-31"}, 0, 0),
        ({"自": "2012-09-01", "至": "2013-09-01"}, 0, 1),
        ({"自": "2013-10-08", "至": "2013-12-29"}, 1, 1),
        ({"自": "2012-09-01", "至": "2013-12-30"}, 0, 0),
    ],
)
def test_who_came_and_who_left_within_the_term(spell: dict[str, str], came: int, left: int) -> None:
    found = values(roll(child(在班=[spell])), on="2013-12-30")
    assert (found["期中转入"], found["期中转出"]) == (came, left)


def test_pupils_are_the_denominator_only_where_every_class_says_how_many() -> None:
    one, other = (
        roll(child(), name="2012-1", 学生数={"2013-2": "46"}),
        roll(child(), name="2012-2", 学生数={"2014-1": "40"}),
    )
    assert picked(values(one), "在籍学生 留守占比") == {"在籍学生": 46, "留守占比": Fraction(1, 46)}
    assert picked(values(one, other), "留守儿童 在籍学生 留守占比") == {
        "留守儿童": 2,
        "在籍学生": None,
        "留守占比": None,
    }
    assert picked(values(other), "在籍学生 留守占比") == {"在籍学生": None, "留守占比": None}


def test_a_class_of_no_pupils_has_no_share() -> None:
    assert values(roll(学生数={"2013-2": "0"}))["留守占比"] is None


def test_caregivers() -> None:
    def by(relation: str, **more: str) -> Any:
        return child(照护人=[{"姓名": "王桂兰", "关系": relation, "自": "2010-03", **more}])

    them = [
        by("奶奶", 委托书="有"),
        by("外公"),
        by("母亲"),
        by("姑姑", 委托书="无"),
        by("奶奶", 至="2013-09-30"),
        child(),
    ]
    assert picked(values(roll(*them)), "隔代照护 父母照护 其他照护 照护人未注明 有委托书") == {
        "隔代照护": 2, "父母照护": 1, "其他照护": 1, "照护人未注明": 2, "有委托书": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("begun", "changed"),
    [
        (["2010-03"], 0),
        (["2013-10-08"], 0),
        (["2010-03", "2013-10-08"], 1),
        (["2013-10-08", "2010-03"], 1),
        (["2010-03", "2013-09-01"], 0),
        (["2010-03", "2014-01-01"], 0),
        (["2013-09-10", "2013-10-08", "2013-11-08"], 1),
    ],
)
def test_a_new_caregiver_within_the_term(begun: list[str], changed: int) -> None:
    one = child(照护人=[{"姓名": "王桂兰", "关系": "奶奶", "自": since} for since in begun])
    assert values(roll(one), on="2013-12-30")["照护人变动"] == changed


def test_kinds_of_absence_and_what_they_rest_on() -> None:
    them = [
        child(母亲=AWAY),
        child(),
        child(父亲=None, 母亲=None, 学籍登记="双亲留守"),
        child(父亲=HOME),
        child(父亲=None, 母亲=None),
    ]
    assert picked(values(roll(*them)), "留守儿童 双亲留守 单亲留守 按学籍登记计") == {
        "留守儿童": 3, "双亲留守": 2, "单亲留守": 1, "按学籍登记计": 1,
    }  # fmt: skip


def test_where_the_kind_of_absence_was_read() -> None:
    them = [child(父亲=None, 母亲=AWAY), child(父亲=None, 母亲=None, 学籍登记="单亲留守")]
    assert [ref.path for ref in figures_of(roll(*them))["单亲留守"].refs] == [("母亲", "行踪"), ("学籍登记",)]


HELD: dict[str, Any] = {"日期": "2013-09-27", "类别": "班会", "参加": "全体"}


def test_activities() -> None:
    """To a caregivers' meeting come the caregivers; a child who came to the class later was not there."""
    came_later = child(编号="k7m2qx", 在班=[{"自": "2013-10-08"}])
    meeting = {**HELD, "日期": "2013-11-15", "类别": "监护人会议", "参加": ["k7m2qx"], "监护人到会": "18"}
    found = values(roll(child(), came_later, child(编号="000001", 父亲=HOME), activities=[HELD, meeting]))
    assert picked(found, "活动次数 活动人次 活动人数 活动覆盖率 班会活动次数 监护人会议活动次数 监护人到会人次") == {
        "活动次数": 2, "活动人次": 1, "活动人数": 1, "活动覆盖率": Fraction(1, 2), "班会活动次数": 1, "监护人会议活动次数": 1, "监护人到会人次": 18,
    }  # fmt: skip


def test_an_activity_of_two_classes_is_one_and_a_class_counts_only_its_own_children() -> None:
    joint = {**HELD, "号": "9w2d4t"}
    found = values(
        roll(child(), name="2012-1", activities=[joint]),
        roll(child(), child(), name="2012-2", activities=[joint]),
    )
    assert picked(found, "活动次数 活动人次 活动人数") == {"活动次数": 1, "活动人次": 3, "活动人数": 3}
    one_sided = values(roll(child(), name="2012-1", activities=[joint]), roll(child(), name="2012-2"))
    assert (one_sided["活动人次"], one_sided["活动人数"]) == (1, 1)


def test_absent_children_did_not_take_part() -> None:
    found = values(roll(child(), child(编号="k7m2qx"), activities=[{**HELD, "缺席": "4kx7qm"}]))
    assert (found["活动人次"], found["活动人数"], found["活动覆盖率"]) == (1, 1, Fraction(1, 2))


def test_pairs_of_the_day() -> None:
    def paired(*roles: str, **more: str) -> Any:
        return child(结对=[{"姓名": "陈刚", "身份": role, "自": "2013-09-10", **more} for role in roles])

    them = [
        paired("代理家长", "帮扶教师"),
        paired("代理家长"),
        paired("其他", 至="2013-12-01"),
        paired("其他", 自="2014-01"),
        child(),
    ]
    assert picked(
        values(roll(*them), on="2013-12-30"), "结对人数 未结对人数 结对覆盖率 代理家长结对人数 帮扶教师结对人数 其他结对人数"
    ) == {
        "结对人数": 2, "未结对人数": 3, "结对覆盖率": Fraction(2, 5), "代理家长结对人数": 2, "帮扶教师结对人数": 1, "其他结对人数": 0,
    }  # fmt: skip


def test_support_money_and_quarrels() -> None:
    helped = [
        {"日期": "2013-10-01", "类别": "资金", "金额": "500"},
        {"日期": "2013-10-02", "类别": "物资", "金额": "120.5"},
        {"日期": "2013-10-03"},
    ]
    quarrels = [
        {"日期": "2013-10-01", "结果": "已化解"},
        {"日期": "2013-10-02", "结果": "未解决"},
        {"日期": "2013-10-03"},
    ]
    found = values(roll(child(帮扶=helped, 矛盾调解=quarrels)))
    assert picked(found, "帮扶次数 资金帮扶次数 物资帮扶次数 帮扶未注明次数 帮扶金额 矛盾调解次数 矛盾已化解次数") == {
        "帮扶次数": 3, "资金帮扶次数": 1, "物资帮扶次数": 1, "帮扶未注明次数": 1, "帮扶金额": 620.5, "矛盾调解次数": 3, "矛盾已化解次数": 1,
    }  # fmt: skip


def test_surveys_count_the_last_of_the_term_and_compare_it_with_the_first() -> None:
    def surveyed(*rounds: tuple[str, str]) -> Any:
        return child(普查=[{"日期": on, "学习": {"评定": rating}} for on, rating in rounds])

    them = [
        surveyed(("2013-12-10", "一般"), ("2013-09-10", "紧急")),
        surveyed(("2013-09-10", "较好"), ("2013-12-10", "需关注")),
        surveyed(("2013-09-10", "较好"), ("2013-11-10", "紧急"), ("2013-12-10", "一般")),
        surveyed(("2013-09-10", "需关注"), ("2013-12-10", "紧急")),
        surveyed(("2013-09-10", "需关注"), ("2013-12-10", "需关注")),
        surveyed(("2013-09-10", "一般"), ("2013-12-10", "一般")),
        surveyed(("2013-09-10", "较好")),
        child(普查=[{"日期": "2013-09-10"}]),
        child(),
    ]
    found = values(roll(*them))
    assert picked(found, "普查人次 普查人数 未普查人数 普查覆盖率 学习较好 学习一般 学习需关注 学习紧急 生活较好") == {
        "普查人次": 15, "普查人数": 8, "未普查人数": 1, "普查覆盖率": Fraction(8, 9),
        "学习较好": 1, "学习一般": 3, "学习需关注": 2, "学习紧急": 1, "生活较好": 0,
    }  # fmt: skip
    assert picked(found, "复查人数 学习好转人数 学习变差人数 学习持平人数 心理好转人数") == {
        "复查人数": 6, "学习好转人数": 1, "学习变差人数": 3, "学习持平人数": 2, "心理好转人数": 0,
    }  # fmt: skip


def test_an_aspect_asked_once_is_compared_with_nothing() -> None:
    rounds = [
        {"日期": "2013-09-10", "学习": {"评定": "紧急"}},
        {"日期": "2013-12-10", "生活": {"评定": "一般"}},
    ]
    found = values(roll(child(普查=rounds)))
    assert picked(found, "复查人数 学习好转人数 学习持平人数 学习变差人数 生活持平人数") == {
        "复查人数": 1, "学习好转人数": 0, "学习持平人数": 0, "学习变差人数": 0, "生活持平人数": 0,
    }  # fmt: skip


def test_a_survey_is_told_from_the_last_round() -> None:
    rounds = [
        {"日期": on, "学习": {"评定": rating}}
        for on, rating in (("2013-12-10", "一般"), ("2013-09-10", "紧急"))
    ]
    found = figures_of(roll(child(普查=rounds)))
    places = {
        name: [(str(ref.on), ref.path) for ref in found[name].refs]
        for name in ("复查人数", "学习一般", "学习好转人数")
    }
    assert places == {
        "复查人数": [("2013-12-10", ("普查", 0))],
        "学习一般": [("2013-12-10", ("普查", 0, "学习"))],
        "学习好转人数": [("2013-12-10", ("普查", 0, "学习"))],
    }


def test_needs_count_children_once_and_the_commonest_comes_first() -> None:
    def needing(*needs: str) -> Any:
        return child(
            普查=[
                {"日期": on, "学习": {"评定": "一般", "需求": list(needs)}}
                for on in ("2013-09-10", "2013-12-10")
            ]
        )

    found = values(
        roll(needing("配眼镜"), needing("课外辅导", "配眼镜"), needing("配眼镜"), child(父亲=HOME, 普查=[]))
    )
    assert [(name, value) for name, value in found.items() if name.startswith("需求")] == [
        ("需求：配眼镜", 3), ("需求：课外辅导", 1),
    ]  # fmt: skip


def test_the_term_before() -> None:
    them = [
        child(),
        child(在班=[{"自": "2012-09-01", "至": "2013-07-01"}]),
        child(在班=[{"自": "2013-09-01"}]),
    ]
    assert values(roll(*them))["上学期末留守儿童"] == 1
    stayed = child(在班=[{"自": "2012-09-01", "至": "2013-08-31"}])
    assert values(roll(*them, stayed))["上学期末留守儿童"] == 2
    assert values(roll(*them), on="2013-01-31", term="2012-2")["上学期末留守儿童"] is None
