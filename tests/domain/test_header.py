"""Headings under titles, over two rows, merged and not."""

import pytest

from liushou_cli.domain.grid import Grid, Merge
from liushou_cli.domain.header import find_header


def _grid(text: str, *merges: tuple[int, int, int, int]) -> Grid:
    rows = [[cell.strip() or None for cell in line.split("|")] for line in text.strip().splitlines()]
    width = max(len(row) for row in rows)
    return Grid(
        "",
        tuple(tuple([*row, *[None] * (width - len(row))]) for row in rows),
        tuple(Merge(*one) for one in merges),
    )


def _found(grid: Grid, *mapped: str) -> tuple[int, int, str] | None:
    header = find_header(grid, dict.fromkeys(mapped, "备注"))
    return header and (header.first, header.last, " ".join(column.title for column in header.columns))


TWO_ROWS = """
石塘小学留守儿童花名册
填报单位：|||填报日期：||填表人：
序号|姓名|性别|父亲|||母亲||备注
|||姓名|电话|务工地点|姓名|电话|
1|孙小梅|女|孙海|1|宁波|何翠|2|无
"""
TITLES = "序号 姓名 性别 父亲姓名 父亲电话 父亲务工地点 母亲姓名 母亲电话 备注"
MERGES = [(0, 0, 0, 8), (2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 2, 5), (2, 6, 2, 7), (2, 8, 3, 8)]


@pytest.mark.parametrize("merges", [(), MERGES], ids=["csv", "xlsx"])
def test_groups_over_two_rows(merges: list[tuple[int, int, int, int]]) -> None:
    assert _found(_grid(TWO_ROWS, *merges)) == (2, 3, TITLES)


def test_groups_over_every_column() -> None:
    grid = _grid(
        "花名册\n学生基本信息||父亲情况||监护人||\n姓名|性别|姓名|联系电话|姓名|关系|电话\n孙小梅|女|孙海|1|龚玉珍|奶奶|2"
    )
    assert _found(grid) == (1, 2, "姓名 性别 父亲情况姓名 父亲情况联系电话 监护人姓名 监护人关系 监护人电话")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("姓名|性别|生日\n孙小梅|女|2004-2-1", (0, 0, "姓名 性别 生日")),
        ("姓名|关系|监护人\n孙小梅|父亲|父亲", (0, 0, "姓名 关系 监护人")),
        ("姓名|性别\n孙小梅|女", (0, 0, "姓名 性别")),
        (
            "姓名|出生日期|父亲姓名|出生日期\n孙小梅|1|孙海|2",
            (0, 0, "姓名 出生日期 父亲姓名 出生日期（D列）"),
        ),
        ("*姓名|性别★|爱好|出生日期\n孙小梅|女|画画|1", (0, 0, "*姓名 性别★ 爱好 出生日期")),
        ("孙小梅|女|2004-2-1\n孙小松|男|2004-2-1", None),
        ("填报单位：|填报日期：|填表人：", None),
        ("甲|乙|丙", None),
        ("", None),
    ],
)
def test_one_row_or_none(text: str, found: tuple[int, int, str] | None) -> None:
    assert _found(_grid(text) if text else Grid("", ())) == found


def test_headings_that_a_person_mapped_count_as_known() -> None:
    assert _found(_grid("姓名|娃娃生日|爱好\n孙小梅|1|画画")) is None
    assert _found(_grid("姓名|娃娃生日|爱好\n孙小梅|1|画画"), "娃娃生日", "爱好") == (
        0,
        0,
        "姓名 娃娃生日 爱好",
    )
