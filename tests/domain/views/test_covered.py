"""What may leave the house of something owed."""

from typing import Any

import pytest

from liushou_cli.domain.ahead import chances
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.owed import owed
from liushou_cli.domain.views.covered import covered
from tests.builders import AWAY, child, counted, roll

TASK = {"事项": "带李小花配眼镜", "期限": "2014-01-25"}
CASES: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({"家访": [{"日期": "2013-12-12", "跟进": [TASK]}]}, [("带李某某配眼镜", "2013-12-12家访时答应的")]),
    ({"家访": [{"日期": "2013-12-12", "跟进": [TASK]}], "不得透露": [{"内容": "住址"}]},
     [("答应的事", "2013-12-12家访时答应的")]),
    ({"事件": [{"日期": "2013-12-12", "跟进": [TASK]}]}, [("事件跟进", "")]),
    ({"帮扶计划": [{"学期": "2013-2", "目标": "小花数学及格", "期限": "2014-01-25"}]},
     [("某某数学及格", "帮扶计划的期限")]),
    ({"结对": [{"姓名": "李伟", "身份": "代理家长", "自": "2013-10"}]}, [("结对联系", "每学期1次")]),
    ({"父亲": {**AWAY, "返乡": [{"自": "2014-01-20", "说明": "李强说的"}]}}, [("父亲回来，可以见面", "")]),
    ({"出生日期": "2001-01-20"}, [("过生日", "")]),
]  # fmt: skip
NOTHING = dict.fromkeys(("家访", "通话", "普查"), "不要求") | {"结对联系": "每学期1次"}


@pytest.mark.parametrize(("records", "said"), CASES)
def test_no_name_and_nothing_of_an_incident(records: dict[str, Any], said: list[tuple[str, str]]) -> None:
    people = counted(roll(child(**records), 要求=NOTHING), on="2014-01-15")
    found = [covered(entry, Mask.INITIAL) for entry in (*owed(people), *chances(people, 14))]
    assert found == [(f"李某某（4kx7qm）{title}", note) for title, note in said]


def test_openly_the_name_but_still_nothing_of_an_incident() -> None:
    people = counted(
        roll(child(事件=[{"日期": "2013-12-12", "跟进": [TASK]}]), 要求=NOTHING), on="2014-01-15"
    )
    assert [covered(entry, Mask.NONE) for entry in owed(people)] == [("李小花 事件跟进", "")]
