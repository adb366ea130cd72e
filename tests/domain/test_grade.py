import pytest

from liushou_cli.domain.choices import Stage
from liushou_cli.domain.grade import class_code, class_name, grade
from liushou_cli.domain.term import Term, parse


@pytest.mark.parametrize(
    ("stage", "entered", "term", "expected"),
    [
        ("初中", 2012, "2012-2", "七年级"),
        ("初中", 2012, "2013-1", "七年级"),
        ("初中", 2012, "2013-2", "八年级"),
        ("初中", 2012, "2015-1", "九年级"),
        ("初中", 2012, "2015-2", "已毕业"),
        ("初中", 2012, "2012-1", "未入学"),
        ("小学", 2012, "2012-2", "一年级"),
        ("小学", 2012, "2018-1", "六年级"),
        ("小学", 2012, "2018-2", "已毕业"),
        ("高中", 2012, "2013-2", "高二年级"),
    ],
)
def test_the_grade_follows_from_year_of_entry_and_term(
    stage: str, entered: int, term: str, expected: str
) -> None:
    assert grade(Stage(stage), entered, parse(term)) == expected


def test_a_grade_changes_in_autumn_and_never_in_spring() -> None:
    term = Term(2012, 2)
    for name in ("七", "八", "九"):
        assert grade(Stage.JUNIOR, 2012, term) == grade(Stage.JUNIOR, 2012, term.next) == f"{name}年级"
        term = term.next.next


def test_the_name_of_a_class() -> None:
    assert class_name(Stage.JUNIOR, "2012-2", Term(2013, 2)) == "八年级（2）班"
    assert class_name(Stage.JUNIOR, "2012-12", Term(2013, 2)) == "八年级（12）班"


@pytest.mark.parametrize(
    "code",
    ["", "2012", "2012-0", "2012-00", "12-2", "2012-2-1", "2012-123", "八（2）班", "２０１２-2", "2012-2\n"],
)
def test_what_is_no_class_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="不是班级，写成 2012-2（入学年份-班号）"):
        class_code(code)


def test_a_class_code() -> None:
    assert class_code("2012-12") == (2012, 12)
