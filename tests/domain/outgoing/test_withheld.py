import pytest

from liushou_cli.domain.outgoing.withheld import withheld
from tests.builders import child


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("现住址", {"现住址", "户籍地", "村组", "住址"}),
        ("住处", {"现住址", "户籍地", "村组", "住址"}),
        ("母亲的电话", {"母亲", "电话"}),
        ("父亲务工的地点", {"父亲", "母亲", "行踪"}),
        ("残疾", {"身体情况", "身体说明", "其他类别"}),
        ("家访", {"家访"}),
        ("编号", set()),
        ("上个月的那件事", set()),
    ],
)
def test_the_fields_it_names(said: str, words: set[str]) -> None:
    assert withheld(child(不得透露=[{"内容": said, "对谁": "同学"}])) == words


def test_nothing_is_withheld_of_a_file_that_says_nothing() -> None:
    assert withheld(child()) == frozenset()
