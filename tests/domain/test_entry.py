import pytest

from liushou_cli.domain.entry import why_not
from liushou_cli.domain.roster_row import row_of
from tests.builders import REGISTER, child, day

ROW = row_of(
    child(在班=[{"自": "2012-09-01", "至": "2013-06-30"}, {"自": "2013-10-08"}]), REGISTER, "lixiaohua", "lxh"
)


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2013-12-30", ""),
        ("2013-10-08", ""),
        ("2012-09-01", ""),
        ("2013-12-31", "日期 2013-12-31 还没有到（今天是 2013-12-30）"),
        ("2001-05-11", "日期 2001-05-11 早于李小花的出生日期 2001-05-12"),
        ("2013-07-01", "2013-07-01 那天李小花不在这个班"),
        ("2012-08-31", "2012-08-31 那天李小花不在这个班"),
    ],
)
def test_why_a_record_cannot_be(on: str, words: str) -> None:
    assert why_not(ROW, day(on), day("2013-12-30")) == words
