"""Joined cells, and rows that do not fit."""

import pytest

from liushou_cli.errors import TemplateFault
from liushou_cli.formats.blocks import parse
from liushou_cli.formats.document import Cell, Form, Run, Table


def form(rows: str) -> Form:
    (block,) = parse(f"::: 表格 1,1,1\n{rows}\n:::")
    assert isinstance(block, Form)
    return block


def test_cells_join_left_and_up() -> None:
    read = form("| 甲 | < | 乙 |\n|-|-|-|\n| ^ | ^ | 丙 |\n| 丁 | < | < |")
    assert read.rows == (
        (Cell((Run("甲"),), 0, across=2, down=2), Cell((Run("乙"),), 2)),
        (Cell((Run("丙"),), 2),),
        (Cell((Run("丁"),), 0, across=3),),
    )


def test_a_value_that_looks_like_a_mark_joins_nothing() -> None:
    read = form(r"| 甲 | \< | \^ |" + "\n|-|-|-|")
    assert read.rows == ((Cell((Run("甲"),), 0), Cell((Run("<"),), 1), Cell((Run("^"),), 2)),)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("| < | 甲 | 乙 |\n|-|-|-|", "生成的文稿第 2 行：第一列不能用 <，第一行不能用 ^"),
        ("| ^ | 甲 | 乙 |\n|-|-|-|", "生成的文稿第 2 行：第一列不能用 <，第一行不能用 ^"),
        ("| 甲 | < | 乙 |\n|-|-|-|\n| ^ | 丙 | 丁 |", "生成的文稿第 2 行：合并的格子不是长方形"),
        ("| 甲 | 乙 | 丙 |\n|-|-|-|\n| 1 | 2 |", "生成的文稿第 4 行：这一行有 2 格，表头有 3 格"),
        ("| 甲 | 乙 | 丙 |\n|-|-|-|\n| 1 | 2 | 3 | 4 |", "生成的文稿第 4 行：这一行有 4 格，表头有 3 格"),
        ("| 甲 | 乙 |\n|-|-|", "生成的文稿第 2 行：表格有 2 列，::: 表格 后面却给了 3 个列宽"),
    ],
)
def test_a_form_that_does_not_fit_is_refused(rows: str, said: str) -> None:
    with pytest.raises(TemplateFault) as refusal:
        form(rows)
    assert refusal.value.message == said


def test_escaped_bars_are_text() -> None:
    (table,) = parse("| 甲 | 乙 |\n|:-:|--:|\n| a\\|b |  |")
    assert table == Table((((Run("甲"),), (Run("乙"),)), ((Run("a|b"),), ())), ("center", "right"))
