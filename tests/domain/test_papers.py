"""文书: what a class and its school say about their documents, a thing at a time."""

import pytest
from pydantic import ValidationError

from liushou_cli.domain.masking import Mask
from liushou_cli.domain.papers import Papers, Style, mask_of
from tests.builders import settings


def test_without_settings_a_document_is_as_it_is_made() -> None:
    assert (
        settings().style(whole=False) == settings({}).style(whole=True) == Style("", None, 1, {}, "右空四字")
    )


def test_the_class_over_the_school_thing_by_thing() -> None:
    school = {
        "文书": {"称呼": "本校", "隐名": "全隐", "小数": "0", "字体": {"正文": "仿宋", "标题": "华文中宋"}}
    }
    own = settings(school, 文书={"隐名": "留姓", "字体": {"标题": "小标宋"}, "落款日期": "靠右"})
    assert own.style(whole=False) == Style("", Mask.INITIAL, 0, {"body": "仿宋", "title": "小标宋"}, "靠右")
    assert own.style(whole=True) == Style(
        "本校", Mask.FULL, 0, {"body": "仿宋", "title": "华文中宋"}, "右空四字"
    )


def test_a_class_speaks_for_itself() -> None:
    own = settings({"文书": {"称呼": "本校"}}, 文书={"称呼": "我们班"})
    assert (own.style(whole=False).voice, own.style(whole=True).voice) == ("我们班", "本校")


@pytest.mark.parametrize(
    ("word", "mask"),
    [
        ("全隐", Mask.FULL), ("full", Mask.FULL), ("留姓", Mask.INITIAL), ("initial", Mask.INITIAL),
        ("不隐", Mask.NONE), ("none", Mask.NONE),
    ],
)  # fmt: skip
def test_both_tongues_are_understood(word: str, mask: Mask) -> None:
    assert mask_of(word) is mask
    assert settings(文书={"隐名": word}).style(whole=False).mask is mask


@pytest.mark.parametrize(
    "wrong",
    [
        {"隐名": "半隐"}, {"小数": "3"}, {"小数": "-1"}, {"小数": "一"}, {"落款日期": "左"}, {"字体": {"正文": '"x"'}},
        {"字体": {"正文": "a" * 41}}, {"字体": {"正文": "a;b"}}, {"字体": "仿宋"},
    ],
)  # fmt: skip
def test_what_is_no_setting(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Papers.model_validate(wrong)
