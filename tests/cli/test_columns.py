"""Columns of Chinese text, cut and wrapped to a terminal."""

import pytest

from liushou_cli.cli.columns import aligned, cut, listed, width, wrapped

ROWS = [["姓名", "次", "照护人"], ["阿依古丽·买买提", "12", "母亲 帕提古丽"], ["喆", "3", ""]]


def test_aligned() -> None:
    assert aligned(ROWS, right=frozenset({1})) == (
        "姓名             次  照护人\n阿依古丽·买买提  12  母亲 帕提古丽\n喆                3"
    )


@pytest.mark.parametrize("most", [80, 30, 24, 18])
def test_cut_to_a_terminal(most: int) -> None:
    lines = aligned(ROWS, right=frozenset({1}), most=most).splitlines()
    assert max(map(width, lines)) <= most
    assert [line.split()[-1] for line in lines[2:]] == ["3"]


def test_numbers_are_never_cut() -> None:
    assert aligned([["1234567890", "9"]], right=frozenset({0, 1}), most=4) == "1234567890  9"


@pytest.mark.parametrize(
    ("text", "most", "shown"), [("李小花", 6, "李小花"), ("李小花", 5, "李小…"), ("李小花", 1, "…")]
)
def test_cut(text: str, most: int, shown: str) -> None:
    assert cut(text, most) == shown


@pytest.mark.parametrize(
    ("most", "shown"), [(20, "甲、乙乙、丙丙丙"), (15, "甲、乙乙……"), (3, "甲……"), (11, "甲、乙乙……")]
)
def test_listed(most: int, shown: str) -> None:
    assert listed(["甲", "乙乙", "丙丙丙"], most) == shown


def test_wrapped() -> None:
    """A full stop does not begin a line."""
    text = "奶奶身体尚可，孩子放学后帮着喂鸡。"
    assert wrapped(text, 20, 4) == "奶奶身体尚可，\n    孩子放学后帮着\n    喂鸡。"
    assert wrapped("电话接通以后。再说", 18, 4) == "电话接通以后。\n    再说"
    assert wrapped(text, None, 4) == text
    assert max(map(width, wrapped("好！！" * 20 + " 对 象" * 20, 20, 4).splitlines())) <= 20
