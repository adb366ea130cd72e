"""A form is known again next term."""

from datetime import date

import pytest

from liushou_cli.domain.blanks.grid import Box, Grid
from liushou_cli.domain.blanks.title import ages_counted_to, name_of


@pytest.mark.parametrize(
    "title", ["石塘镇2013年秋季农村留守儿童花名册", "石塘镇2014年春季学期农村留守儿童花名册（样表）"]
)
def test_its_name_is_without_the_term(title: str) -> None:
    assert (
        name_of([Grid("Sheet1", [Box(1, 1, title, 1, 4), Box(2, 1, "姓名")])], "附件1")
        == "石塘镇农村留守儿童花名册"
    )


def test_without_a_title_it_is_the_name_of_the_file() -> None:
    assert name_of([Grid("Sheet1", [Box(1, 1, "姓名"), Box(1, 2, "性别")])], "2013年附件1") == "附件1"


def test_the_day_for_ages_is_read_from_a_note() -> None:
    grid = Grid("Sheet1", [Box(1, 1, "年龄"), Box(9, 1, "注：年龄算到2016年7月31日。")])
    assert ages_counted_to([grid]) == date(2016, 7, 31)
