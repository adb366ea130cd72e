"""Ranges once rows went elsewhere."""

import pytest

from liushou_cli.formats.office.moves import Moves, inserted


def test_a_list_of_places_follows() -> None:
    moves = Moves({1: [1], 2: [2], 3: [3, 4, 5], 4: [6], 5: [], 6: [7]})
    assert moves.spans("C3 D4:D6 E1") == "C3:C5 D6:D7 E1"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A3", "A3"),
        ("A8", "A8:A11"),
        ("A9", "A12"),
        ("B5:B8", "B5:B11"),
        ("B5:B7", "B5:B7"),
        ("$A$1:$H$20", "$A$1:$H$23"),
        ("A9:H9 C2", "A12:H12 C2"),
    ],
)
def test_three_rows_after_row_8(before: str, after: str) -> None:
    assert inserted(8, 3).spans(before) == after
