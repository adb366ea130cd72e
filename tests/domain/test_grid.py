"""Cells as clean text, and their addresses."""

from datetime import date, datetime

import pytest

from liushou_cli.domain.grid import Grid, Value, address, as_text, column_index, column_name


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("  陈　梓 涵\n", "陈梓涵"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("Mary  Ann", "Mary Ann"),
        ("孙\u200b小梅\x07", "孙小梅"),
        (13800000001.0, "13800000001"),
        (2012.1, "2012.1"),
        (True, "是"),
        (False, "否"),
        (date(2004, 2, 1), "2004-02-01"),
        (datetime.fromisoformat("2004-02-01T08:30"), "2004-02-01"),
        (3.60121201203072e17, "3.60121201203072e+17"),
    ],
)
def test_text_of_a_cell(value: Value, text: str) -> None:
    assert as_text(value) == text


def test_addresses() -> None:
    assert [column_name(c) for c in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
    assert [column_index(name) for name in ("A", "Z", "AA", "ZZ", "AAA")] == [0, 25, 26, 701, 702]
    assert address(6, 1) == "B7"


def test_beyond_the_edge_is_nothing() -> None:
    grid = Grid("", (("a", "b"),))
    assert (grid.text(0, 1), grid.text(0, 2), grid.text(1, 0), grid.text(-1, 0), grid.width) == (
        "b",
        "",
        "",
        "",
        2,
    )
    assert (Grid("", ()).width, list(grid.lines())) == (0, [["a", "b"]])
