import pytest

from liushou_cli.formats.blocks.numbers import Numbering, chinese


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (35, "三十五"),
        (99, "九十九"),
        (100, "100"),
    ],
)
def test_chinese(number: int, written: str) -> None:
    assert chinese(number) == written


def test_a_heading_starts_the_levels_under_it_afresh() -> None:
    numbering = Numbering()
    assert [numbering.next(level) for level in (1, 2, 3, 4, 4, 3, 2, 3, 1, 2)] == [
        "一、", "（一）", "1.", "（1）", "（2）", "2.", "（二）", "1.", "二、", "（一）",
    ]  # fmt: skip
