from datetime import date

import pytest

from liushou_cli.domain.roster import Row, count_within, match
from liushou_cli.domain.term import Span


def row(child_id: str, name: str, pinyin: str, initials: str) -> Row:
    return Row(child_id, name, "女", date(2001, 5, 12), pinyin, initials, (), (), (), (), (), (), ())


CLASS = [
    row("4kx7qm", "李小花", "lixiaohua", "lxh"),
    row("k7m2qx", "李小华", "lixiaohua", "lxh"),
    row("9w2d4t", "李小", "lixiao", "lx"),
    row("000001", "阿依古丽·买买提", "ayigulimaimaiti", "ayglmmt"),
    row("abcdef", "lxh", "lxh", "lxh"),
    row("pqrstv", "王 芳", "wangfang", "wf"),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("4kx7qm", ["4kx7qm"]),
        ("4KX7QM", ["4kx7qm"]),
        ("李小花", ["4kx7qm"]),
        (" 李小花 ", ["4kx7qm"]),
        ("李 小 花", ["4kx7qm"]),
        ("李小", ["9w2d4t"]),
        ("lixiaohua", ["4kx7qm", "k7m2qx"]),
        ("Li Xiaohua", ["4kx7qm", "k7m2qx"]),
        ("lxh", ["abcdef"]),
        ("lx", ["9w2d4t"]),
        ("lixiaoh", ["4kx7qm", "k7m2qx"]),
        ("小", ["4kx7qm", "k7m2qx", "9w2d4t"]),
        ("买买提", ["000001"]),
        ("王芳", ["pqrstv"]),
        ("王 芳", ["pqrstv"]),
        ("王\u3000芳", ["pqrstv"]),
        ("陈刚", []),
        ("4kx7q", []),
        ("", []),
        ("  ", []),
    ],
)
def test_match(query: str, found: list[str]) -> None:
    assert [one.id for one in match(CLASS, query)] == found


def test_nothing_asked_is_nobody_even_where_a_name_has_no_pinyin() -> None:
    assert match([row("4kx7qm", "Ω", "", "")], "") == []


def test_count_within() -> None:
    days = [date(2013, 8, 31), date(2013, 9, 1), date(2013, 9, 1), date(2014, 1, 31), date(2014, 2, 1)]
    assert count_within(days, Span(date(2013, 9, 1), date(2014, 1, 31))) == 3
