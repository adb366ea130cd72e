"""Which class a cell means."""

import pytest

from liushou_cli.domain.intake.classes import class_of

NAMES = {"2012-1": "八年级（1）班", "2012-2": "八年级（2）班", "2013-2": "七年级（2）班"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("八年级（2）班", "2012-2"), ("八(2)班", "2012-2"), ("八年级二班", "2012-2"),
        ("8.2", "2012-2"), ("82", "2012-2"),
        ("802", "2012-2"), ("初二2班", "2012-2"), ("初二（2）", "2012-2"), ("2012-2", "2012-2"),
        ("2012级2班", "2012-2"),
        ("七2", "2013-2"), ("初一2班", "2013-2"), ("八1", "2012-1"), ("九年级1班", ""), ("", ""), ("班", ""),
    ],
)  # fmt: skip
def test_every_way_to_write_a_class(text: str, code: str) -> None:
    assert class_of(text, NAMES) == code
