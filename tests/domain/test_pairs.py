"""Who has how many, who twice, and who is of the family."""

from datetime import date
from typing import Any

import pytest

from liushou_cli.domain.pairs import Load, kin, loads, repeated
from tests.builders import child

CHEN = {"姓名": "陈静", "身份": "帮扶教师", "自": "2013-09-02", "单位": "新溪中学"}
DAY = date(2013, 12, 30)


def paired(*pairings: dict[str, Any], **changes: Any) -> Any:
    return child(结对=list(pairings), **changes)


def test_a_child_in_two_roles_counts_once_and_an_ended_pairing_not_at_all() -> None:
    children = [
        paired(CHEN, {**CHEN, "身份": "代理家长"}),
        paired(CHEN, 编号="k7m2qx", 姓名="周莉"),
        paired({**CHEN, "至": "2013-12-29"}, {**CHEN, "姓名": "李伟"}, 编号="000001", 姓名="甲乙"),
        paired({**CHEN, "自": "2013-12-31"}, 编号="000002", 姓名="丙丁"),
    ]
    assert loads(children, DAY) == [
        Load("陈静", "新溪中学", ("帮扶教师", "代理家长"), ("李小花", "周莉")),
        Load("李伟", "新溪中学", ("帮扶教师",), ("甲乙",)),
    ]


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (CHEN, [(1, 0)]),
        ({**CHEN, "自": "2013-10-08", "至": "2013-11-01"}, [(1, 0)]),
        ({**CHEN, "身份": "代理家长"}, []),
        ({**CHEN, "姓名": "陈刚"}, []),
        ({**CHEN, "自": "2013-01-01", "至": "2013-09-01"}, []),
        ({**CHEN, "自": "2013-01-01", "至": "2013-09-02"}, [(1, 0)]),
    ],
)
def test_one_person_twice_in_one_role_at_one_time(
    second: dict[str, Any], found: list[tuple[int, int]]
) -> None:
    assert list(repeated(paired(CHEN, second))) == found


@pytest.mark.parametrize(
    ("name", "role", "who"),
    [
        ("李强", "代理家长", "父亲"),
        ("王芳", "代理家长", "母亲"),
        ("李强", "帮扶教师", ""),
        ("龚玉珍", "代理家长", "照护人"),
        ("陈静", "代理家长", ""),
    ],
)
def test_kin_is_no_proxy_parent(name: str, role: str, who: str) -> None:
    carer = {"姓名": "龚玉珍", "关系": "奶奶", "自": "2011-03", "至": "2013-10-01"}
    one = paired({**CHEN, "姓名": name, "身份": role}, 照护人=[carer])
    assert kin(one, one.pairings[0]) == who


def test_who_cared_before_is_free_to_be_one() -> None:
    carer = {"姓名": "陈静", "关系": "邻居", "自": "2011-03", "至": "2013-09-01"}
    one = paired({**CHEN, "身份": "代理家长"}, 照护人=[carer])
    assert kin(one, one.pairings[0]) == ""
