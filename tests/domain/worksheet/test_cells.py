from datetime import date, datetime
from typing import Any

import pytest

from liushou_cli.domain.worksheet.cells import Said, clean, entered, told, understood
from liushou_cli.domain.worksheet.kinds import KINDS

VISIT: dict[str, Any] = {
    "号": "k7m2qx",
    "日期": "2013-10-12",
    "对象": ["奶奶", "父亲"],
    "跟进": [{"事项": "配眼镜", "期限": "2013-11-01", "完成": "2013-10-28"}],
}
VISITS, SURVEY = KINDS["visits"], KINDS["survey"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (3.0, "3"),
        (datetime(2013, 10, 12), "2013-10-12"),  # noqa: DTZ001
        ("  一行 \r\n\u3000二行\u200b ", "一行\n二行"),
        ("\n\n", ""),
        ("家里 有 3 只鸡", "家里 有 3 只鸡"),
        ("长" * 5000, "长" * 4000),
    ],
)
def test_a_cell_keeps_its_lines_and_loses_what_nobody_sees(value: Any, text: str) -> None:
    assert clean(value) == text


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("日期", "2013-10-12"),
        ("对象", "奶奶、父亲"),
        ("跟进事项", "配眼镜"),
        ("期限", "2013-11-01"),
        ("情况", ""),
    ],
)
def test_a_record_says_under_each_head_what_the_sheet_shows(head: str, text: str) -> None:
    assert told(VISIT, VISITS.column(head)) == text


def test_several_promises_stand_side_by_side() -> None:
    two = {"跟进": [{"事项": "配眼镜"}, {"事项": "买炭", "期限": "2013-12-01"}]}
    assert [told(two, VISITS.column(head)) for head in ("跟进事项", "期限")] == [
        "配眼镜；买炭",
        "—；2013-12-01",
    ]


@pytest.mark.parametrize(
    ("head", "value", "said"),
    [
        ("日期", date(2013, 10, 12), Said("2013-10-12")),
        ("日期", "2013年10月12日", Said("2013-10-12")),
        ("日期", 41559.0, Said("2013-10-12")),
        ("日期", "10月12日", Said("", "“10月12日”看不出是哪天")),
        ("性质", "定期", Said("定期")),
        ("性质", "常去", Said("", "“常去”不认得，只能写：定期、不定期")),
        ("对象", "奶奶, 父亲；", Said("奶奶、父亲")),
        ("情况", "", Said()),
    ],
)
def test_a_cell_is_understood_or_refused_with_what_stands_there(head: str, value: Any, said: Said) -> None:
    assert understood(VISITS.column(head), value) == said


def test_what_is_entered_changes_its_own_place_only() -> None:
    assert entered(VISIT, VISITS.column("对象"), "奶奶")["对象"] == ["奶奶"]
    later = entered(VISIT, VISITS.column("期限"), "")
    assert later["跟进"] == [{"事项": "配眼镜", "完成": "2013-10-28"}]
    assert entered({"跟进": [{"事项": "买炭"}]}, VISITS.column("跟进事项"), "") == {}
    assert entered({}, SURVEY.column("学习需求"), "辅导、陪伴") == {"学习": {"需求": ["辅导", "陪伴"]}}
    assert entered({"学习": {"评定": "一般"}}, SURVEY.column("学习评定"), "") == {}
    assert VISIT["对象"] == ["奶奶", "父亲"]
