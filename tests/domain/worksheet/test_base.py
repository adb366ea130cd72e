import pytest

from liushou_cli.domain.grid import Grid
from liushou_cli.domain.worksheet.base import SHEET, Base, found, written
from liushou_cli.domain.worksheet.kinds import KINDS
from liushou_cli.errors import BadInput

ROW = {column.head: "" for column in KINDS["visits"].columns} | {"日期": "2013-10-12", "情况": "一行\n二行"}
BASE = Base(
    "visits",
    ("2012-2",),
    "2013-2",
    "2013-11-05",
    "abcdefghjkmn",
    {("4kx7qm", "k7m2qx"): ROW},
    {"4kx7qm": "李小花"},
)


def grid(rows: list[list[str]], name: str = SHEET) -> Grid:
    width = max(len(row) for row in rows)
    return Grid(
        name, tuple(tuple([*(cell or None for cell in row), *[None] * (width - len(row))]) for row in rows)
    )


def test_what_was_written_is_found_again() -> None:
    assert found([grid([["姓名"]], "填写"), grid(written(BASE))]) == BASE


def test_another_table_has_none() -> None:
    assert found([grid([["姓名"], ["李小花"]], "花名册")]) is None


@pytest.mark.parametrize(
    ("row", "cell", "text", "said"),
    [
        (0, 0, "别的", "坏了"),
        (0, 1, "2", "更新的 liushou"),
        (1, 1, "家访", "坏了"),
        (3, 0, "学期", "坏了"),
        (6, 4, "性别", "坏了"),
    ],
)
def test_a_base_that_was_meddled_with_is_refused(row: int, cell: int, text: str, said: str) -> None:
    rows = written(BASE)
    rows[row][cell] = text
    with pytest.raises(BadInput, match=said):
        found([grid(rows)])


def test_a_base_that_is_cut_off_is_refused() -> None:
    with pytest.raises(BadInput):
        found([grid(written(BASE)[:3])])
