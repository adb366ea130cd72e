"""Rhythms taken over by name."""

from datetime import date

import pytest

from liushou_cli.domain.policy import LABELS, Policy
from liushou_cli.domain.presets import PRESETS, named, spoken


def test_what_each_asks() -> None:
    assert {name: spoken(preset.asks, LABELS) for name, preset in PRESETS.items()} == {
        "默认": "家访每学期1次、通话每月1次、普查每学期1次",
        "陕西2013": "家访每学期1次",
        "祁家湾2013": "亲情通话每7天1次",
        "范庵初中2015": "家访每学期1次、亲情通话每月1次",
        "颍泉区2018": "结对联系每7天1次",
        "未保法2021": "亲情通话每7天1次",
        "田集镇2021": "结对联系每月1次",
        "府台小学": "通话每月1次、亲情通话每14天1次、书面联系每月1次",
        "遂昌育才中学": "家访每学期1次、通话每7天1次、谈心每7天1次",
        "龙南二中": "家访每月1次、谈心每月3次",
    }


def test_each_says_who_asked_it_and_asks_what_the_policy_knows() -> None:
    assert [name for name, preset in PRESETS.items() if not preset.source or preset.name != name] == []
    assert {field for preset in PRESETS.values() for field in preset.asks} <= set(Policy._fields)


def test_a_year_in_a_name_is_that_of_its_source() -> None:
    dated = {name: preset.since for name, preset in PRESETS.items() if name[-4:].isdigit()}
    assert {name: since and str(since.year) for name, since in dated.items()} == {
        name: name[-4:] for name in dated
    }
    assert PRESETS["未保法2021"].since == date(2021, 6, 1)


def test_a_name_that_is_not_in_the_table() -> None:
    with pytest.raises(ValueError, match="没有“陕西”这个参照，只有：默认、陕西2013、"):
        named("陕西")
