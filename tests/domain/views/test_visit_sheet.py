"""The sheet to take along."""

from typing import Any

from liushou_cli.domain.masking import Mask
from liushou_cli.domain.views.visit_sheet import visit_sheet
from tests.builders import child, roll, scene
from tests.helpers.views import values

CARER = [{"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", "电话": "13800004321"}]
DONE: dict[str, Any] = {
    "家访": [{"日期": "2013-10-12"}], "普查": [{"日期": "2013-09-10"}],
    "通话": [{"日期": f"2013-{month}-05"} for month in ("09", "10", "11", "12")],
}  # fmt: skip


def sheet(*children: Any, mask: Mask = Mask.NONE) -> list[Any]:
    groups: list[Any] = visit_sheet(scene(roll(*children), mask=mask))["村组们"]
    return groups


def test_village_by_village_the_unwritten_last_and_only_those_to_be_visited() -> None:
    found = sheet(
        child(姓名="甲"), child(姓名="乙", 村组="新溪街"), child(姓名="丙", 村组="上溪村五组"),
        child(姓名="丁", 村组="上溪村五组", **DONE), child(姓名="戊", 村组="上溪村五组"),
    )  # fmt: skip
    assert [(one["村组"], [person["姓名"] for person in one["孩子们"]]) for one in found] == [
        ("上溪村五组", ["丙", "戊"]),
        ("新溪街", ["乙"]),
        ("", ["甲"]),
    ]


def test_what_is_due_there_and_what_was_said_last_time() -> None:
    task = {"事项": "配眼镜", "期限": "2013-11-01"}
    visits = [{"日期": "2013-10-12", "跟进": [task]}, {"日期": "2012-10-12", "跟进": [{"事项": "旧事"}]}]
    incident = {"日期": "2013-12-01", "跟进": [{"事项": "问派出所"}]}
    one = child(**{**DONE, "家访": visits, "事件": [incident]}, 照护人=CARER, 现住址="新溪镇上溪村12号")
    (person,) = sheet(one)[0]["孩子们"]
    assert person["要做的"] == ["配眼镜（2013-10-12家访时答应的，11月1日到期，已过）", "事件跟进"]
    assert (person["年龄"], person["住址"], person["照护人"][0]["电话"]) == (
        "12周岁",
        "新溪镇上溪村12号",
        "13800004321",
    )
    assert (person["上次家访"], person["上次说好"]) == (
        "2013年10月12日",
        "配眼镜（期限2013年11月1日，还没有办好）",
    )
    assert "派出所" not in "".join(values(sheet(one)))


def test_what_must_not_be_told_is_not_on_it() -> None:
    (person,) = sheet(child(不得透露=[{"内容": "母亲的新地址", "对谁": "父亲"}]))[0]["孩子们"]
    assert person["提醒"] == "本档案有不得透露的内容，外借前请看。"
    assert "新地址" not in "".join(values(person))


def test_masked_it_gives_neither_name_nor_number() -> None:
    said = "".join(values(sheet(child(照护人=CARER), mask=Mask.INITIAL)))
    assert "李某某" in said
    assert [word for word in ("李小花", "王桂兰", "13800004321") if word in said] == []
