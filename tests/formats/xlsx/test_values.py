"""What is a number and what stays text."""

import pytest

from liushou_cli.formats.document import Run, Table
from liushou_cli.formats.xlsx.values import Value, counted_columns, value


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("22", Value("22", 22, "0")),
        ("-3", Value("-3", -3, "0")),
        ("37.0%", Value("37.0%", 0.37, "0.0%")),
        ("5%", Value("5%", 0.05, "0%")),
        ("2.50", Value("2.50", 2.5, "0.00")),
        ("007", Value("007", None, "@")),
        ("—", Value("—")),
        ("22次", Value("22次")),
        ("13800000001", Value("13800000001", None, "@")),
    ],
)
def test_a_figure(text: str, made: Value) -> None:
    assert value((Run(text, figure="家访次数"),)) == made
    assert value((Run(text),), counted=True) == made


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("22", "@"),
        ("13800000001", "@"),
        ("00000020030101003X", "@"),
        ("2012.10", "@"),
        ("=cmd|'/c calc'!A1", "@"),
        ("+86", "@"),
        ("-", "@"),
        ("@SUM(A1)", "@"),
        ("2013年3月", "@"),
        ("孙小梅", "General"),
        ("", "General"),
        ("=" + "长" * 300, "General"),
    ],
)
def test_all_other_text_stays_as_it_is(text: str, form: str) -> None:
    assert value((Run(text),)) == Value(text, None, form)


def test_what_a_cell_cannot_hold_is_cut_with_a_mark() -> None:
    made = value((Run("\x00\x1b长" * 40000),)).text
    assert (len(made), made[-2:]) == (32767, "长…")


def test_columns_of_counts() -> None:
    rows = (
        ("序号", "人数", "占比", "出生", "学号", "电话", "右"),
        ("1", "12", "37.0%", "2012.10", "0012", "13800000001", "2012.5"),
        ("2", "—", "100.0%", "2013", "0013", "", "无"),
    )
    table = Table(tuple(tuple((Run(cell),) for cell in row) for row in rows), ("center",) * 6 + ("right",))
    assert counted_columns(table) == [True, True, True, False, False, False, True]
