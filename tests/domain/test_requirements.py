"""Which rhythm is in force, and where it comes from."""

from typing import Any

import pytest

from liushou_cli.domain.choices import Attention
from liushou_cli.domain.requirements import Rule
from tests.builders import settings

Asks = dict[str, Any]


def in_force(school: Asks | None, own: Asks | None, level: Attention | None = None) -> dict[str, str]:
    """What is asked, by field of the policy, where it is not the default."""
    both = settings({"要求": school} if school else None, 要求=own)
    found = both.policies.get(level, both.policy) if level else both.policy
    plain = settings().policy
    return {name: str(rhythm) for name, rhythm in found._asdict().items() if rhythm != getattr(plain, name)}


CASES: list[tuple[Asks | None, Asks | None, Attention | None, dict[str, str]]] = [
    (None, None, None, {}),
    ({"家访": "每月1次"}, None, None, {"visits": "每月1次"}),
    ({"家访": "每月1次"}, {"家访": "每学期1次"}, None, {}),
    ({"参照": "龙南二中"}, None, None, {"visits": "每月1次", "talks": "每月3次"}),
    ({"参照": "龙南二中", "家访": "每学期2次"}, None, None, {"visits": "每学期2次", "talks": "每月3次"}),
    ({"参照": "龙南二中"}, {"参照": "默认"}, None, {}),
    ({"家访": "每学期2次"}, {"参照": "龙南二中"}, None, {"visits": "每月1次", "talks": "每月3次"}),
    (None, {"重点": {"家访": "每月1次"}}, None, {}),
    (None, {"重点": {"家访": "每月1次"}}, Attention.CLOSE, {"visits": "每月1次"}),
    (None, {"重点": {"家访": "每月1次"}}, Attention.URGENT, {}),
    (None, {"普通": {"普查": "不要求"}}, Attention.ORDINARY, {"surveys": "不要求"}),
    ({"紧急": {"家访": "每月1次"}}, {"家访": "每学期3次"}, Attention.URGENT, {"visits": "每月1次"}),
    ({"紧急": {"家访": "每月1次"}}, {"紧急": {"家访": "每周1次"}}, Attention.URGENT, {"visits": "每7天1次"}),
    ({"紧急": {"家访": "每月1次"}}, {"紧急": {"谈心": "每周1次"}}, Attention.URGENT,
     {"visits": "每月1次", "talks": "每7天1次"}),
]  # fmt: skip


@pytest.mark.parametrize(("school", "own", "level", "asked"), CASES)
def test_the_nearer_word_counts(
    school: Asks | None, own: Asks | None, level: Attention | None, asked: dict[str, str]
) -> None:
    assert in_force(school, own, level) == asked


def test_where_each_comes_from() -> None:
    both = settings(
        {"要求": {"参照": "龙南二中", "通话": "每周1次"}},
        要求={"通话": "每月2次", "重点": {"谈心": "每周1次"}},
    )
    found = both.rules(Attention.CLOSE)
    policy = both.policies[Attention.CLOSE]
    assert found == {
        "visits": Rule(policy.visits, 0, ("要求", "参照"), "龙南二中"),
        "calls": Rule(policy.calls, 1, ("要求", "通话")),
        "surveys": Rule(policy.surveys),
        "family_calls": Rule(policy.family_calls),
        "talks": Rule(policy.talks, 1, ("要求", "重点", "谈心")),
        "letters": Rule(policy.letters),
        "pair_contacts": Rule(policy.pair_contacts),
    }
    assert [str(rule.rhythm) for rule in found.values()] == [
        "每月1次", "每月2次", "每学期1次", "不要求", "每7天1次", "不要求", "不要求",
    ]  # fmt: skip


def test_one_rule_for_all_where_no_level_is_asked_more() -> None:
    assert settings(要求={"家访": "每月1次"}).policies == {}
