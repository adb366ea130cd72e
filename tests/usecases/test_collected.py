from datetime import date
from pathlib import Path

import pytest

from liushou_cli.domain.survey_form import Answer, BadCell
from liushou_cli.errors import Damaged
from liushou_cli.usecases.collected import Entered, enter_surveys

TODAY = date(2013, 12, 30)
IDS = ("0297s1", "04a6ff")


@pytest.fixture
def school(example: Path) -> Path:
    return example


def ids(school: Path) -> list[str]:
    return sorted(file.stem for file in (school / "2012-2" / "children").iterdir())[:2]


def answer(child: str, number: int, day: str = "2013-12-20", **more: str) -> Answer:
    values = {"child": child, "survey_date": day, "mind_rating": "一般", **more}
    return Answer(values, {name: f"{letter}{number}" for name, letter in zip(values, "ABCDEF", strict=False)})


def enter(school: Path, *answers: Answer) -> Entered:
    return enter_surveys(school / "2012-2", answers, TODAY, lambda: None)


def text(school: Path, child: str) -> str:
    return (school / "2012-2" / "children" / f"{child}.yaml").read_text(encoding="utf-8")


def test_all_rows_are_entered_at_once(school: Path) -> None:
    one, other = ids(school)
    before = text(school, one)
    done = enter(
        school, answer(one, 2, mind_needs="谈心、陪伴"), answer(other, 3), answer(one, 4, "2013-12-21")
    )
    assert (done.added, done.before, done.problems) == (3, 0, ())
    assert done.saved is not None
    assert sorted(done.saved.files) == sorted(f"2012-2/children/{id_}.yaml" for id_ in (one, other))
    assert text(school, one).count("2013-12-20") == before.count("2013-12-20") + 1
    added = [line.strip() for line in text(school, one).splitlines() if line not in before.splitlines()]
    assert [line for line in added if "心理" in line] == [
        *("心理: {评定: 一般, 需求: [谈心, 陪伴]}", "心理: {评定: 一般}"),
    ]


def test_what_stands_there_already_is_passed_over(school: Path) -> None:
    one, other = ids(school)
    enter(school, answer(one, 2))
    once = text(school, one)
    again = enter(school, answer(one, 2), answer(one, 3))
    assert (again, text(school, one)) == (Entered(0, 2, (), None), once)
    more = enter(school, answer(one, 2), answer(other, 3))
    assert (more.added, more.before) == (1, 1)


@pytest.mark.parametrize(
    ("bad", "cell", "said"),
    [
        (("zzzzzz", 3), "A3", "没有“zzzzzz”这个孩子"),
        (("{one}", 3, "2014-01-08"), "B3", "日期 2014-01-08 还没有到（今天是 2013-12-30）"),
        (("{one}", 3, "2009-01-08"), "B3", "那天"),
    ],
)
def test_one_bad_row_and_nothing_is_entered(school: Path, bad: tuple[str, ...], cell: str, said: str) -> None:
    one, other = ids(school)
    before = text(school, other)
    child, *more = (str(part).format(one=one) for part in bad)
    done = enter(school, answer(other, 2), answer(child, int(more[0]), *more[1:]))
    assert (done.added, done.saved, text(school, other)) == (0, None, before)
    assert [(problem.cell, said in problem.message) for problem in done.problems] == [(cell, True)]


def test_two_different_surveys_of_one_day_are_a_contradiction(school: Path) -> None:
    one, _ = ids(school)
    done = enter(school, answer(one, 2), answer(one, 3, mind_rating="紧急"))
    assert [problem.cell for problem in done.problems] == ["B3"]
    assert "2013-12-20 已经有一次普查，内容不同" in done.problems[0].message


def test_the_spelling_of_a_name_is_no_number(school: Path) -> None:
    done = enter(school, answer("fangya", 2))
    assert all(isinstance(problem, BadCell) for problem in done.problems)
    assert done.added == 0


def test_a_file_that_cannot_be_read_stops_it(school: Path) -> None:
    one, _ = ids(school)
    place = school / "2012-2" / "children" / f"{one}.yaml"
    place.write_text(text(school, one) + "家访: [\n", encoding="utf-8")
    with pytest.raises(Damaged):
        enter(school, answer(one, 2))
