"""Which caregiver 照护人.电话 or 奶奶.电话 means."""

from datetime import date

import pytest

from liushou_cli.domain.child import Child
from liushou_cli.domain.meant_entry import placed

TODAY = date(2013, 10, 12)
BEFORE = {"姓名": "王大山", "关系": "爷爷", "自": "2010-03", "至": "2012-08-31"}
GRANDMOTHER = {"姓名": "王桂兰", "关系": "奶奶", "自": "2012-09-01"}
AUNT = {"姓名": "李芳", "关系": "姑姑", "自": "2013-09-01"}


def child(*caregivers: dict[str, str]) -> Child:
    return Child.model_validate(
        {
            "格式": "1",
            "编号": "4kx7qm",
            "姓名": "李小花",
            "性别": "女",
            "出生日期": "2001-05-12",
            "在班": [{"自": "2012-09-01"}],
            "照护人": list(caregivers),
        }
    )


@pytest.mark.parametrize("path", [("父亲", "电话"), ("照护人",), ("现住址",), ("奶奶",)])
def test_other_paths_are_left_alone(path: tuple[str, ...]) -> None:
    assert placed(path, child(BEFORE, GRANDMOTHER), TODAY) == path


def test_the_one_in_force_is_meant() -> None:
    assert placed(("照护人", "电话"), child(BEFORE, GRANDMOTHER), TODAY) == ("照护人", 1, "电话")


def test_a_relation_tells_two_apart() -> None:
    assert placed(("姑姑", "住址"), child(BEFORE, GRANDMOTHER, AUNT), TODAY) == ("照护人", 2, "住址")


@pytest.mark.parametrize(
    ("first", "caregivers", "message"),
    [
        ("照护人", (GRANDMOTHER, AUNT), "李小花的照护人不止一位，写明是谁：奶奶.电话、姑姑.电话"),
        ("爷爷", (BEFORE, GRANDMOTHER), "李小花现在的照护人里没有爷爷，写的是：奶奶王桂兰"),
        ("照护人", (BEFORE,), "李小花没有写现在的照护人"),
    ],
)
def test_none_or_two_are_not_guessed(
    first: str, caregivers: tuple[dict[str, str], ...], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        placed((first, "电话"), child(*caregivers), TODAY)
