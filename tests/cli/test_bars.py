"""Bars and sparklines, and the numbers beside them."""

import pytest

from liushou_cli.cli.bars import bar, shown, sparkline


@pytest.mark.parametrize(
    ("value", "whole", "drawn"),
    [
        (4, 4, "████"),
        (2, 4, "██"),
        (1, 3, "█▍"),
        (1, 1000, "▏"),
        (9, 4, "████"),
        (0, 4, ""),
        (None, 4, ""),
        (3, 0, ""),
        (0.5, 1, "██"),
    ],
)
def test_bar(value: float | None, whole: float, drawn: str) -> None:
    assert bar(value, whole, 4) == drawn


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ([24, 26, 12, 0], "▇█▄▁"),
        ([0.0, 0.5, 1.0], "▁▅█"),
        ([None, 3], " █"),
        ([0, 0], "▁▁"),
        ([], ""),
    ],
)
def test_sparkline(values: list[float | None], drawn: str) -> None:
    assert sparkline(values) == drawn


def test_numbers() -> None:
    assert [shown(value) for value in (12, 0.542, 1.0, None, 0)] == ["12", "54.2%", "100.0%", "—", "0"]
