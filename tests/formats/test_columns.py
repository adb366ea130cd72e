"""Column widths, in twentieths of a point; 五号 is 210 of them a character."""

from liushou_cli.formats.columns import column_widths
from liushou_cli.formats.document import Run, Table


def table(*rows: str) -> Table:
    cells = tuple(tuple((Run(cell),) for cell in row.split("|")) for row in rows)
    return Table(cells, ("left",) * len(cells[0]))


def test_the_width_is_shared_by_the_longest_lines() -> None:
    assert column_widths(table("一|一", "一二三|一"), 1290) == [855, 435]


def test_where_it_is_short_the_widest_column_gives_way() -> None:
    short, long = column_widths(table("一二|" + "长" * 60), 8844)
    assert (short, long) == (646, 8197)


def test_a_number_or_a_date_is_not_broken() -> None:
    rows = ["日期|电话|说明|说明", "2025年10月29日|13800000001|" + "长" * 30 + "|" + "长" * 30]
    date, phone, *_ = column_widths(table(*rows), 6000)
    assert date >= 14 * 105 + 5 * 53 + 225
    assert phone >= 11 * 105 + 225


def test_only_the_longest_line_of_a_cell_counts() -> None:
    assert column_widths(table("一|一二\n三"), 1000) == column_widths(table("一|一二"), 1000)
