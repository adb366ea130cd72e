"""What a form calls itself, so that its mapping is found again next term; and the day it counts ages to."""

import re
from collections.abc import Iterable
from datetime import date

from liushou_cli.domain.blanks.dates import stated_day
from liushou_cli.domain.blanks.grid import Box, Grid

_TIME = re.compile(
    r"\d{4}\s*(?:[-—~－至]\s*\d{4})?\s*(?:学年度?|年度?)?|第?[一二12]学期|[春秋]季?(?:学期)?|[上下](?:学期|期|半年)"
    r"|\d{1,2}月(?:\d{1,2}日)?|[（(【].*?[）)】]"
)
_LONGEST = 40


def name_of(grids: Iterable[Grid], fallback: str) -> str:
    """The form's title without years and terms; *fallback* (the file's name) where it prints none."""
    for grid in grids:
        for box in grid.boxes:
            if box.row <= 5 and _is_title(grid, box) and (plain := _timeless(box.text)):
                return plain[:_LONGEST]
    return _timeless(fallback)[:_LONGEST] or fallback[:_LONGEST]


def ages_counted_to(grids: Iterable[Grid]) -> date | None:
    """The day that a heading, title or note states beside the word 年龄 or 周岁."""
    texts = (box.text for grid in grids for box in grid.boxes if "年龄" in box.text or "周岁" in box.text)
    return next((day for text in texts if (day := stated_day(text))), None)


def _is_title(grid: Grid, box: Box) -> bool:
    text = box.text.strip()
    wide = grid.lines or box.cols * 2 > grid.width or box.col == 1
    ends = text.endswith(("表", "册", "台账", "卡", "）", ")", "单", "情况", "案"))
    return wide and 3 < len(text) <= _LONGEST and "：" not in text and ends


def _timeless(text: str) -> str:
    return "".join(_TIME.sub("", text).split())
