"""Every word of every aspect has its own line."""

from liushou_cli.domain.choices import Rating
from liushou_cli.domain.ratings import RATINGS, described
from liushou_cli.domain.survey import ASPECTS


def test_each_aspect_defines_each_word_in_a_line_of_its_own() -> None:
    assert list(RATINGS) == list(ASPECTS)
    lines = [said for aspect in RATINGS.values() for said in aspect.values()]
    assert len(set(lines)) == len(ASPECTS) * len(Rating)
    assert [line for line in lines if not 8 <= len(line) <= 30] == []


def test_from_good_to_urgent() -> None:
    assert [word for word, _ in described("安全")] == ["较好", "一般", "需关注", "紧急"]
    assert described("心理")[3] == ("紧急", "说过不想活、伤过自己，或突然变了一个人")
