from typing import Any

from liushou_cli.domain.masking import Mask
from liushou_cli.domain.views.incident import incident
from tests.builders import child, roll, scene

FALL: dict[str, Any] = {
    "日期": "2013-11-05",
    "类别": "意外受伤",
    "发现方式": "亲眼看到",
    "情况": "李小花放学路上摔伤手臂",
    "报告": [{"对象": "奶奶", "时间": "2013-11-05 16:20"}, {"对象": "公安", "时间": "2013-11-07"}],
    "跟进": [{"事项": "复查", "期限": "2013-11-20"}],
}


def papers(on: str, mask: Mask = Mask.NONE, **changes: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = incident(scene(roll(child(**changes)), on=on, mask=mask))["孩子们"][0][
        "事件"
    ]
    return found


def test_as_it_stood_on_the_day() -> None:
    assert papers("2013-11-06", 事件=[FALL]) == [
        {
            "日期": "2013年11月5日",
            "类别": "意外受伤",
            "发现方式": "亲眼看到",
            "情况": "李小花放学路上摔伤手臂",
            "报告": [{"对象": "奶奶", "时间": "2013-11-05 16:20"}],
            "未报告": "学校、公安、教育部门",
            "处理": "",
            "跟进": "复查（期限2013年11月20日，还没有办好）",
            "依据": [],
        }
    ]
    assert papers("2013-11-07", 事件=[FALL])[0]["未报告"] == "学校、教育部门"
    assert papers("2013-11-04", 事件=[FALL]) == []


def test_masked_for_who_need_not_know_the_name() -> None:
    assert papers("2013-11-06", Mask.INITIAL, 事件=[FALL])[0]["情况"] == "李某某放学路上摔伤手臂"
