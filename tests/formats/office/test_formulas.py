"""References after rows went elsewhere: row 3 repeated three times, row 5 left out."""

import pytest

from liushou_cli.formats.office.formulas import formula, shifted
from liushou_cli.formats.office.moves import Moves, inserted

MOVES = Moves({1: [1], 2: [2], 3: [3, 4, 5], 4: [6], 5: [], 6: [7]})


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("A1", "A1"), ("$C$3", "$C$3"), ("C4", "C6"), ("C9", "C10"),
        ("SUM(C3:C3)", "SUM(C3:C5)"), ("SUM(C2:C4)", "SUM(C2:C6)"), ("SUM(C4:C5)", "SUM(C6:C6)"), ("C5", "C7"),
        ("SUM($C$3:$C3)/B6", "SUM($C$3:$C5)/B7"), ('IF(A6="C4",C4,"")', 'IF(A7="C4",C6,"")'),
        ("表!C4+别!C4+'表'!C4", "表!C6+别!C4+'表'!C6"), ("LOG10(A4)", "LOG10(A6)"), ("表!$3:$4", "表!$3:$6"),
        ("名称C4", "名称C4"), ("C4.5", "C4.5"), ("_xlfn.C4(1)", "_xlfn.C4(1)"),
    ],
)  # fmt: skip
def test_a_formula_follows(before: str, now: str) -> None:
    assert formula(before, "表", {"表": MOVES}, {}) == now


def test_within_its_own_copy_a_formula_stays() -> None:
    assert formula("C3*B2+SUM(C3:D3)", "表", {"表": MOVES}, {3: 5}) == "C5*B2+SUM(C5:D5)"


@pytest.mark.parametrize(
    ("before", "now"),
    [("A1+$B$2", "C2+$B$2"), ("$A1:B$2", "$A2:D$2"), ('"A1"&A1', '"A1"&C2'), ("Z9", "AB10")],
)
def test_filled_down_and_to_the_right(before: str, now: str) -> None:
    assert shifted(before, 1, 2) == now


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SUM(C5:C8)+D9", "SUM(C5:C11)+D12"),
        ('COUNTIF(B5:B8,"A9")', 'COUNTIF(B5:B11,"A9")'),
        ("'别的 表'!A9+A9", "'别的 表'!A9+A12"),
        ("表!A9+LOG10(9)", "表!A12+LOG10(9)"),
    ],
)
def test_formulas_keep_their_words_and_cells_of_other_sheets(before: str, after: str) -> None:
    assert formula(before, "表", {"表": inserted(8, 3)}, {}) == after
