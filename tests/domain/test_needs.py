"""A need is answered where it is named, and nowhere else."""

from typing import Any

import pytest

from liushou_cli.domain.needs import needs
from tests.builders import child, counted, roll

SURVEY = {"日期": "2013-09-10", "学习": {"评定": "需关注", "需求": ["课外辅导", "配眼镜"]}}
LATER = {
    "日期": "2013-12-18",
    "学习": {"评定": "一般", "需求": ["配眼镜"]},
    "健康": {"评定": "一般", "需求": ["配眼镜", "营养"]},
}


def open_needs(on: str = "2013-12-30", **changes: Any) -> list[str]:
    return [one.word for one in needs(counted(roll(child(**changes)), on=on)) if not one.answered]


def test_nothing_answers_without_plan_or_support() -> None:
    assert open_needs(普查=[SURVEY]) == ["课外辅导", "配眼镜"]


def test_the_last_survey_of_the_term_counts_and_names_each_need_once() -> None:
    found = needs(counted(roll(child(普查=[LATER, SURVEY]))))
    assert [(one.word, one.aspect, one.ref.path, str(one.ref.on)) for one in found] == [
        ("配眼镜", "学习", ("普查", 0, "学习"), "2013-12-18"),
        ("营养", "健康", ("普查", 0, "健康"), "2013-12-18"),
    ]
    assert open_needs("2013-11-01", 普查=[LATER, SURVEY]) == ["课外辅导", "配眼镜"]
    assert open_needs(普查=[{**SURVEY, "日期": "2013-03-10"}]) == []


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ({"帮扶计划": [{"学期": "2013-2", "目标": "及格", "针对": ["课外辅导"]}]}, ["配眼镜"]),
        ({"帮扶计划": [{"学期": "2013-2", "目标": "课外辅导每周一节"}]}, ["配眼镜"]),
        ({"帮扶计划": [{"学期": "2013-2", "措施": ["课外辅导每周一节", "配眼镜"]}]}, []),
        ({"帮扶计划": [{"学期": "2013-1", "目标": "及格", "针对": ["课外辅导"]}]}, ["课外辅导", "配眼镜"]),
        ({"帮扶": [{"日期": "2013-10-08", "类别": "医疗", "针对": ["配眼镜"]}]}, ["课外辅导"]),
        ({"帮扶": [{"日期": "2013-10-08", "内容": "带去县城配眼镜"}]}, ["课外辅导"]),
        ({"帮扶": [{"日期": "2013-10-08", "内容": "配了一副眼镜"}]}, ["课外辅导", "配眼镜"]),
        ({"帮扶": [{"日期": "2013-12-31", "针对": ["配眼镜"]}]}, ["课外辅导", "配眼镜"]),
        ({"帮扶": [{"日期": "2013-03-08", "针对": ["配眼镜"]}]}, ["课外辅导", "配眼镜"]),
    ],
)
def test_only_the_exact_word_answers_and_only_within_the_term(
    answer: dict[str, Any], left: list[str]
) -> None:
    assert open_needs(普查=[SURVEY], **answer) == left


def test_a_survey_of_a_day_out_of_class_asks_for_nothing() -> None:
    assert open_needs(普查=[SURVEY], 在班=[{"自": "2013-10-08"}]) == []
