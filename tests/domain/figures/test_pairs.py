"""Proxy parents counted by hand."""

from typing import Any

from tests.builders import child, figures_of, roll, values

CHEN = {"姓名": "陈刚", "身份": "代理家长", "自": "2013-09"}


def paired(*pairings: dict[str, Any], **changes: Any) -> Any:
    return child(结对=list(pairings), **changes)


def test_one_person_of_two_children_is_one_proxy_parent() -> None:
    teacher = {**CHEN, "身份": "帮扶教师"}
    found = values(
        roll(paired(CHEN), paired(CHEN, teacher), paired({**CHEN, "姓名": "何丽"}), paired(teacher))
    )
    assert (found["代理家长"], found["结对一名的代理家长"], found["结对多名的代理家长"]) == (2, 1, 1)
    assert (found["代理家长结对人数"], found["未结代理家长人数"]) == (3, 1)


def test_two_people_of_one_name_are_told_apart_by_where_they_work() -> None:
    assert values(roll(paired(CHEN), paired({**CHEN, "单位": "上溪村村委会"})))["代理家长"] == 2


def test_what_is_on_record_by_name_while_the_pairing_lasted() -> None:
    records: dict[str, Any] = {
        "家访": [
            {"日期": "2013-10-12", "家访人": ["张敏", "陈刚"]},
            {"日期": "2013-11-12", "家访人": ["张敏"]},
        ],
        "帮扶": [{"日期": "2013-12-01", "内容": "棉鞋", "提供者": "陈刚"}],
        "谈心": [{"日期": "2013-09-20", "谈心人": ["陈刚"]}],
    }
    found = figures_of(roll(paired({**CHEN, "自": "2013-10-01"}, **records), paired(CHEN)))
    counts = {what: found[f"代理家长{what}次数"].value for what in ("家访", "通话", "谈心", "帮扶")}
    assert counts == {"家访": 1, "通话": 0, "谈心": 0, "帮扶": 1}
    assert (found["代理家长有联系人数"].value, found["代理家长无联系人数"].value) == (1, 1)
    assert found["代理家长有联系人数"].refs[0].path == ("家访", 0)


def test_begun_and_ended_within_the_term() -> None:
    old = {**CHEN, "自": "2013-03", "至": "2013-11-30"}
    found = values(roll(paired(old, {**CHEN, "自": "2013-12-01"}), paired(CHEN)))
    assert (found["新结代理家长"], found["终止代理家长"], found["代理家长结对人数"]) == (2, 1, 2)


def test_who_should_come_first() -> None:
    away = {"行踪": [{"自": "2012-03", "状况": "外出务工"}]}
    watched = [{"自": "2013-09-10", "等级": "重点"}]
    found = values(roll(child(母亲=away), child(关注等级=watched), paired(CHEN, 母亲=away, 关注等级=watched)))
    assert (found["双亲留守未结代理家长"], found["重点紧急未结代理家长"]) == (1, 1)
