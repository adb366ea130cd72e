"""Invented numbers only: 1380000xxxx."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.phones import fault


@pytest.mark.parametrize(
    "number",
    [
        "13800001234",
        "138 0000 1234",
        "138-0000-1234",
        "+86 13800001234",
        "008613800001234",
        "19900001234",
        "05647654321",
        "0564-7654321",
        "0564 7654321",
        "(0564)7654321",
        "（0564）7654321",
        "01087654321",
        "021-87654321",
        "0755-87654321",
        "0564-7654321-802",
        "0564-7654321转802",
        "4000000000",
        "+852 2345 6789",
        "0086 138 0000 1234",
    ],
)
def test_can_be_rung(number: str) -> None:
    assert fault(number) == ""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1380000123", "有 10 位，手机号是 11 位"),
        ("138000012345", "有 12 位，手机号是 11 位"),
        ("12800001234", "以 12 开头，没有这样的手机号"),
        ("13800001234/13800005678", "写了两个号码"),
        ("13800001234、13800005678", "写了两个号码"),
        ("13800001234 13800005678", "写了两个号码"),
        ("13800001234，0564-7654321", "写了两个号码"),
        ("7654321", "缺区号"),
        ("87654321", "缺区号"),
        ("0564-765432", "区号或位数不对"),
        ("05640654321", "区号或位数不对"),
        ("1234", "有 4 位，手机号是 11 位"),
        ("665432", "有 6 位，不像电话号码"),
        ("１３８００００１２３４", "用了全角数字"),
        ("13800001234（父亲）", "里面有“父亲”"),
        ("无", "里面有“无”"),
        ("138OOOO1234", "里面有“OOOO”"),
    ],
)
def test_fault(number: str, said: str) -> None:
    assert fault(number) == said


@given(st.integers(3, 9), st.integers(0, 10**9 - 1), st.sampled_from(["", " ", "-"]))
def test_every_mobile_can_be_rung(second: int, rest: int, gap: str) -> None:
    digits = f"1{second}{rest:09d}"
    assert fault(gap.join((digits[:3], digits[3:7], digits[7:]))) == ""


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(fault(text), str)


@pytest.mark.parametrize("unit", ["1", " ", "-", "1 ", "转1", "（", "7654321 "])
def test_long_text_takes_no_time(unit: str) -> None:
    start = time.perf_counter()
    fault(unit * (100_000 // len(unit)))
    assert time.perf_counter() - start < 0.5
