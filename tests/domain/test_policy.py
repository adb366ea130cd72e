import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.policy import Policy, Rhythm, parse_rhythm


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("每学期1次", Rhythm(1, "学期")),
        ("每学期一次", Rhythm(1, "学期")),
        ("每月2次", Rhythm(2, "月")),
        ("每周1次", Rhythm(1, "天", 7)),
        ("每 30 天 1 次", Rhythm(1, "天", 30)),
        (" 不要求 ", Rhythm(0, "学期")),
    ],
)
def test_rhythms(text: str, rhythm: Rhythm) -> None:
    assert parse_rhythm(text) == rhythm


@pytest.mark.parametrize(
    "text",
    ["", "每天1次", "每0天1次", "每月", "1次", "每年1次", "常常", "每月-1次", "每月1.5次", "每３０天1次"],
)
def test_no_rhythms(text: str) -> None:
    with pytest.raises(ValueError, match="不是要求的写法"):
        parse_rhythm(text)


@given(st.integers(0, 60), st.sampled_from(["学期", "月", "周", "1天", "30天", "100天"]))
def test_what_is_printed_reads_back_as_the_same_demand(times: int, per: str) -> None:
    rhythm = parse_rhythm(f"每{per}{times}次")
    again = parse_rhythm(str(rhythm))
    assert again == rhythm or (times == 0 and again.times == 0)


def test_the_defaults_are_those_of_the_format_page() -> None:
    assert {name: str(rhythm) for name, rhythm in Policy()._asdict().items()} == {
        "visits": "每学期1次",
        "calls": "每月1次",
        "surveys": "每学期1次",
        "family_calls": "不要求",
        "talks": "不要求",
        "letters": "不要求",
        "pair_contacts": "不要求",
    }
