import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.masking import Mask, mask_name


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
