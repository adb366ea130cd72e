"""The grade follows from the year of entry and the term; nothing is promoted by hand."""

import re

from liushou_cli.domain.choices import Stage
from liushou_cli.domain.term import Term

GRADUATED = "已毕业"
_CLASS_CODE = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_GRADES = {
    Stage.PRIMARY: ("一", "二", "三", "四", "五", "六"),
    Stage.JUNIOR: ("七", "八", "九"),
    Stage.SENIOR: ("高一", "高二", "高三"),
}


def class_code(code: str) -> tuple[int, int]:
    """``2012-2`` -> (2012, 2): year of entry and number. Raises ``ValueError`` in Chinese."""
    found = _CLASS_CODE.fullmatch(code)
    if not found or int(found[2]) == 0:
        raise ValueError(f"“{code}”不是班级，写成 2012-2（入学年份-班号）")
    return int(found[1]), int(found[2])


def is_class_code(text: str) -> bool:
    return _CLASS_CODE.fullmatch(text) is not None


def grade(stage: Stage, entered: int, term: Term) -> str:
    """八年级, 高一年级; 未入学 or 已毕业 outside the years of the stage."""
    years = term.school_year - entered
    if years < 0:
        return "未入学"
    names = _GRADES[stage]
    return f"{names[years]}年级" if years < len(names) else GRADUATED


def class_name(stage: Stage, code: str, term: Term) -> str:
    """八年级（2）班"""
    entered, number = class_code(code)
    return f"{grade(stage, entered, term)}（{number}）班"
