"""New rows in a sheet: ranges and formulas follow."""

import pytest

from liushou_cli.formats.blanks.sheet_rows import formula, moved


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A3", "A3"),
        ("A8", "A8"),
        ("A9", "A12"),
        ("B5:B8", "B5:B11"),
        ("B5:B7", "B5:B7"),
        ("$A$1:$H$20", "$A$1:$H$23"),
        ("A9:H9 C2", "A12:H12 C2"),
    ],
)
def test_three_rows_after_row_8(before: str, after: str) -> None:
    assert moved(before, 8, 3) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SUM(C5:C8)+D9", "SUM(C5:C11)+D12"),
        ('COUNTIF(B5:B8,"A9")', 'COUNTIF(B5:B11,"A9")'),
        ("'别的 表'!A9+A9", "'别的 表'!A9+A12"),
        ("LOG10(9)", "LOG10(9)"),
    ],
)
def test_formulas_keep_their_words_and_cells_of_other_sheets(before: str, after: str) -> None:
    assert formula(before, 8, 3) == after
