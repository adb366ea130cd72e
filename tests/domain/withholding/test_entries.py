"""Which entries hold for whom, and how they are told."""

from liushou_cli.domain.withholding import applying_alone, covered, said, unnamed
from tests.builders import child

HELD = child(现住址="花树坪", 不得透露=[{"内容": "现住址", "对谁": "父亲"}, {"内容": "那件事"}])


def test_an_entry_in_words() -> None:
    assert [said(one) for one in HELD.withheld] == ["现住址（对父亲）", "那件事"]


def test_what_a_person_has_to_look_at() -> None:
    assert [one.what for one in unnamed(HELD)] == ["那件事"]
    assert [one.what for one in unnamed(HELD, "教育局")] == ["那件事"]


def test_one_entry_alone_holds_for_everybody() -> None:
    first, second = HELD.withheld
    assert covered(applying_alone(HELD, first), "教育局").address == "（不透露）"
    assert covered(applying_alone(HELD, second)).address == "花树坪"
