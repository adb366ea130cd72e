"""Groups of children, and how far each was reached."""

import pytest

from liushou_cli.domain.choices import Breakdown
from liushou_cli.domain.stats import UNSAID, broken_down, of
from tests.builders import Tree, child, counted, roll

VISIT: Tree = {"家访": [{"日期": "2013-10-12"}]}


def lines(by: str) -> list[tuple[str, list[object]]]:
    people = counted(
        roll(
            child(**VISIT, 村组="上溪村", 就读方式="寄宿", 谈心=[{"日期": "2013-11-02"}]),
            child(村组="上溪村", 性别="男"),
            child(**VISIT),
        ),
        roll(child(村组="下溪村"), name="2013-1", 班级="2013-1"),
    )
    return [(line.name, list(line.figures.values())) for line in broken_down(people, Breakdown(by))]


@pytest.mark.parametrize(
    ("by", "found"),
    [
        ("村组", [("上溪村", [2, 0.5, 0.0, 1, 2]), ("下溪村", [1, 0.0, 0.0, 0, 1]), (UNSAID, [1, 1.0, 0.0, 0, 1])]),
        ("班级", [("八年级（2）班", [3, 2 / 3, 0.0, 1, 3]), ("七年级（1）班", [1, 0.0, 0.0, 0, 1])]),
        ("年级", [("八年级", [3, 2 / 3, 0.0, 1, 3]), ("七年级", [1, 0.0, 0.0, 0, 1])]),
        ("性别", [("女", [3, 2 / 3, 0.0, 1, 3]), ("男", [1, 0.0, 0.0, 0, 1])]),
        ("留守", [("单亲留守", [4, 0.5, 0.0, 1, 4])]),
        ("就读方式", [("寄宿", [1, 1.0, 0.0, 1, 1]), (UNSAID, [3, 1 / 3, 0.0, 0, 3])]),
        ("照护人", [(UNSAID, [4, 0.5, 0.0, 1, 4])]),
        ("关注等级", [(UNSAID, [4, 0.5, 0.0, 1, 4])]),
        ("月", [("9月", [0, 0, 0]), ("10月", [2, 0, 0]), ("11月", [0, 0, 1]), ("12月", [0, 0, 0]), ("1月", [0, 0, 0])]),
    ],
)  # fmt: skip
def test_broken_down(by: str, found: list[tuple[str, list[object]]]) -> None:
    assert lines(by) == found


def test_a_share_of_nobody_is_none() -> None:
    people = counted(roll(child(父亲=None, 母亲=None)))
    assert of(people, ("留守儿童", "家访覆盖率")) == {"留守儿童": 0, "家访覆盖率": None}
