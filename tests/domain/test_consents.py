"""Consents and entrustments: missing, withdrawn, run out, soon to run out."""

from typing import Any

import pytest

from liushou_cli.domain.consents import guardian_asked, lapses, valid
from tests.builders import child, day

TODAY, SOON = day("2013-12-30"), day("2014-01-29")


@pytest.mark.parametrize(
    ("consent", "states"),
    [
        (None, ["没有"]),
        ({"日期": "2013-09-05"}, []),
        ({"日期": "2014-01-05"}, ["没有"]),
        ({"日期": "2013-09-05", "至": "2013-12-29"}, ["已过期"]),
        ({"日期": "2013-09-05", "至": "2013-12-30"}, []),
        ({"日期": "2013-09-05", "至": "2014-01-29"}, ["快到期"]),
        ({"日期": "2013-09-05", "至": "2014-01-30"}, []),
        ({"日期": "2013-09-05", "撤回": "2013-12-30"}, ["已撤回"]),
        ({"日期": "2013-09-05", "撤回": "2013-12-31"}, []),
    ],
)
def test_consent(consent: dict[str, str] | None, states: list[str]) -> None:
    one = child(知情同意=consent)
    assert [lapse.state for lapse in lapses(one, TODAY, SOON)] == states
    assert valid(one, TODAY) is (not states or states == ["快到期"])


@pytest.mark.parametrize(
    ("changes", "states"),
    [
        ({}, []),
        ({"委托书": "有", "委托至": "2013-12-01"}, [("委托照护（奶奶）", "已过期")]),
        ({"委托至": "2014-01-10"}, [("委托照护（奶奶）", "快到期")]),
        ({"委托书": "无", "委托至": "2013-12-01"}, []),
        ({"委托书": "有", "委托至": "2013-12-01", "至": "2013-12-15"}, []),
    ],
)
def test_entrusted(changes: dict[str, str], states: list[Any]) -> None:
    carer = {"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", **changes}
    one = child(照护人=[carer], 知情同意={"日期": "2013-09-05"})
    assert [(lapse.what, lapse.state) for lapse in lapses(one, TODAY, SOON)] == states


@pytest.mark.parametrize(
    ("by", "on", "asked"),
    [
        ("奶奶", "2013-09-05", False),
        ("奶奶", "2021-10-31", False),
        ("奶奶", "2021-11-01", True),
        ("父亲", "2021-11-01", False),
        ("李强", "2021-11-01", False),
        ("奶奶", "2026-05-12", False),
    ],
)
def test_the_guardian_consents_since_the_law_asks_it(by: str, on: str, asked: bool) -> None:
    """Born on 12 May 2012, so fourteen on 12 May 2026."""
    said = guardian_asked(child(出生日期="2012-05-12"), by, day(on))
    assert bool(said) is asked
    assert not said or "个人信息保护法" in said
