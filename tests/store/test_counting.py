"""Several classes are counted together only where they mean the same by it."""

from datetime import date
from pathlib import Path

import pytest

from liushou_cli.domain.term import Term
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import read_class
from liushou_cli.store.counting import counted
from liushou_cli.store.opening import open_records

TERM, DAY = Term(2013, 2), date(2013, 12, 30)


def test_a_school_is_counted_under_its_one_definition(example: Path) -> None:
    rolls = [read_class(folder).roll() for folder in open_records(example).classes]
    people = counted(rolls, TERM, DAY)
    assert (len(people.rolls), people.rule.name, people.as_of) == (6, "学籍", DAY)


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ("口径: 普查\n", "各班的口径不同：学籍、普查", "分开数"),
        ("口径: 国发2016-13\n", "各班的口径不同：国发2016-13、学籍", "分开数"),
    ],
)
def test_definitions_that_differ(words: str, message: str, hint: str, example: Path) -> None:
    settings = example / "2012-2" / "class.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + words, encoding="utf-8")
    rolls = [read_class(folder).roll() for folder in open_records(example).classes]
    with pytest.raises(BadInput) as caught:
        counted(rolls, TERM, DAY, apart=hint)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_definition_that_did_not_exist_yet(example: Path) -> None:
    settings = example / "2012-2" / "class.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "口径: 国发2016-13\n", encoding="utf-8")
    rolls = [read_class(folder).roll() for folder in open_records(example / "2012-2").classes]
    with pytest.raises(BadInput) as caught:
        counted(rolls, TERM, DAY)
    assert caught.value.hint == "在 class.yaml 或 school.yaml 里换一种口径"
