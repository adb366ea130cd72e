import pytest

from liushou_cli.domain.lunar_day import LunarDay, parse


@pytest.mark.parametrize(
    ("text", "month", "day", "leap"),
    [
        ("四月初五", 4, 5, False),
        ("农历四月初五", 4, 5, False),
        ("正月初一", 1, 1, False),
        ("一月初一", 1, 1, False),
        ("腊月三十", 12, 30, False),
        ("十二月廿三", 12, 23, False),
        ("冬月二十", 11, 20, False),
        ("十月初十", 10, 10, False),
        ("十月十九", 10, 19, False),
        ("八月二十一", 8, 21, False),
        ("闰四月 十五", 4, 15, True),
    ],
)
def test_as_people_write_it(text: str, month: int, day: int, leap: bool) -> None:
    assert parse(text) == LunarDay(month, day, leap)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "四月",
        "初五",
        "四月五日",
        "4月5日",
        "四月三十一",
        "十三月初一",
        "四月初十一",
        "四月十十",
        "闰初五",
    ],
)
def test_what_is_no_lunar_day(text: str) -> None:
    with pytest.raises(ValueError, match="不是农历的日子"):
        parse(text)
