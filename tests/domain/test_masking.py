from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.masking import Mask, Veil, mask_name


@pytest.mark.parametrize(
    ("name", "initial"),
    [
        ("李小花", "李某某"), ("李花", "李某"), ("李", "李某"), ("欧阳小花", "欧阳某某"), ("欧阳花", "欧阳某"), ("欧阳", "欧某"),  # noqa: E501
        ("阿依古丽·买买提", "阿某某"), ("李大小花", "李某某"), ("", "某同学"),
    ],
)  # fmt: skip
def test_the_first_character_and_no_more(name: str, initial: str) -> None:
    assert mask_name(name, Mask.INITIAL) == initial


@given(st.text("李王小花欧阳·买提古丽", max_size=8))
def test_hidden_is_hidden_and_unhidden_is_whole(name: str) -> None:
    assert mask_name(name, Mask.FULL) == "某同学"
    assert mask_name(name, Mask.NONE) == name
    assert set(mask_name(name, Mask.INITIAL)) - set("某同学") <= set(name[:2])


def test_an_unknown_way_of_masking_hides_everything() -> None:
    assert mask_name("李小花", "nothing") == "某同学"  # type: ignore[arg-type]


VEIL = {mask: Veil(mask, ("李小花", "李强", "王桂兰", "奶奶")) for mask in Mask}


@pytest.mark.parametrize(
    ("ask", "value", "initial", "full"),
    [
        ("person", "王桂兰", "王某某", "某某"),
        ("person", "奶奶", "奶奶", "奶奶"),
        ("person", "", "", ""),
        ("phone", "13800001234", "138****1234", "138****1234"),
        ("phone", "05641234567", "056********", "056********"),
        ("phone", "1234567", "*******", "*******"),
        ("number", "99010119750918327X", "990***************", "990***************"),
        ("number", "", "", ""),
        ("address", "云岭县新溪镇上溪村三组", "云岭县新溪镇", "云岭县"),
        ("address", "广东省东莞市长安镇", "广东省东莞市长安镇", "广东省东莞市"),
        ("address", "新疆维吾尔自治区", "新疆维吾尔自治区", "新疆维吾尔自治区"),
        ("address", "阳光小区3栋", "已隐去", "已隐去"),
        ("address", "上溪村三组", "已隐去", "已隐去"),
        ("text", "李小花和王桂兰在家", "李某某和王某某在家", "某同学和某某在家"),
        ("text", "小花说奶奶好，打13800001234", "某某说奶奶好，打***********", "某某说奶奶好，打***********"),
        ("text", "2013-10-12数学48分", "2013-10-12数学48分", "2013-10-12数学48分"),
    ],
)
def test_what_leaves_the_class(ask: str, value: str, initial: str, full: str) -> None:
    shown = [getattr(VEIL[mask], ask)(value) for mask in (Mask.NONE, Mask.INITIAL, Mask.FULL)]
    assert shown == [value, initial, full]


def test_a_birthday_becomes_a_month() -> None:
    assert [VEIL[mask].born(date(2001, 5, 12)) for mask in Mask] == [
        "2001年5月",
        "2001年5月",
        "2001年5月12日",
    ]


def test_what_must_be_kept_from_somebody_keeps_all_sentences_inside() -> None:
    shut = [Veil(mask, ("李小花",), shut=True).text("父亲的事") for mask in Mask]
    assert shut == ["已隐去", "已隐去", "父亲的事"]


def test_an_unknown_way_hides_numbers_and_places_too() -> None:
    veil = Veil("nothing", ("李小花",))  # type: ignore[arg-type]
    assert (veil.person("李强"), veil.phone("13800001234"), veil.address("云岭县新溪镇")) == (
        "某某",
        "138****1234",
        "云岭县",
    )
