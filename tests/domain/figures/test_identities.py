"""勾稽: what a return must add up to, whatever the class; and what a published one keeps to itself."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.figures.book import Figure
from liushou_cli.domain.figures.identities import FEW, Identity, broken, identities, withheld
from liushou_cli.domain.population import ClassRoll
from tests.builders import FIRST, LAST, child, figures_of, roll, values
from tests.domain.strategies import rolls

as_of = st.dates(FIRST, LAST).map(str)


@given(rolls(), st.lists(rolls(name="2012-1"), max_size=1), as_of)
def test_every_identity_holds_and_every_number_is_its_references(
    one: ClassRoll, more: list[ClassRoll], on: str
) -> None:
    classes = (one, *(two._replace(settings=roll(班级="2012-1").settings) for two in more))
    found, rules = figures_of(*classes, on=on), identities(classes)
    assert broken(found, rules) == ""
    for rule in rules:
        for name in (rule.whole, *rule.parts):
            assert found[name].value == len(found[name].refs), name


def test_ages_schooling_and_who_is_left_at_home_counted_by_hand() -> None:
    dead = {"行踪": [{"自": "2009-05", "状况": "去世"}]}
    found = values(
        roll(
            child(出生日期="1996-12-30", 性别="男", 就学情况="高中", 身体情况="健康"),
            child(出生日期="1999-12-31", 母亲=dead),
            child(出生日期="1999-12-30", 母亲=None),
            child(出生日期="2008-12-29"),
        ),
        on="2013-12-30",
    )
    wanted = {
        "0—5岁": 1, "6—13岁": 1, "14—16岁": 1, "17岁以上": 1, "17岁以上男": 1, "17岁以上女": 0, "0—5岁女": 1,
        "就学高中": 1, "就学初中": 3, "就学未注明": 0, "身体健康": 1, "身体未注明": 3,
        "另一方无监护能力": 1, "另一方有监护能力": 2, "另一方未注明": 1,
    }  # fmt: skip
    assert {name: found[name] for name in wanted} == wanted


def sheet(**numbers: int) -> dict[str, Figure]:
    return {name: Figure(name, value, "名", ()) for name, value in {"在籍学生": 99, **numbers}.items()}


AB = Identity("甲", "留守儿童", ("男", "女"))
CD = Identity("乙", "留守儿童", ("走读", "寄宿", "不明"))


def test_a_sum_that_does_not_hold_is_named() -> None:
    assert broken(sheet(留守儿童=9, 男=5, 女=3), [AB]) == "甲：男5 + 女3，加起来不是留守儿童9"
    assert broken(sheet(留守儿童=9, 男=5, 女=4), [AB]) == ""
    assert broken(sheet(留守儿童=100, 男=50, 女=50), [AB]) == "留守儿童100多于在籍学生99"


def test_a_withheld_cell_is_not_the_difference_of_the_others() -> None:
    assert withheld(sheet(留守儿童=20, 男=3, 女=17), (AB,)) == {"男": "<5", "女": "不列"}
    assert withheld(sheet(留守儿童=20, 走读=12, 寄宿=6, 不明=2), (CD,)) == {"不明": "<5", "寄宿": "不列"}
    assert withheld(sheet(留守儿童=20, 走读=20, 寄宿=0, 不明=0), (CD,)) == {}
    assert withheld(sheet(留守儿童=3, 走读=3, 寄宿=0, 不明=0), (CD,)) == {"留守儿童": "<5", "走读": "<5"}


def test_hiding_goes_on_through_every_sum_a_cell_is_in() -> None:
    both = sheet(留守儿童=4, 男=0, 女=4, 走读=4, 寄宿=0, 不明=0)
    assert withheld(both, (AB, CD)) == dict.fromkeys(("留守儿童", "女", "走读"), "<5")


@given(st.tuples(*[st.integers(0, 12)] * 6))
def test_no_sum_gives_a_cell_away(cells: tuple[int, ...]) -> None:
    """Two columns by three rows with all their totals, as a sheet has them."""
    names = [f"{row}{column}" for row, column in product("甲乙丙", "男女")]
    found = dict(zip(names, cells, strict=True))
    rules = [Identity(row, row, (f"{row}男", f"{row}女")) for row in "甲乙丙"]
    rules += [Identity(column, column, tuple(f"{row}{column}" for row in "甲乙丙")) for column in "男女"]
    rules.append(Identity("全", "全", ("男", "女")))
    for rule in rules:
        found[rule.whole] = sum(found[part] for part in rule.parts)
    hidden = withheld(sheet(留守儿童=0, **found), tuple(rules))
    assert {name for name, value in found.items() if 0 < value < 5} == {
        name for name, shown in hidden.items() if shown == FEW
    }
    for rule in rules:
        assert sum(name in hidden for name in (rule.whole, *rule.parts)) != 1
