"""What the official form asks, from the facts."""

from typing import Any

import pytest

from liushou_cli.domain.definition import status_on
from liushou_cli.domain.figures import official
from liushou_cli.domain.population import Member
from tests.builders import AWAY, HOME, REGISTER, child, day, roll

ON = day("2013-12-30")
GONE = {"行踪": [{"自": "2009-05", "状况": "失联"}]}
UNABLE = {**HOME, "监护能力": "无"}
NOTHING: dict[str, Any] = {"姓名": "王芳"}


def member(**changes: Any) -> Member:
    one = child(**changes)
    return Member("a.yaml", one, status_on(one, REGISTER, ON), roll(one))


@pytest.mark.parametrize(
    ("father", "mother", "word", "both", "alone", "unable"),
    [
        (AWAY, AWAY, None, True, False, []),
        (AWAY, HOME, None, False, False, []),
        (AWAY, UNABLE, None, False, True, ["母亲"]),
        (GONE, AWAY, None, False, True, ["父亲"]),
        (UNABLE, HOME, None, False, False, ["父亲"]),
        (AWAY, NOTHING, None, None, None, []),
        (AWAY, {**NOTHING, "监护能力": "无"}, None, None, True, ["母亲"]),
        (None, None, "双亲留守", True, False, []),
        (None, None, "单亲留守", False, None, []),
        (None, None, None, None, None, []),
    ],
)  # fmt: skip
def test_who_is_away_and_who_is_able(
    father: Any, mother: Any, word: str | None, both: bool | None, alone: bool | None, unable: list[str]
) -> None:
    one = member(父亲=father, 母亲=mother, 学籍登记=word)
    found = (official.both_away(one, ON), official.one_away_other_unable(one, ON), official.unable(one, ON))
    assert found == (both, alone, unable)


def carer(relation: str) -> list[dict[str, str]]:
    return [{"姓名": "王桂兰", "关系": relation, "自": "2010-03"}]


@pytest.mark.parametrize(
    ("relation", "entrusted", "poor"),
    [
        ("奶奶", True, "受委托监护人监护能力不足"),
        ("邻居", True, "受委托监护人监护能力不足"),
        ("母亲", False, "父或母无监护能力"),
        ("自己", False, "无人监护"),
        (None, None, None),
    ],
)
def test_who_guards(relation: str | None, entrusted: bool | None, poor: str | None) -> None:
    caregivers = carer(relation) if relation else []
    found = {
        word: official.guarding(
            member(照护人=caregivers, 监护情况=[{"日期": "2013-10-12", "评定": word}]), ON
        )
        for word in ("较好", "一般", "差")
    }
    assert found == {"较好": "监护情况较好", "一般": "监护情况一般", "差": poor}
    assert official.entrusted(member(照护人=caregivers), ON) is entrusted


def test_not_judged_is_no_kind_of_guarding() -> None:
    assert (
        official.guarding(member(照护人=carer("奶奶"), 监护情况=[{"日期": "2013-12-31", "评定": "差"}]), ON)
        is None
    )


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, "初中"),
        ({"就学情况": "中职"}, "中职"),
        ({"在班": [{"自": "2012-09-01", "至": "2013-06-30"}]}, None),
        ({"在班": [{"自": "2012-09-01", "至": "2013-06-30"}], "就学情况": "辍学"}, "辍学"),
    ],
)
def test_schooling_follows_from_the_class(changes: Any, word: str | None) -> None:
    assert official.schooling(member(**changes), ON) == word
