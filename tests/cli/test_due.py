"""liushou due: who has been silent, what to do, for whom, by when, why."""

import json
from pathlib import Path

import pytest

from tests.helpers.run import Runner

SHOWN = """\
没有联系  孩子    最后一次         接下来到期
25天      许明    2013-11-25 通话  通话 2013-12-31
24天      郑丽    2013-11-26 通话  通话 2013-12-31
22天      彭涛    2013-11-28 谈心  通话 2013-10-31  逾期
14天      蔡家豪  2013-12-06 谈心  通话 2013-12-31
11天      黄志强  2013-12-09 通话  都做到了

期限              孩子    要做的事                 为什么          起     上次
2013-10-31  逾期  彭涛    通话                     每月1次         10-01  09-23
2013-11-10  逾期  刘喆    看牙                     家访时答应的    10-26
2013-12-05  逾期  曾小龙  代问二次手术报销         家访时答应的    11-10
2013-12-10  逾期  黄志强  补签委托书               家访时答应的    11-22
2013-12-15  逾期  郑丽    把照片翻拍一张           家访时答应的    11-23
2013-12-22        郑丽    联系父母约一次视频       家访时答应的    11-23
2013-12-25        黄志强  事件跟进                 事件时答应的    09-13
2013-12-27        吴浩然  晚上八点前回家，作业当…  帮扶计划的期限
"""
CLASS = """\
格式: 1
班级: 2012-2
学段: 初中
班主任: 张敏
学生数: {2013-2: 46}
学期:
  2013-2: {起: 2013-09-02, 止: 2014-01-17}
  2014-1: {起: 2014-02-17, 止: 2014-07-05}
要求: {家访: 不要求, 普查: 不要求, 重点: {家访: 每月1次}}
"""
CHILD = """\
格式: 1
编号: 4kx7qm
姓名: 李小花
性别: 女
出生日期: 2001-05-12
农历生日: 腊月二十八
在班:
- {自: 2012-09-01}
父亲:
  姓名: 李强
  电话: "13800001234"
  行踪: [{自: 2010-03, 状况: 外出务工}]
  返乡: [{自: 2014-01-20, 至: 2014-02-08, 说明: 春节}]
母亲:
  姓名: 王芳
  电话: "13800005678"
  行踪: [{自: 2012-03, 状况: 去世}]
照护人:
- {姓名: 王桂兰, 关系: 奶奶, 自: 2010-03, 电话: "13800004321"}
关注等级:
- {自: 2013-12-10, 等级: 重点}
不得透露:
- {内容: 现住址, 对谁: 姑父}
家访:
- 号: k7m2qx
  日期: 2013-12-12
  家访人: [张敏]
  跟进: [{事项: 配眼镜, 期限: 2014-01-25}]
通话:
- {号: 000001, 日期: 2014-01-03, 类型: 教师联系家长, 对象: [父亲], 方式: 书信}
- {号: 000002, 日期: 2014-01-05, 类型: 教师联系家长, 对象: [父亲], 结果: 未接通}
事件:
- {号: 000003, 日期: 2013-12-20, 情况: 打架, 跟进: [{事项: 向派出所问结果, 期限: 2014-01-15}]}
"""


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """A class of one child about whom there is much to say."""
    folder = tmp_path / "2012-2"
    (folder / "children").mkdir(parents=True)
    (folder / "class.yaml").write_text(CLASS, encoding="utf-8")
    (folder / "children" / "4kx7qm.yaml").write_text(CHILD, encoding="utf-8")
    return folder


def test_a_class(example: Path, run: Runner) -> None:
    ran = run("--today", "2013-12-20", "due", "--within", "7", cwd=example / "2012-2")
    assert (ran.code, ran.out, ran.err) == (0, SHOWN, "共 8 件，逾期 5 件。\n")


def test_what_comes_to_a_child(one: Path, run: Runner) -> None:
    assert (
        run("--today", "2014-01-16", "due", cwd=one).out
        == """\
没有联系  孩子    最后一次         接下来到期
13天      李小花  2014-01-03 书信  通话 2013-09-30  逾期

期限              孩子    要做的事            为什么                            起     上次
2013-09-30  逾期  李小花  通话                每月1次                           09-01
2014-01-15  逾期  李小花  事件跟进            事件时答应的                      12-20
2014-01-25        李小花  配眼镜              家访时答应的                      12-12
2014-01-28        李小花  过生日              农历腊月二十八                    01-28
2014-01-31        李小花  家访                重点每月1次                       01-01  12-12
2014-02-08        李小花  父亲回来，可以见面  2014-01-20到2014-02-08在家，春节  01-20

春节 2014-01-31：1 名孩子的父母可能回来，趁机见面
"""
    )


def test_whom_to_ring_tonight(one: Path, run: Runner) -> None:
    ran = run("--today", "2014-01-16", "due", "--tonight", cwd=one)
    assert (ran.out, ran.err) == (
        """\
李小花  通话（逾期）：每月1次，2013-09-30 到期
  奶奶王桂兰 13800004321、父亲李强 13800001234
  没有接通过：2014-01-05 父亲
  有不得透露的内容，打之前看档案
""",
        "共 1 名。\n",
    )
    run("--today", "2014-01-16", "log-call", "李小花", "--with", "奶奶", cwd=one)
    assert run("--today", "2014-01-16", "due", "--tonight", cwd=one).err == "今晚没有该打的电话。\n"


SISTER = """\
格式: 1
编号: k7m2qx
姓名: 李小雨
性别: 女
出生日期: 2003-02-20
在班: [{自: 2012-09-01}]
父亲:
  姓名: 李强
  电话: "13800001234"
  行踪: [{自: 2010-03, 状况: 外出务工}]
照护人:
- {姓名: 赵四妹, 关系: 外婆, 自: 2010-03, 电话: "13800005678"}
通话:
- {号: 000002, 日期: 2014-01-05, 类型: 教师联系家长, 对象: [父亲], 结果: 未接通}
家访:
- {号: 000009, 日期: 2013-12-12, 家访人: [张敏], 跟进: [{事项: 打电话问学费, 期限: 2014-01-25}]}
"""


def test_brothers_and_sisters_are_one_call(one: Path, run: Runner) -> None:
    (one / "children" / "k7m2qx.yaml").write_text(SISTER, encoding="utf-8")
    ran = run("--today", "2014-01-16", "due", "--tonight", cwd=one)
    assert (ran.out, ran.err) == (
        """\
李小花、李小雨  通话（逾期）：每月1次，2013-09-30 到期；打电话问学费：2013-12-12家访时答应的，2014-01-25 到期（李小雨）
  奶奶王桂兰 13800004321、父亲李强 13800001234、外婆赵四妹 13800005678
  没有接通过：2014-01-05 父亲
  有不得透露的内容，打之前看档案
""",
        "共 2 名。\n",
    )


def test_village_by_village(example: Path, run: Runner) -> None:
    ran = run("--today", "2013-12-20", "due", "--by-village", "--within", "7", cwd=example / "2012-2")
    assert (
        ran.out
        == """\
上溪村五组（1 名）
  曾小龙  代问二次手术报销 2013-12-05 逾期
下溪村二组（1 名）
  黄志强  补签委托书 2013-12-10 逾期；事件跟进 2013-12-25
枫树坳村一组（1 名）
  刘喆  看牙 2013-11-10 逾期
枫树坳村二组（1 名）
  郑丽  把照片翻拍一张 2013-12-15 逾期；联系父母约一次视频 2013-12-22
石桥村二组（1 名）
  吴浩然  晚上八点前回家，作业当天交 2013-12-27
"""
    )


def test_everybodys_silence(example: Path, run: Runner) -> None:
    ran = run("--today", "2013-12-20", "due", "--gaps", cwd=example / "2012-2")
    lines = [line.split() for line in ran.out.splitlines()]
    assert lines[:4] == [line.split() for line in SHOWN.splitlines()[:4]]
    assert len(lines) == 25
    assert ran.err == "共 24 名。\n"


def test_one_kind_only(one: Path, run: Runner) -> None:
    ran = run("--today", "2014-01-16", "due", "--kind", "家访,返乡", "--json", cwd=one)
    assert [line["what"] for line in json.loads(ran.out)["due"]] == ["家访", "父亲回来，可以见面"]
    assert (
        run("--today", "2014-01-16", "due", "--kind", "返乡", cwd=one).out
        == """\
期限        孩子    要做的事            为什么                            起     上次
2014-02-08  李小花  父亲回来，可以见面  2014-01-20到2014-02-08在家，春节  01-20

春节 2014-01-31：1 名孩子的父母可能回来，趁机见面
"""
    )
    assert run("--today", "2014-01-16", "due", "--kind", "谈心", cwd=one).both == "没有要做的事。\n"
    wrong = run("due", "--kind", "上门", cwd=one)
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("错误：--kind 写的是“上门”\n提示：可以写：家访、通话、")


def test_fail_tells_a_script(example: Path, run: Runner) -> None:
    assert run("--today", "2013-12-20", "due", "--fail", cwd=example / "2012-2").code == 1
    assert run("--today", "2013-09-04", "due", "--fail", cwd=example / "2012-2").code == 0


def test_json(example: Path, run: Runner) -> None:
    ran = run("--today", "2013-12-20", "due", "--within", "0", "--json", cwd=example / "2012-2")
    found = json.loads(ran.out)
    assert list(found) == ["due", "gaps", "seasons", "tonight"]
    assert found["due"][0] == {
        "class_name": "2012-2",
        "id": "c94x6a",
        "name": "彭涛",
        "what": "通话",
        "by": "2013-10-31",
        "overdue": True,
        "why": "每月1次",
        "last": "2013-09-23",
        "file": "2012-2/children/c94x6a.yaml",
        "line": 38,
        "kind": "通话",
        "since": "2013-10-01",
        "hamlet": "新溪街",
    }
    assert found["gaps"][2] == {
        "class_name": "2012-2",
        "id": "c94x6a",
        "name": "彭涛",
        "days": 22,
        "last": "2013-11-28",
        "what": "谈心",
        "next": "通话",
        "by": "2013-10-31",
        "overdue": True,
    }
    assert found["tonight"][0]["numbers"] == [
        ["母亲", "秋云霞", "13800001048"],
        ["父亲", "彭新民", "13800007173"],
    ]
    assert ran.err == ""


def test_a_visit_that_is_logged_is_no_longer_due(example: Path, run: Runner) -> None:
    folder = example / "2012-2"
    due = run("--today", "2013-12-20", "due", cwd=folder).out
    assert "彭涛    家访" in due
    run("--today", "2013-12-20", "log-visit", "彭涛", "--kind", "定期", "--note", "去了", cwd=folder)
    assert "彭涛    家访" not in run("--today", "2013-12-20", "due", cwd=folder).out


def test_a_school_names_the_class(example: Path, run: Runner) -> None:
    ran = run("--today", "2013-12-20", "due", "--within", "0", cwd=example)
    heads = [line.split() for line in ran.out.splitlines() if "孩子" in line]
    assert heads[0] == ["没有联系", "班级", "孩子", "最后一次", "接下来到期"]
    assert heads[1] == ["期限", "班级", "孩子", "要做的事", "为什么", "起", "上次"]


def test_nothing_to_do(small: Path, run: Runner) -> None:
    for child in (small / "children").iterdir():
        child.unlink()
    for option in ((), ("--gaps",), ("--tonight",), ("--by-village",)):
        ran = run("due", *option, cwd=small)
        assert (ran.code, ran.out) == (0, "")
    assert run("due", cwd=small).err == "没有要做的事。\n"


def test_a_calendar_gives_no_names(one: Path, run: Runner) -> None:
    ran = run("--today", "2014-01-16", "due", "--format", "ics", "-o", "该做的.ics", cwd=one)
    text = (one / "该做的.ics").read_bytes().decode()
    assert (ran.code, ran.out, ran.err) == (0, "", "已写好：该做的.ics\n共 6 件。\n")
    assert [line[8:] for line in text.split("\r\n") if line.startswith("SUMMARY:")] == [
        "逾期：李某某（4kx7qm）通话",
        "逾期：李某某（4kx7qm）事件跟进",
        "李某某（4kx7qm）答应的事",
        "李某某（4kx7qm）过生日",
        "李某某（4kx7qm）家访",
        "李某某（4kx7qm）父亲回来，可以见面",
    ]
    assert "DTSTART;VALUE=DATE:20140120\r\nDTEND;VALUE=DATE:20140209" in text
    shown = run("--today", "2014-01-16", "due", "--format", "ics", "--mask", "none", cwd=one).out
    assert "李小花 配眼镜" in shown
    assert "派出所" not in shown


def test_the_same_duty_keeps_its_place_in_a_calendar(one: Path, run: Runner) -> None:
    def uids(day: str) -> set[str]:
        text = run("--today", day, "due", "--format", "ics", "--kind", "跟进,家访,返乡", cwd=one).out
        return {line for line in text.split("\n") if line.startswith("UID:")}

    before = uids("2014-01-16")
    path = one / "children" / "4kx7qm.yaml"
    earlier = "家访:\n- {号: 000009, 日期: 2013-11-01, 家访人: [张敏]}\n"
    path.write_text(path.read_text(encoding="utf-8").replace("家访:\n", earlier), encoding="utf-8")
    assert len(before) == 4
    assert uids("2014-01-20") == before


def test_a_sheet_to_take_along(one: Path, run: Runner) -> None:
    ran = run("--today", "2014-01-16", "due", "--format", "docx", cwd=one)
    assert ran.code == 0
    assert ran.err == "已写好：八年级（2）班家访走访单2014-01-16.docx\n上面有姓名、电话和住址，用完收好。\n"
    assert (one / "八年级（2）班家访走访单2014-01-16.docx").read_bytes().startswith(b"PK")
    refused = run("due", "--format", "docx", "-o", "class.yaml", cwd=one)
    assert refused.code == 7


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "pdf"), "错误：没有这种格式：pdf\n提示：可用的格式：text、ics、docx\n"),
        (("--format", "ics", "--mask", "无"), "错误：--mask 写的是“无”\n提示：只能写：full、initial、none\n"),
    ],
)
def test_what_it_refuses(words: tuple[str, ...], said: str, one: Path, run: Runner) -> None:
    ran = run("due", *words, cwd=one)
    assert (ran.code, ran.out, ran.err) == (2, "", said)


def test_the_rules_and_where_each_comes_from(one: Path, run: Runner) -> None:
    assert (
        run("due", "--rules", cwd=one).out
        == """\
家访        不要求   class.yaml:9
通话        每月1次  默认
普查        不要求   class.yaml:9
亲情通话    不要求   默认
谈心        不要求   默认
书面联系    不要求   默认
结对联系    不要求   默认
重点的家访  每月1次  class.yaml:9
"""
    )
    settings = (
        (one / "class.yaml").read_text(encoding="utf-8").replace("{家访: 不要求, ", "{参照: 府台小学, ")
    )
    (one / "class.yaml").write_text(settings, encoding="utf-8")
    found = json.loads(run("due", "--rules", "--json", cwd=one).out)["rules"]
    assert found[5] == {
        "class_name": "2012-2", "level": "", "label": "书面联系", "rhythm": "每月1次", "file": "class.yaml",
        "line": 9, "preset": "府台小学",
        "source": "府台小学：父母每两周来一次电话、每月一封信，班主任每月联系照护人 http://www.qq94.com/fjx/18d6a2.html",
    }  # fmt: skip


def test_the_presets(one: Path, run: Runner) -> None:
    assert run("due", "--presets", cwd=one).out.startswith("""\
默认：家访每学期1次、通话每月1次、普查每学期1次
  本程序：家访照陕西2013，通话每月一次
陕西2013：家访每学期1次（2013-11-14 起有）
""")
    found = json.loads(run("due", "--presets", "--json", cwd=one).out)["presets"]
    assert list(found[0]) == ["name", "asks", "source", "since"]


def test_a_broken_file_is_said_and_not_passed_over(example: Path, run: Runner) -> None:
    (example / "2012-2" / "children" / "4kx7qm.yaml").write_text("姓名: [", encoding="utf-8")
    ran = run("due", cwd=example / "2012-2")
    assert (ran.code, ran.out) == (3, "")


def test_before_the_definition(example: Path, run: Runner) -> None:
    ran = run("--today", "2012-12-20", "due", cwd=example / "2012-2")
    assert (ran.code, ran.err) == (
        2,
        "错误：口径“学籍”从 2013-01-01 起才有，不能用于 2012-12-20\n提示：在 class.yaml 里换一种口径\n",
    )
