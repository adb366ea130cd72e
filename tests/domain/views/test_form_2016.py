"""The official form, box for box."""

from typing import Any

from liushou_cli.domain.masking import Mask
from liushou_cli.domain.views.form_2016 import form_2016
from tests.builders import AWAY, HOME, child, roll, scene

DEAD = {
    "姓名": "罗春兰",
    "出生日期": "1977-01-01",
    "电话": "13800006939",
    "行踪": [{"自": "2009-05", "状况": "去世"}],
}
BLANK = {"姓名": "", "出生日期": "", "务工地点": "", "电话": "", "身份证号": ""}


def form_of(mask: Mask = Mask.NONE, **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = form_2016(scene(roll(child(**changes)), mask=mask))["孩子们"][0]
    return found


def test_ticks_of_a_child_whose_father_is_away_and_mother_dead() -> None:
    found = form_of(
        母亲=DEAD,
        户口登记="是",
        身体情况="残疾",
        身体说明="听力三级",
        就读方式="寄宿",
        照护人=[{"姓名": "邓启发", "关系": "爷爷", "自": "2010-02", "电话": "13800008424"}],
        监护情况=[{"日期": "2013-10-06", "评定": "较好"}],
        家庭经济来源=["打工收入", "政府救助"],
        救助帮扶=["享受低保"],
    )
    assert {key: found[key] for key in found if "☑" in str(found[key]) or "□" in str(found[key])} == {
        "户口登记": "☑是 □否",
        "身体情况": "□健康 ☑残疾 □患病",
        "寄宿": "☑是 □否",
        "就学情况": "□幼儿园 □未入园 □小学 ☑初中 □高中 □中职 □辍学 □不在学",
        "双方外出": "□是 ☑否",
        "一方外出": "☑是 □否",
        "无监护能力": "□父亲 ☑母亲",
        "有无委托": "☑是 □否",
        "监护类型": "□无人监护 □父或母无监护能力 □受委托监护人监护能力不足 □监护情况一般 ☑监护情况较好",
        "经济来源": "☑打工收入 □种养殖业 ☑政府救助 □亲朋接济 □其他",
        "救助帮扶": "☑享受低保 □临时救助 □医疗救助 □住房救助 □其他救助",
    }
    assert found["父亲"] == {**BLANK, "姓名": "李强", "务工地点": "广东省东莞市"}
    assert found["母亲"] == dict.fromkeys(BLANK, "—")
    assert found["监护人"] == {
        "姓名": "邓启发",
        "电话": "13800008424",
        "身份证号": "",
        "关系": "爷爷",
        "住址": "",
    }


def test_the_dead_are_a_dash_and_who_cares_for_the_child_is_known() -> None:
    found = form_of(
        祖辈={
            "祖父": {"姓名": "李福", "出生日期": "1940-01-02", "在世": "否"},
            "外祖父": {"姓名": "罗成", "出生日期": "1944-03-04"},
        },
        照护人=[{"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", "出生日期": "1948-06-15"}],
    )  # fmt: skip
    assert found["祖辈"] == {
        "祖父": {"姓名": "—", "出生日期": "—"},
        "祖母": {"姓名": "王桂兰", "出生日期": "1948年6月15日"},
        "外祖父": {"姓名": "罗成", "出生日期": "1944年3月4日"},
        "外祖母": {"姓名": "", "出生日期": ""},
    }


def test_what_is_not_known_is_left_empty() -> None:
    found = form_of(父亲=None, 母亲={"姓名": "王芳"}, 学籍登记="单亲留守")
    assert (found["双方外出"], found["一方外出"], found["有无委托"]) == ("□是 ☑否", "□是 □否", "□是 □否")
    assert (found["父亲"], found["母亲"]) == (BLANK, {**BLANK, "姓名": "王芳"})
    assert "☑" not in found["监护类型"] + found["身体情况"] + found["户口登记"] + found["寄宿"]


def test_a_parent_at_home_has_no_place_of_work_and_nobody_is_entrusted() -> None:
    mother = {"姓名": "王芳", "行踪": [{"自": "2010-03", "状况": "在家", "地点": "本村"}]}
    found = form_of(母亲=mother, 照护人=[{"姓名": "王芳", "关系": "母亲", "自": "2010-03"}])
    assert (found["母亲"]["务工地点"], found["有无委托"], found["监护人"]["姓名"]) == ("", "□是 ☑否", "")


def test_numbers_of_identity_only_unmasked() -> None:
    father = {**AWAY, "身份证号": "99010119750918327X", "电话": "13800001234", "出生日期": "1975-09-18"}
    shown = [
        form_of(mask, 父亲=father, 母亲=HOME, 身份证号="990101200105124104")
        for mask in (Mask.NONE, Mask.FULL)
    ]
    assert [one["身份证号"] for one in shown] == ["990101200105124104", "990***************"]
    assert shown[1]["父亲"] == {
        "姓名": "某某", "出生日期": "1975年9月", "务工地点": "广东省东莞市", "电话": "138****1234",
        "身份证号": "990***************",
    }  # fmt: skip
