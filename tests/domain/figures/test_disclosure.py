"""What a published document may not tell: no count of one to four children, and none that can be worked out."""

from datetime import date
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liushou_cli.domain.figures.book import Figure
from liushou_cli.domain.figures.disclosure import _SUMS, enough, withheld
from liushou_cli.domain.figures.identities import SMALLEST, Figures
from liushou_cli.domain.population import ClassRoll, Ref
from liushou_cli.usecases.report import Asked, report
from tests.builders import FIRST, LAST, figures_of
from tests.domain.strategies import rolls
from tests.helpers.places import SCHOOL, TODAY

PLACES = [SCHOOL, *(path.parent for path in sorted(SCHOOL.glob("*/class.yaml")))]


def told(found: Figures) -> list[str]:
    """Every way in which what is shown of *found* tells of one to four children."""
    hidden = withheld(found)
    shown = {
        name: one
        for name, one in found.items()
        if name not in hidden
        and one.unit == "名"
        and isinstance(one.value, int)
        and name != "在籍学生"
        and one.value
    }
    files = {name: {ref.file for ref in one.refs} for name, one in shown.items()}
    small = [name for name, one in shown.items() if int(one.value or 0) < SMALLEST]
    small += [
        f"{outer} - {inner}"
        for outer, inner in permutations(shown, 2)
        if files[inner] < files[outer] and len(files[outer]) - len(files[inner]) < SMALLEST
    ]
    for rule in _SUMS:
        gone = [int(found[part].value or 0) for part in rule.parts if part in hidden]
        others = [part for part in rule.parts if part in shown]
        if rule.whole in shown and gone and others and (len(gone) == 1 or sum(gone) < SMALLEST):
            small.append(f"{rule.title}：{gone}")
    return small


@pytest.mark.parametrize("place", PLACES, ids=lambda path: path.name)
def test_nothing_in_the_example_tells_of_a_few_children(place: Path) -> None:
    asked = Asked(scopes=("班级", "学校"), parts=())
    found = report(place, asked, date.fromisoformat(TODAY))
    assert told(found.summary.figures) == []
    assert "留守儿童" not in withheld(found.summary.figures)


@settings(max_examples=25, deadline=None)
@given(rolls(), st.dates(FIRST, LAST).map(str))
def test_nothing_in_any_class_tells_of_a_few_children(one: ClassRoll, on: str) -> None:
    assert told(figures_of(one, on=on)) == []


def counted(name: str, *files: str) -> Figure:
    return Figure(name, len(files), "名", tuple(Ref(file) for file in files))


def test_the_only_part_that_is_left_out_takes_another_with_it() -> None:
    everyone = [f"{number}.yaml" for number in range(24)]
    found = {
        "留守儿童": counted("留守儿童", *everyone),
        "家访人数": counted("家访人数", *everyone[:22]),
        "未家访人数": counted("未家访人数", *everyone[22:]),
        "通话人数": counted("通话人数", *everyone[:18]),
        "家访覆盖率": Figure("家访覆盖率", Fraction(22, 24), "", (), "留守儿童"),
        "通话覆盖率": Figure("通话覆盖率", Fraction(18, 24), "", (), "留守儿童"),
        "家访次数": Figure("家访次数", 2, "次", ()),
    }
    assert withheld(found) == {"未家访人数": "不足5", "家访人数": "若干", "家访覆盖率": "—"}


@pytest.mark.parametrize(
    ("cells", "hidden", "total_hidden", "next_one"),
    [
        ({"甲": 9, "乙": 7}, [], False, ""),
        ({"甲": 9, "乙": 7, "丙": 3}, ["丙"], False, "乙"),
        ({"甲": 9, "乙": 7, "丙": 3}, ["丙", "乙"], False, ""),
        ({"甲": 9, "乙": 1, "丙": 1}, ["丙", "乙"], False, "甲"),
        ({"甲": 0, "丙": 3}, ["丙"], False, ""),
        ({"甲": 9, "乙": 7}, [], True, "乙"),
        ({"甲": 9, "乙": 1}, ["乙"], True, ""),
    ],
)
def test_which_part_of_a_sum_goes_next(
    cells: dict[str, int], hidden: list[str], total_hidden: bool, next_one: str
) -> None:
    assert enough(cells, hidden, total_hidden=total_hidden) == next_one
