from datetime import date

import pytest
from pydantic import ValidationError

from liushou_cli.domain.child import Child
from tests.builders import child, child_tree, day


@pytest.mark.parametrize("key", ["格式", "编号", "姓名", "性别", "出生日期", "在班"])
def test_what_a_file_must_say(key: str) -> None:
    with pytest.raises(ValidationError, match=key):
        Child.model_validate(child_tree(**{key: None}))


def test_no_other_key_is_asked_for() -> None:
    tree = child_tree(父亲=None, 母亲=None)
    assert set(tree) == {"格式", "编号", "姓名", "性别", "出生日期", "在班"}
    assert Child.model_validate(tree).visits == ()


def test_numbers_keep_their_zeros_and_names_their_dot() -> None:
    one = child(
        学号="007", 身份证号="34012320010512002X", 姓名="阿依古丽·买买提", 父亲={"电话": "05641234567"}
    )
    assert (one.pupil_number, one.id_number, one.name) == ("007", "34012320010512002X", "阿依古丽·买买提")
    assert one.father is not None
    assert one.father.phone == "05641234567"


def test_enrolment_counts_both_ends_and_every_spell() -> None:
    one = child(在班=[{"自": "2012-09-01", "至": "2013-06-30", "原因": "随迁"}, {"自": "2013-10-08"}])
    asked = ["2012-08-31", "2012-09-01", "2013-06-30", "2013-07-01", "2013-10-07", "2013-10-08", "2030-01-01"]
    assert [one.enrolled_on(day(text)) for text in asked] == [False, True, True, False, False, True, True]


def test_the_caregiver_is_who_took_over_last_of_those_still_there() -> None:
    one = child(
        照护人=[
            {"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03"},
            {"姓名": "李秀英", "关系": "姑姑", "自": "2013-10-01", "至": "2013-11-30"},
        ]
    )
    found = {
        text: one.caregiver_on(day(text)) for text in ("2010-02-28", "2013-09-30", "2013-10-01", "2013-12-01")
    }
    assert [who and who.name for who in found.values()] == [None, "王桂兰", "李秀英", "王桂兰"]


def test_judgements_hold_until_the_next() -> None:
    one = child(
        监护情况=[{"日期": "2013-11-01", "评定": "差"}, {"日期": "2013-09-10", "评定": "一般"}],
        关注等级=[{"自": "2013-09", "等级": "普通"}, {"自": "2013-11-01", "等级": "重点", "原因": "常缺课"}],
    )
    judged, level = one.care_on(date(2013, 10, 31)), one.attention_on(date(2013, 11, 1))
    assert judged is not None
    assert judged.quality == "一般"
    assert level is not None
    assert (level.level, level.reason) == ("重点", "常缺课")
    assert (one.care_on(date(2013, 9, 9)), one.attention_on(date(2013, 8, 31))) == (None, None)


def test_an_age() -> None:
    assert (child().age_on(day("2013-05-11")), child().age_on(day("2013-05-12"))) == (11, 12)
