"""Figures as they are kept, and what counts as a difference later."""

from fractions import Fraction

import pytest

from liushou_cli.domain.handed_in import Difference, differences, exact, printed


@pytest.mark.parametrize(
    ("value", "kept", "said"),
    [
        (24, "24", "24"),
        (1234567, "1234567", "1234567"),
        (500.0, "500", "500"),
        (1234567.25, "1234567.25", "1234567.25"),
        (Fraction(24, 46), "12/23", "52.2%"),
        (Fraction(1), "1/1", "100.0%"),
        (Fraction(0), "0/1", "0.0%"),
        (None, "—", "—"),
    ],
)
def test_nothing_is_lost(value: int | float | Fraction | None, kept: str, said: str) -> None:
    assert (exact(value), printed(exact(value))) == (kept, said)


def test_only_what_was_kept_can_differ() -> None:
    before = {"家访次数": "3", "家访覆盖率": "1/3", "谈心次数": "2", "需求：衣物": "1"}
    now = {"家访次数": "4", "家访覆盖率": "2/3", "谈心次数": "2", "需求：书": "2", "后来才有的数字": "9"}
    assert differences(before, now) == [
        Difference("家访次数", "3", "4"),
        Difference("家访覆盖率", "33.3%", "66.7%"),
        Difference("需求：衣物", "1", ""),
        Difference("需求：书", "", "2"),
    ]


def test_a_figure_is_compared_as_it_was_not_as_it_was_printed() -> None:
    assert differences({"占比": "1000/2001"}, {"占比": "1/2"}) == [Difference("占比", "50.0%", "50.0%")]
